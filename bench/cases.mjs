// Case files of any size, as the app exports them: written by several people, decided as cases are half-way.

import { Events, kinds, mette } from '../tests/e2e/events.mjs';

const people = [
  mette,
  { writer: '3f8h2c0d', name: 'Jonas Berg', initials: 'JBE', organisation: 'Ny Software A/S', roles: ['FN'] },
  { writer: '5t1w6zzp', name: 'Karin Lund', initials: 'KLU', organisation: 'Gammel Software A/S', roles: ['FG'] },
  { writer: '9b4n0vre', name: 'Søren Ågård', initials: 'SAA', organisation: 'Fællesdrift I/S', roles: ['SI'] },
];
const exported = 10_000_000_000;

/** A case with this many routes, of about so many events each; its text, its identity and those of its routes. */
export function writtenCase({ routes, perRoute = 5, more }) {
  const it = new Events(people);
  const names = Array.from({ length: 12 }, (_, n) => `Fagsystem ${n + 1}`);
  const { authority, old, fresh, partners } = it.begin(`Løn Gammel til Løn Ny, ${routes} ruter`, names);
  it.prepared();
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
      [`${side}/from`]: partners[n % partners.length],
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
  return { text: it.text(exported), id: it.all[0].id, routes: ids, events: it.all.length };
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
