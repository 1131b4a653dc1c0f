// What is handed to those who host the app is whole, and says of itself what is true.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { entries, files, folder, zip } from './zip.mjs';

const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');
const sums = (text) => Object.fromEntries(text.trim().split('\n').map((line) => line.split(/ {2}/).reverse()));

test('the checksums within cover every other file, and those beside cover the zip and the one file', () => {
  const all = files();
  const said = sums(all.get('SHA256SUMS').toString());
  all.delete('SHA256SUMS');
  assert.deepEqual(said, Object.fromEntries([...all].map(([name, bytes]) => [name, sum(bytes)])));

  const { name, bytes } = zip();
  const page = readFileSync(join(folder, 'udskift-it-system.html'));
  const beside = sums(readFileSync(join(folder, 'SHA256SUMS'), 'utf8'));
  assert.deepEqual(beside, { [name]: sum(bytes), 'udskift-it-system.html': sum(page) });
  assert.ok(page.equals(all.get('udskift-it-system.html')));
});

test('the files stand in one order and bear one time, so that the same commit gives the same bytes', () => {
  const all = entries();
  const names = all.map(({ name }) => name);
  assert.deepEqual(names, [...names].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))));
  assert.equal(new Set(all.map(({ time }) => time)).size, 1);
});

test('what is compressed beforehand holds the same as the file beside it', () => {
  const all = files();
  const packed = [...all.keys()].filter((name) => /\.(br|gz)$/.test(name));
  assert.ok(packed.length > 20, packed.join(' '));
  for (const name of packed) {
    const unpacked = name.endsWith('.br') ? brotliDecompressSync(all.get(name)) : gunzipSync(all.get(name));
    assert.ok(unpacked.equals(all.get(name.slice(0, -3))), name);
  }
});

test('an update of the site takes the place of nothing that the site has written itself', () => {
  const all = files();
  for (const own of ['underskriver-regler.json', 'site.json']) {
    assert.ok(all.has(`kun-foerste-gang/${own}`), own);
    assert.deepEqual([...all.keys()].filter((name) => name.startsWith(`site/${own}`)), []);
  }
});

test('nothing in it names a folder of the machine that made it', () => {
  const here = process.cwd();
  const home = process.env.HOME ?? '/root';
  for (const { name, bytes } of entries()) {
    for (const place of [here, `${home}/.cargo`, '/.cargo/registry', '/target/wasm32-unknown-unknown']) {
      assert.equal(bytes.includes(place), false, `${name} names ${place}`);
    }
  }
});

test('it has the page for those who host it, three samples and the licences, with nothing left to fill in', () => {
  const all = files();
  for (const name of ['LAES-MIG.html', 'vaerter/iis/web.config', 'vaerter/nginx.conf', 'vaerter/apache.conf']) {
    const text = all.get(name)?.toString();
    assert.ok(text, `${name} is not there`);
    assert.doesNotMatch(text, /@(policy|permissions|hashed|version)@/, name);
  }
  const version = zip().name.match(/^udskift-it-system-(\d+\.\d+\.\d+)\.zip$/)[1];
  assert.ok(all.get('LAES-MIG.html').toString().includes(version));
  for (const name of ['licenser/LICENSE-MIT', 'licenser/LICENSE-APACHE', 'site/licenses/README.txt']) assert.ok(all.has(name), name);
});
