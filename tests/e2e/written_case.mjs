// Writes case files of any size, as the app exports them, for stories that begin in the middle.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const writer = '7k2m9qx4';
const author = { name: 'Mette Holm', initials: 'MHO', organisation: 'Fjordby Kommune', roles: ['SA'] };
const start = Date.UTC(2026, 8, 1, 8);

/** A case as a list of events. */
class WrittenCase {
  #events = [];

  set(field, value, knew) {
    const seq = this.#events.length + 1;
    this.#events.push({ id: `${writer}-${seq}`, clock: seq, at: start + seq * 60_000, by: 0, field, value, knew });
  }

  /** Creates something with its fields, and gives its identity. */
  add(kind, fields) {
    const id = `${writer}-${this.#events.length + 1}`;
    this.set(`${kind}/${id}/exists`, true);
    for (const [field, value] of Object.entries(fields)) this.set(`${kind}/${id}/${field}`, value);
    return id;
  }

  done(activity, role) {
    this.set(`done/${activity}/case/${role}/state`, 'done');
  }

  text() {
    const exported = { at: start + 1_000_000_000, by: author };
    const envelope = { format: 'udskift-it-system', version: 1, app: '0.1.0', case: `${writer}-1`, exported, summary: {} };
    return JSON.stringify({ ...envelope, authors: [author], events: this.#events });
  }
}

/** The name of route number `n`. */
export const routeName = (n) => `SP-${String(n).padStart(3, '0')} ${kinds[n % kinds.length].name}`;

// Close and establish by FN, delegated and not; by FG; SFTP and webservice; explicit and implicit. The fourth route of
// each nine is not decided.
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

/** A case with this many routes, told until the overview is made; as a file that "Åbn fil" takes. */
export function caseFile(page, { title = 'Løn Gammel til Løn Ny', routes, systems = 1 }) {
  const it = new WrittenCase();
  it.set('case/title', title);
  const municipality = it.add('organisation', { name: 'Fjordby Kommune' });
  const [oldSupplier, newSupplier, third] = ['Gammel Software A/S', 'Ny Software A/S', 'Fællesdrift I/S'].map((name) =>
    it.add('organisation', { name }),
  );
  const authority = it.add('authority', { name: 'Fjordby Kommune' });
  const system = (name, manager, operator) => it.add('system', { name, manager, operator });
  const old = system('Løn Gammel', municipality, oldSupplier);
  const fresh = system('Løn Ny', municipality, newSupplier);
  const others = Array.from({ length: systems }, (_, n) => system(n === 0 ? 'Borgerbasen' : `Register ${n + 1}`, third, third));
  it.set('case/old-system', old);
  it.set('case/new-system', fresh);
  const person = (name, initials, organisation, role) =>
    it.add('person', { name, initials, organisation, [`role/${role}`]: true });
  person('Mette Holm', 'MHO', municipality, 'SA');
  person('Jonas Berg', 'JBE', newSupplier, 'FN');
  for (let n = 1; n <= routes; n += 1) {
    const { name, handling, closer, type, addressing, inactive } = kinds[n % kinds.length];
    const fields = { name: routeName(n), handling, closer };
    const side = handling === 'establish' ? 'new' : 'old';
    fields[`${side}/type`] = type;
    fields[`${side}/from`] = others[n % systems];
    fields[`${side}/to`] = side === 'new' ? fresh : old;
    fields[`${side}/authority`] = authority;
    fields[`${side}/addressing`] = addressing;
    if (side === 'old' && name !== 'Ukendt rute') fields['old/active'] = !inactive;
    const known = Object.entries(fields).filter(([, value]) => value !== undefined);
    it.add('route', Object.fromEntries(known));
  }
  it.done('START', 'SE');
  it.done('U1', 'SA');
  const path = join(page.folder, `${routes}-ruter.json`);
  writeFileSync(path, it.text());
  return path;
}

/** A case whose note was written so many times, as a file's text; `apart` by people who never saw each other's. */
export function manyEvents(count, { apart = false } = {}) {
  const it = new WrittenCase();
  for (let n = 0; n < count; n += 1) it.set('case/note', `Udgave ${n}`, apart || n === 0 ? undefined : [`${writer}-${n}`]);
  return it.text();
}
