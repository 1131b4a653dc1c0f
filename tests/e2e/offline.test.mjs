// Once visited the site opens without network, and a new version comes when its user says so, whole, in every tab.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addOffline } from '../../parts/offline/build.mjs';
import { accessible, all, click, download, eventually, expectErrors, fill, intranet, noText, part, story, text } from './harness.mjs';
import { casePages, exportCase, goTo, leaveTo, openExample, shows } from './case.mjs';
import { dist, serve } from './server.mjs';

const SWITCH = 'Skift til den nye version';
/** All that is in the case; how it is stored changes as pieces are folded together. */
const facts = async (page) => JSON.parse((await exportCase(page)).text).events;
const cachesOf = (page) => page.evaluate(() => caches.keys());
const styleOf = (page) => page.$eval('link[rel=stylesheet]', (link) => new URL(link.href).pathname.split('/').pop());
const versionOf = (root) => readFileSync(new URL('index.html', root), 'utf8').match(/name="version" content="([^"]+)"/)[1];

/** The site, kept for use without network by a page of it. */
async function kept(page) {
  await eventually(async () => {
    assert.ok(await page.evaluate(() => Boolean(navigator.serviceWorker.controller)), 'no service worker yet');
  }, 20_000);
}

/** A server that can be stopped, and can serve another version at the same address. */
async function hosting(t, prefix = '/') {
  const served = {};
  let server = await serve(prefix, undefined, served);
  t.after(() => server?.close());
  return {
    address: server.address(),
    async stop() {
      await server.close();
      server = null;
    },
    put(root, over) {
      Object.assign(served, { root, over });
    },
  };
}

/** The built site with another style, under another name, as a new version. */
function newer(t) {
  const folder = mkdtempSync(join(tmpdir(), 'newer-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(dist, folder, { recursive: true });
  const style = readdirSync(folder).find((name) => /^app-.*\.css$/.test(name));
  renameSync(join(folder, style), join(folder, 'app-newer.css'));
  const css = `${readFileSync(join(folder, 'app-newer.css'), 'utf8')}\n:root { --newer: 1 }\n`;
  writeFileSync(join(folder, 'app-newer.css'), css);
  const proof = `sha384-${createHash('sha384').update(css).digest('base64')}`;
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
    .replace(new RegExp(`<link[^>]*${style}[^>]*>`), `<link rel="stylesheet" href="./app-newer.css" crossorigin="anonymous" integrity="${proof}">`)
    .replace(' data-sw="./sw.js"', '')
    .replace(/\s*<meta name="version"[^>]*>/, '');
  writeFileSync(join(folder, 'index.html'), page);
  addOffline(folder);
  return pathToFileURL(`${folder}/`);
}

/** What browsers do when a page is opened, and the app once an hour. */
const look = (page) => page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it.update()));

story('once visited it opens without network, at a page of a case, with all its pages and a Word file', async ({ profile, t }) => {
  const host = await hosting(t, '/a/b/');
  const person = await profile({ offline: true });
  const page = await person.open(host.address);
  await openExample(page);
  await kept(page);
  await host.stop();
  expectErrors(page, /ERR_CONNECTION_REFUSED/);
  await goTo(page, 'Ruter');
  await page.reload();
  await shows(page, 'Ruter');
  for (const name of casePages) await goTo(page, name);
  await goTo(page, 'Udskrifter');
  const file = await download(page, () => click(page, 'button', 'Hent som Word-fil'));
  assert.match(file.name, /\.docx$/);
  const fonts = await page.evaluate(async () => (await document.fonts.ready) && [...document.fonts].some((face) => face.status === 'loaded'));
  assert.ok(fonts, 'the font is kept too');
  const again = await person.open(`${host.address}index.html#/begreber`, { prepare: (page) => expectErrors(page, /ERR_CONNECTION_REFUSED/) });
  await shows(again, 'Begreber');
  await leaveTo(again, 'Sager');
  await text(again, 'Omsorg Klassik til Omsorg Ny');
});

story('what the site sets for itself is as it was last, without network', async ({ profile, t }) => {
  const host = await hosting(t);
  host.put(dist, { 'site.json': '{ "municipality": "Nordby Kommune" }' });
  const page = await (await profile({ offline: true })).open(host.address);
  await kept(page);
  await page.reload();
  await text(page, 'Nordby Kommune');
  host.put(dist, { 'site.json': '{ "municipality": "Sydby Kommune" }' });
  await page.reload();
  await text(page, 'Sydby Kommune');
  await host.stop();
  expectErrors(page, /ERR_CONNECTION_REFUSED/);
  await page.reload();
  await text(page, 'Sydby Kommune');
});

