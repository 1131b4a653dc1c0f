// A case file written event by event, as the app exports it: for stories that begin in the middle, and for measuring.

export const start = Date.UTC(2026, 8, 1, 8);

export const mette = { writer: '7k2m9qx4', name: 'Mette Holm', initials: 'MHO', organisation: 'Fjordby Kommune', roles: ['SA'] };

// Close and establish by FN, delegated and not; by FG; SFTP and webservice; explicit and implicit. One route of nine is
// not decided.
export const kinds = [
  { name: 'Borgeropslag', handling: 'replace', closer: 'FN', type: 'webservice', addressing: 'explicit' },
  { name: 'Adresseændringer', handling: 'replace', closer: 'FN', type: 'sftp', addressing: 'implicit' },
  { name: 'Egenbetaling', handling: 'replace', closer: 'FG', type: 'sftp', addressing: 'explicit' },
  { name: 'Hjælpemidler, ordrer og leverancer', handling: 'establish', type: 'sftp', addressing: 'implicit' },
  { name: 'Ukendt rute', type: 'sftp' },
  { name: 'Gammel statistik', handling: 'close', closer: 'FN', type: 'sftp', addressing: 'explicit', inactive: true },
  { name: 'Lønoplysninger', handling: 'close', closer: 'FG', type: 'webservice', addressing: 'explicit' },
  { name: 'Arkivering', handling: 'keep', type: 'sftp', addressing: 'explicit' },
  { name: 'Bevillinger', handling: 'replace', closer: 'FN', type: 'webservice', addressing: 'implicit' },
];

/** The events of a case, each by one of the people, by their number. */
export class Events {
  all = [];
  #people;
  #written;
  #standing = new Map();

  constructor(people = [mette]) {
    this.#people = people;
    this.#written = people.map(() => 0);
  }

  /** Sets a field, knowing what stands there unless it is written `apart` from it. */
  set(by, field, value, { apart = false } = {}) {
    const knew = apart ? undefined : this.#standing.get(field);
    const clock = this.all.length + 1;
    const id = `${this.#people[by].writer}-${(this.#written[by] += 1)}`;
    this.all.push({ id, clock, at: start + clock * 60_000, by, field, value, ...(knew && { knew: [knew] }) });
    this.#standing.set(field, id);
  }

  /** Creates something with those of its fields that are known, and gives its identity. */
  add(by, kind, fields) {
    const id = `${this.#people[by].writer}-${this.#written[by] + 1}`;
    this.set(by, `${kind}/${id}/exists`, true);
    for (const [field, value] of Object.entries(fields)) {
      if (value !== undefined) this.set(by, `${kind}/${id}/${field}`, value);
    }
    return id;
  }

  /** Begins the case: its title, its parties and its systems. */
  begin(title, others) {
    this.set(0, 'case/title', title);
    const organisation = (name) => this.add(0, 'organisation', { name });
    const municipality = organisation('Fjordby Kommune');
    const [oldSupplier, newSupplier, third] = ['Gammel Software A/S', 'Ny Software A/S', 'Fællesdrift I/S'].map(organisation);
    const authority = this.add(0, 'authority', { name: 'Fjordby Kommune' });
    const system = (name, manager, operator) => this.add(0, 'system', { name, manager, operator });
    const old = system('Løn Gammel', municipality, oldSupplier);
    const fresh = system('Løn Ny', municipality, newSupplier);
    const partners = others.map((name) => system(name, third, third));
    this.set(0, 'case/old-system', old);
    this.set(0, 'case/new-system', fresh);
    this.add(0, 'person', { name: 'Mette Holm', initials: 'MHO', organisation: municipality, 'role/SA': true });
    this.add(0, 'person', { name: 'Jonas Berg', initials: 'JBE', organisation: newSupplier, 'role/FN': true });
    return { authority, old, fresh, partners };
  }

  /** The case is begun, and there is a project. */
  prepared() {
    this.set(0, 'done/START/case/SE/state', 'done');
    this.set(0, 'done/U1/case/SA/state', 'done');
  }

  /** The case as a file that "Åbn fil" takes, exported so many milliseconds after it began. */
  text(after) {
    const authors = this.#people.map(({ name, initials, organisation, roles }) => ({ name, initials, organisation, roles }));
    const exported = { at: start + after, by: authors[0] };
    const envelope = { format: 'udskift-it-system', version: 1, app: '0.1.0', case: this.all[0].id, exported, summary: {} };
    return JSON.stringify({ ...envelope, authors, events: this.all });
  }
}
