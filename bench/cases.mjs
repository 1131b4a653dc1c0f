// Case files of any size, as the app exports them: written by several people, decided as cases are half-way.

const people = [
  { writer: '7k2m9qx4', name: 'Mette Holm', initials: 'MHO', organisation: 'Fjordby Kommune', roles: ['SA'] },
  { writer: '3f8h2c0d', name: 'Jonas Berg', initials: 'JBE', organisation: 'Ny Software A/S', roles: ['FN'] },
  { writer: '5t1w6zzp', name: 'Karin Lund', initials: 'KLU', organisation: 'Gammel Software A/S', roles: ['FG'] },
  { writer: '9b4n0vre', name: 'Søren Ågård', initials: 'SAA', organisation: 'Fællesdrift I/S', roles: ['SI'] },
];
const start = Date.UTC(2026, 8, 1, 8);

// Close and establish by FN, delegated and not; by FG; SFTP and webservice; explicit and implicit. One of nine is not decided.
const kinds = [
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

/** The events of a case, each by one of the people. */
class Events {
  all = [];
  #written = people.map(() => 0);
  #standing = new Map();

  set(by, field, value) {
    const knew = this.#standing.get(field);
    const clock = this.all.length + 1;
    const id = `${people[by].writer}-${(this.#written[by] += 1)}`;
    this.all.push({ id, clock, at: start + clock * 60_000, by, field, value, ...(knew && { knew: [knew] }) });
    this.#standing.set(field, id);
  }

  add(by, kind, fields) {
    const id = `${people[by].writer}-${this.#written[by] + 1}`;
    this.set(by, `${kind}/${id}/exists`, true);
    for (const [field, value] of Object.entries(fields)) {
      if (value !== undefined) this.set(by, `${kind}/${id}/${field}`, value);
    }
    return id;
  }

  text() {
    const authors = people.map(({ name, initials, organisation, roles }) => ({ name, initials, organisation, roles }));
    const exported = { at: start + 10_000_000_000, by: authors[0] };
    const envelope = { format: 'udskift-it-system', version: 1, app: '0.1.0', case: this.all[0].id, exported, summary: {} };
    return JSON.stringify({ ...envelope, authors, events: this.all });
  }
}

/** A case with this many routes, of about so many events each; its text, its identity and those of its routes. */
export function writtenCase({ routes, perRoute = 5, more }) {
  const it = new Events();
  it.set(0, 'case/title', `Løn Gammel til Løn Ny, ${routes} ruter`);
  const municipality = it.add(0, 'organisation', { name: 'Fjordby Kommune' });
  const [oldSupplier, newSupplier, third] = ['Gammel Software A/S', 'Ny Software A/S', 'Fællesdrift I/S'].map((name) =>
    it.add(0, 'organisation', { name }),
  );
  const authority = it.add(0, 'authority', { name: 'Fjordby Kommune' });
  const system = (name, manager, operator) => it.add(0, 'system', { name, manager, operator });
  const old = system('Løn Gammel', municipality, oldSupplier);
  const fresh = system('Løn Ny', municipality, newSupplier);
  const others = Array.from({ length: 12 }, (_, n) => system(`Fagsystem ${n + 1}`, third, third));
  it.set(0, 'case/old-system', old);
  it.set(0, 'case/new-system', fresh);
  it.add(0, 'person', { name: 'Mette Holm', initials: 'MHO', organisation: municipality, 'role/SA': true });
  it.add(0, 'person', { name: 'Jonas Berg', initials: 'JBE', organisation: newSupplier, 'role/FN': true });
  it.set(0, 'done/START/case/SE/state', 'done');
  it.set(0, 'done/U1/case/SA/state', 'done');
  const ids = [];
  for (let n = 1; n <= routes; n += 1) {
    const kind = kinds[n % kinds.length];
    const side = kind.handling === 'establish' ? 'new' : 'old';
    const known = {
      name: `SP-${String(n).padStart(5, '0')} ${kind.name}`,
      handling: kind.handling,
      [`${side}/type`]: kind.type,
      closer: kind.closer,
      [`${side}/addressing`]: kind.addressing,
      [`${side}/from`]: others[n % others.length],
      [`${side}/to`]: side === 'new' ? fresh : old,
      [`${side}/authority`]: authority,
      'old/active': side === 'old' && kind.handling ? !kind.inactive : undefined,
    };
    const fields = Object.entries(known).filter(([, value]) => value !== undefined);
    const by = n % people.length;
    const before = it.all.length;
    const id = it.add(by, 'route', Object.fromEntries(fields.slice(0, perRoute - 1)));
    // Where there is less to say than events were asked for, somebody else changes their mind about it.
    for (let left = perRoute - (it.all.length - before); left > 0; left -= 1) {
      it.set((by + left) % people.length, `route/${id}/note`, `Aftalt ${left}. gang med leverandøren`);
    }
    ids.push(id);
  }
  more?.(it, ids, { people: people.length });
  return { text: it.text(), id: it.all[0].id, routes: ids, events: it.all.length };
}

/** Two files of one case that two people went on with apart: each answered every route, one of a hundred differently. */
export function partedCase(options) {
  const answers = (by, note) => (it, ids) => {
    ids.forEach((id, n) => {
      if (n % 100 === 0) it.set(by, `route/${id}/note`, note);
      else it.set(by, `route/${id}/${n % 2 === by ? 'old/active' : 'ordered-early'}`, n % 3 === 0);
    });
  };
  return [
    writtenCase({ ...options, more: answers(0, 'Mette har spurgt') }),
    writtenCase({ ...options, more: answers(1, 'Jonas har spurgt') }),
  ];
}