story('a new version is told in every tab, never while somebody writes, and each tab switches when its user says so', async ({ profile, t }) => {
  const host = await hosting(t);
  const person = await profile({ offline: true });
  const one = await person.open(host.address);
  await openExample(one);
  await kept(one);
  await goTo(one, 'Stamdata');
  const two = await person.open(one.url());
  await kept(two);
  for (const page of [one, two]) await page.evaluate(() => { window.same = true; });
  const old = await styleOf(one);
  const root = newer(t);
  host.put(root);

  await one.bringToFront();
  const field = await part(one, 'textbox', 'BestillingsID');
  await field.evaluate((e) => e.select());
  await field.type('Midt i');
  await look(one);
  await two.bringToFront();
  await part(two, 'button', SWITCH);
  await one.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual(await all(one, 'button', SWITCH), [], 'nothing comes in the way of who writes');
  assert.equal(await field.evaluate((e) => e.value), 'Midt i');
  await field.evaluate((e) => e.blur());
  await part(one, 'button', SWITCH);
  await text(one, 'Der er en ny version af siden.');
  await accessible(one);

  // Who does not switch stays on the old version, all of it, also after a reload.
  await two.bringToFront();
  await two.reload();
  await shows(two, 'Stamdata');
  assert.equal(await styleOf(two), old);
  await part(two, 'button', SWITCH);
  await two.evaluate(() => { window.same = true; });

  await one.bringToFront();
  const before = await facts(one);
  await click(one, 'button', SWITCH);
  await eventually(async () => assert.equal(await styleOf(one), 'app-newer.css'));
  await shows(one, 'Stamdata');
  assert.equal(await one.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--newer')), '1');
  const names = await one.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()));
  assert.ok(!names.includes(old), 'nothing of the old version is fetched');
  assert.equal(await (await part(one, 'textbox', 'BestillingsID')).evaluate((e) => e.value), 'Midt i');
  assert.deepEqual(await facts(one), before, 'the switch changes nothing that is stored');
  await noText(one, 'Der er en ny version');

  // The other tab is not touched, goes on whole, and its files are kept for it.
  await two.bringToFront();
  assert.ok(await two.evaluate(() => window.same), 'the other tab was reloaded');
  assert.equal(await styleOf(two), old);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  assert.equal((await cachesOf(two)).filter((name) => !name.endsWith(' live')).length, 2);
  assert.equal(await two.evaluate((name) => fetch(name).then((answer) => answer.ok), old), true, 'its style is not on the host any more');
  for (const name of casePages) await goTo(two, name);
  await click(two, 'button', SWITCH);
  await eventually(async () => assert.equal(await styleOf(two), 'app-newer.css'));
  await eventually(async () => {
    const left = (await cachesOf(two)).filter((name) => !name.endsWith(' live'));
    assert.deepEqual(left, [`udskift-it-system ${host.address} ${versionOf(root)}`]);
  });
});

story('a version that is not whole on the host is not taken, and the one before goes on', async ({ profile, t }) => {
  const host = await hosting(t);
  const page = await (await profile({ offline: true })).open(host.address);
  await openExample(page);
  await kept(page);
  const old = await styleOf(page);
  const root = newer(t);
  const before = await cachesOf(page);
  // Half copied: the new page with the old list, or a file cut short.
  host.put(root, { 'eksempelsag.json': '{}' });
  await look(page);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  assert.deepEqual(await all(page, 'button', SWITCH), []);
  assert.deepEqual((await cachesOf(page)).sort(), before.sort());
  await page.reload();
  await shows(page, 'Overblik');
  assert.equal(await styleOf(page), old);
  // When the copy is done the next look finds it.
  host.put(root);
  await look(page);
  await part(page, 'button', SWITCH);
});

story('what could not be saved is not left behind by a switch', async ({ profile, t }) => {
  const host = await hosting(t);
  const page = await (await profile({ offline: true })).open(host.address);
  await openExample(page);
  await kept(page);
  host.put(newer(t));
  await look(page);
  await part(page, 'button', SWITCH);
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await goTo(page, 'Stamdata');
  await fill(page, 'BestillingsID', 'Ikke gemt');
  await click(page, 'button', SWITCH);
  await text(page, 'Det seneste, du har skrevet, er ikke gemt i browseren.');
  assert.equal(await (await part(page, 'textbox', 'BestillingsID')).evaluate((e) => e.value), 'Ikke gemt');
});

story('a host that takes the worker away is followed: nothing is kept any more, and the site opens as ever', async ({ profile, t }) => {
  const host = await hosting(t);
  const page = await (await profile({ offline: true })).open(host.address);
  await openExample(page);
  await kept(page);
  const before = await facts(page);
  expectErrors(page, /404/);
  host.put(dist, { 'sw.js': null });
  await page.reload();
  await shows(page, 'Overblik');
  await eventually(async () => {
    assert.deepEqual(await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]), [0, 0]);
  });
  await page.reload();
  await shows(page, 'Overblik');
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
  assert.deepEqual(await facts(page), before);
});

story('on plain http nothing is kept, and nothing is asked for', async ({ site, profile }) => {
  const page = await (await profile({ offline: true })).open(await site('/', intranet));
  await openExample(page);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  assert.ok(asked.some((name) => name.includes('/offline-')), 'the page’s own part is there');
  assert.ok(!asked.some((name) => name.endsWith('/sw.js')));
});

story('it can be installed: the manifest, its icons and its addresses hold at a sub-path', async ({ profile, t }) => {
  const host = await hosting(t, '/a/b/');
  const page = await (await profile({ offline: true })).open(host.address);
  await kept(page);
  const session = await page.createCDPSession();
  const { errors, data } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  const { icons, start_url, scope } = JSON.parse(data);
  for (const address of [start_url, scope]) assert.equal(new URL(address, `${host.address}manifest.webmanifest`).href, host.address);
  for (const { src, sizes } of icons) {
    const width = await page.evaluate(async (src) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      return image.naturalWidth;
    }, src);
    if (sizes !== 'any') assert.equal(`${width}x${width}`, sizes, src);
  }
}, { notInFirefox: 'it has no installing of apps' });
