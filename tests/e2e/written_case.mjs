// Writes case files of any size, for stories that begin in the middle.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Events, kinds } from './events.mjs';

const exported = 1_000_000_000;

/** The name of route number `n`. */
export const routeName = (n) => `SP-${String(n).padStart(3, '0')} ${kinds[n % kinds.length].name}`;

/** A case with this many routes and `more`, told until the overview is made; as a file that "Åbn fil" takes. */
export function caseFile(page, { title = 'Løn Gammel til Løn Ny', routes, systems = 1, more }) {
  const it = new Events();
  const names = Array.from({ length: systems }, (_, n) => (n === 0 ? 'Borgerbasen' : `Register ${n + 1}`));
  const { authority, old, fresh, partners } = it.begin(title, names);
  for (let n = 1; n <= routes; n += 1) {
    const { name, handling, closer, type, addressing, inactive } = kinds[n % kinds.length];
    const side = handling === 'establish' ? 'new' : 'old';
    it.add(0, 'route', {
      name: routeName(n),
      handling,
      closer,
      [`${side}/type`]: type,
      [`${side}/from`]: partners[n % systems],
      [`${side}/to`]: side === 'new' ? fresh : old,
      [`${side}/authority`]: authority,
      [`${side}/addressing`]: addressing,
      'old/active': side === 'old' && name !== 'Ukendt rute' ? !inactive : undefined,
    });
  }
  more?.(it);
  it.prepared();
  const path = join(page.folder, `${routes}-ruter.json`);
  writeFileSync(path, it.text(exported));
  return path;
}

/** A case whose note was written so many times, as a file's text; `apart` by people who never saw each other's. */
export function manyEvents(count, { apart = false } = {}) {
  const it = new Events();
  for (let n = 0; n < count; n += 1) it.set(0, 'case/note', `Udgave ${n}`, { apart });
  return it.text(exported);
}
