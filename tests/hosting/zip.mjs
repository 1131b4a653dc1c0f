// The zip that `cargo xtask dist` makes: its files, as whoever unpacks it finds them.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';

export const folder = fileURLToPath(new URL('../../target/dist/', import.meta.url));

/** The zip's name and bytes. */
export function zip() {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.zip')) : [];
  if (names.length !== 1) throw new Error('target/dist holds no zip: run `cargo xtask dist` first');
  return { name: names[0], bytes: readFileSync(join(folder, names[0])) };
}

/** Its entries in their order: `{ name, time, bytes }`. */
export function entries({ bytes } = zip()) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'));
  const list = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, time, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 12), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + packed);
    list.push({ name: bytes.toString('utf8', at + 46, at + 46 + name), time, bytes: method === 8 ? inflateRawSync(content) : content });
    at += 46 + name + extra + comment;
  }
  return list;
}

/** The entries by their names. */
export function files() {
  return new Map(entries().map(({ name, bytes }) => [name, bytes]));
}

/** The folders whose contents make the site. */
export const ofTheSite = ['site/', 'kun-foerste-gang/'];

/** Unpacks what lies under a folder of the zip. */
export function unpack(within, to) {
  for (const { name, bytes } of entries().filter(({ name }) => name.startsWith(within))) {
    const file = join(to, name.slice(within.length));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
