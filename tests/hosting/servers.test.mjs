// The sample configurations, each run by the server it is for, at a sub-path.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { openExample } from '../e2e/case.mjs';
import { story, text } from '../e2e/harness.mjs';
import { ending, immutable, isHashed, safety, siteFiles, types } from './expected.mjs';
import { ask, servers, start } from './servers.mjs';
import { files } from './zip.mjs';

const unpacked = { br: brotliDecompressSync, gzip: gunzipSync };

for (const [name, server] of Object.entries(servers)) {
  const running = async (t) => {
    const started = await start(server);
    t.after(() => started.close());
    return started;
  };

  test(`${name} says of every file what it is, how long it lasts, and what the page may do`, async (t) => {
    const { address } = await running(t);
    const all = files();
    for (const file of siteFiles()) {
      const { status, headers, body } = await ask(`${address}${file}`);
      assert.equal(status, 200, file);
      assert.ok(body.equals(all.get(`site/${file}`)), file);
      assert.equal(headers['content-type']?.toLowerCase(), types[ending(file)], file);
      assert.equal(headers['cache-control'], isHashed(file) ? immutable : 'no-cache', file);
      for (const [header, value] of Object.entries(safety())) assert.equal(headers[header], value, `${file}: ${header}`);
    }
    assert.ok(siteFiles().filter(isHashed).length >= 6, 'the program, its styles and what makes Word files last for good');
  });

  test(`${name} gives the page at the folder's own address, and nothing beside it`, async (t) => {
    const { address } = await running(t);
    const page = files().get('site/index.html');
    assert.ok((await ask(address)).body.equals(page));
    assert.equal((await ask(address)).headers['cache-control'], 'no-cache');
    const without = await ask(address.slice(0, -1));
    assert.equal(without.status, 301);
    assert.ok(without.headers.location.endsWith('/udskift-it-system/'), without.headers.location);
    for (const folder of ['icons/', 'licenses/', 'fonts/']) {
      const { status, body } = await ask(`${address}${folder}`);
      assert.ok([403, 404].includes(status), `${folder} is listed`);
      assert.doesNotMatch(body.toString(), /\.(svg|txt|woff2)/);
    }
    const missing = await ask(`${address}app-0123456789abcdef.js`);
    assert.equal(missing.status, 404);
    assert.equal(missing.headers['cache-control'] ?? '', '', 'what is missing now may come later');
    assert.equal(missing.headers['x-content-type-options'], 'nosniff');
    assert.equal((await ask(new URL('/index.html', address))).status, 404);
  });

  test(`${name} sends what is compressed beforehand, and a site's own files as they are now`, async (t) => {
    const { address, site } = await running(t);
    const all = files();
    const packed = siteFiles().filter((file) => all.has(`site/${file}.gz`));
    for (const encoding of server.encodings) {
      for (const file of packed) {
        const { headers, body } = await ask(`${address}${file}`, { encoding });
        assert.equal(headers['content-encoding'], encoding, file);
        assert.match(headers.vary ?? '', /accept-encoding/i, file);
        assert.equal(headers['content-type']?.toLowerCase(), types[ending(file)], file);
        assert.equal(headers['cache-control'], isHashed(file) ? immutable : 'no-cache', file);
        assert.ok(unpacked[encoding](body).equals(all.get(`site/${file}`)), file);
      }
      const page = await ask(address, { encoding });
      assert.equal(page.headers['content-encoding'], encoding);
      assert.equal(page.headers['content-type']?.toLowerCase(), types['.html']);
    }
    const rules = '{ "format": "underskriver-regler", "version": 1, "rules": [], "note": "ours" }';
    writeFileSync(join(site, 'underskriver-regler.json'), rules);
    const own = await ask(`${address}underskriver-regler.json`, { encoding: 'br, gzip' });
    assert.equal(own.headers['content-encoding'], undefined);
    assert.equal(own.body.toString(), rules);
  });

  story(`the app opens from ${name}, and breaks no policy`, async ({ profile, t }) => {
    const { address } = await running(t);
    const page = await (await profile()).open(address);
    await openExample(page);
    await text(page, 'Dette er en eksempelsag');
  });
}
