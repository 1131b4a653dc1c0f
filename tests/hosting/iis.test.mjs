// The sample for IIS, which cannot be run here: it is read as XML, and says the same as the others.

import assert from 'node:assert/strict';
import { story } from '../e2e/harness.mjs';
import { isHashed, safety, siteFiles, types } from './expected.mjs';
import { files } from './zip.mjs';

story('IIS is told the same types, headers and lasting as the other servers', async ({ profile }) => {
  const config = files().get('vaerter/iis/web.config').toString();
  // The app's own page lets no text be parsed.
  const page = await (await profile()).open('about:blank', { ready: 'body' });
  const said = await page.evaluate((config) => {
    const xml = new DOMParser().parseFromString(config, 'application/xml');
    const all = (path, from = xml) => [...from.querySelectorAll(path)];
    const attributes = (element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
    return {
      error: xml.querySelector('parsererror')?.textContent ?? null,
      root: xml.documentElement.tagName,
      removed: all('staticContent > remove').map((remove) => remove.getAttribute('fileExtension')),
      types: all('staticContent > mimeMap').map(attributes),
      taken: all('customHeaders > remove').map((remove) => remove.getAttribute('name')),
      headers: all('customHeaders > add').map(attributes),
      cache: all('configuration > system\\.webServer > staticContent > clientCache').map(attributes),
      hashed: all('location').map((location) => [location.getAttribute('path'), attributes(location.querySelector('clientCache'))]),
      listing: all('directoryBrowse').map(attributes),
      first: all('defaultDocument > files > *').map((file) => `${file.tagName} ${file.getAttribute('value')}`),
    };
  }, config);
  assert.equal(said.error, null);
  assert.equal(said.root, 'configuration');
  const written = Object.fromEntries(said.types.map(({ fileExtension, mimeType }) => [fileExtension, mimeType]));
  assert.deepEqual(written, types);
  // A type or header that the server has already would be an error.
  assert.deepEqual([...said.removed].sort(), Object.keys(types).sort());
  const headers = Object.fromEntries(said.headers.map(({ name, value }) => [name.toLowerCase(), value]));
  assert.deepEqual(headers, safety());
  for (const { name } of said.headers) assert.ok(said.taken.includes(name), name);
  assert.deepEqual(said.cache, [{ cacheControlMode: 'DisableCache' }]);
  const lasting = { cacheControlMode: 'UseMaxAge', cacheControlMaxAge: '365.00:00:00', cacheControlCustom: 'public, immutable' };
  assert.deepEqual(said.hashed, siteFiles().filter(isHashed).sort().map((name) => [name, lasting]));
  assert.deepEqual(said.listing, [{ enabled: 'false' }]);
  assert.deepEqual(said.first, ['clear null', 'add index.html']);
});
