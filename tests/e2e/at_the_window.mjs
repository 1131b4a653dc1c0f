// Writes a case whose service window is open right now, for stories of the night itself.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Events } from './events.mjs';

export const minute = 60_000;
export const begun = Date.now();

/** A local time so many minutes from when the stories begin, as a case has it. */
export function local(minutes) {
  const then = new Date(begun + minutes * minute);
  const two = (number) => String(number).padStart(2, '0');
  const day = [then.getFullYear(), two(then.getMonth() + 1), two(then.getDate())].join('-');
  return `${day}T${two(then.getHours())}:${two(then.getMinutes())}`;
}

/** A case with implicit routes whose change is decided, and whose window has been open for half an hour. */
export function atTheWindow(page, { routes = 60, note = '' } = {}) {
  const it = new Events();
  const { authority, old, partners } = it.begin('Løn Gammel til Løn Ny', ['Borgerbasen']);
  it.add(0, 'person', { name: 'Hanne Dam', initials: 'HDA', phone: '12 34 56 78', email: 'hanne@sp.example', 'role/HD': true });
  for (let n = 1; n <= routes; n += 1) {
    it.add(0, 'route', {
      name: `Rute ${String(n).padStart(2, '0')}`,
      handling: 'replace',
      closer: 'FN',
      'old/type': 'sftp',
      'old/from': partners[0],
      'old/to': old,
      'old/authority': authority,
      'old/addressing': 'implicit',
      'old/active': true,
    });
  }
  it.prepared();
  const done = [['U2', 'FN'], ['U3', 'FN'], ['U4', 'SA'], ['U5', 'FG'], ['U6', 'HD'], ['U7', 'SA'], ['U8', 'FN'], ['U13', 'SA'], ['U15', 'FG']];
  for (const [activity, role] of done) it.set(0, `done/${activity}/case/${role}/state`, 'done');
  it.set(0, 'done/U16/attempt-1/FN/state', 'done');
  it.set(0, 'attempt/1/window-start', local(-30));
  it.set(0, 'attempt/1/window-end', local(90));
  it.set(0, 'attempt/1/planned/G2', local(-20));
  if (note) it.set(0, 'attempt/1/note', note);
  it.set(0, 'decision/carry-out/attempt-1/answer', 'go');
  const path = join(page.folder, 'vindue.json');
  writeFileSync(path, it.text(minute));
  return path;
}
