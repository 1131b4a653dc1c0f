// Every page and state of the app, for everyone: no finding by axe-core, nothing wider than the window, no text cut off.
//
// Each state is looked at in light, dark and forced colours, on a screen and on a phone, and with text twice as large
// (./looks.mjs). All that is wrong in a story is told at once.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atTheWindow } from './at_the_window.mjs';
import { casePages, exportCase, goTo, leaveTo, openExample, plan, createCase, previewMerge, shared, shows } from './case.mjs';
import { check, click, eventually, expectErrors, fill, heading, part, story, text, upload } from './harness.mjs';
import { paste, toImport } from './lists.mjs';
import { everyLook, wrongIn } from './looks.mjs';

const patient = { timeout: 900_000, notInFirefox: 'colours are asked for through Chromium’s own means' };

/** Collects what is wrong in the states of one story. */
function looker(page, looks) {
  const wrong = [];
  const look = async (state) => { wrong.push(...(await wrongIn(page, state, looks))); };
  look.none = () => assert.ok(wrong.length === 0, `${wrong.length} found:\n${wrong.join('\n')}`);
  return look;
}

async function opened(site, profile, options) {
  const page = await (await profile()).open(await site(), options);
  return { page, look: looker(page) };
}

const at = (page, hash) => page.evaluate((there) => { location.hash = there; }, hash);
const ofCase = (page) => page.evaluate(() => location.hash.split('/').slice(0, 3).join('/'));

/** Opens all that is folded together. */
const unfold = (page) => page.evaluate(async () => {
  for (const fold of document.querySelectorAll('main details')) fold.open = true;
  await new Promise((resolve) => setTimeout(resolve, 300));
});

/** A page as it opens, and with all that is folded on it open. */
async function whole(page, look, name) {
  await look(name);
  if (await page.$('main details')) {
    await unfold(page);
    await look(`${name}, unfolded`);
  }
}

story('the list of cases, what belongs to no case, and addresses that lead nowhere', async ({ site, profile }) => {
  const { page, look } = await opened(site, profile);
  await look('Sager, empty');
  await click(page, 'button', 'Ny sag');
  await click(page, 'button', 'Opret sag');
  await text(page, 'Skriv sagens navn.');
  await look('Ny sag, without a name');
  const bad = join(page.folder, 'noter.json');
  writeFileSync(bad, '{"hej": 1}');
  await upload(page, 'Åbn fil', bad);
  await text(page, 'kunne ikke åbnes');
  await look('Sager, with a file that is no case');
  await openExample(page);
  await leaveTo(page, 'Sager');
  await whole(page, look, 'Sager, with a case');
  await click(page, 'button', 'Slet');
  await part(page, 'dialog', 'Slet »Omsorg Klassik til Omsorg Ny«?');
  await look('Sager, asked before a case is deleted');
  await page.keyboard.press('Escape');
  for (const name of ['Begreber', 'Indstillinger']) {
    await leaveTo(page, name);
    await whole(page, look, name);
  }
  for (const [hash, title] of [['#/vejledning', 'Vejledning'], ['#/licenser', 'Licenser'], ['#/indstillinger/underskrifter', 'Regler for underskrivere'], ['#/findes/ikke', null], ['#/sag/7k2m9qx4-1', null]]) {
    await at(page, hash);
    await eventually(async () => assert.notEqual(await page.$eval('main h1', (e) => e.innerText), 'Indstillinger'));
    if (title) await heading(page, title);
    await whole(page, look, hash);
  }
  look.none();
}, patient);

const halves = [casePages.slice(0, 6), casePages.slice(6)];
for (const pages of halves) {
  story(`the example case: ${pages.join(', ')}`, async ({ site, profile }) => {
    const { page, look } = await opened(site, profile);
    await openExample(page);
    for (const name of pages) {
      await goTo(page, name);
      await whole(page, look, name);
    }
    look.none();
  }, patient);
}

story('the example case: a route, its questions, the eksekveringsoversigt, signatures, Kørebog, roles chosen', async ({ site, profile }) => {
  const { page, look } = await opened(site, profile);
  await openExample(page);
  await check(await part(page, 'group', 'Min rolle'), 'Systemansvarlig');
  await goTo(page, 'Min tur');
  await whole(page, look, 'Min tur, with a role');
  const here = await ofCase(page);
  for (const [rest, title] of [['ruter/eksekvering', 'Eksekveringsoversigt'], ['ruter/underskrifter', 'Underskrifter'], ['omlaegning/koerebog', 'Kørebog']]) {
    await at(page, `${here}/${rest}`);
    await shows(page, title);
    await whole(page, look, title);
  }
  await goTo(page, 'Ruter');
  for (const route of await page.$$eval('.route-table tbody th a', (links) => [links[0], links.at(-1)].map((it) => it.getAttribute('href')))) {
    await at(page, route);
    await eventually(async () => assert.match(await page.$eval('h1', (e) => e.innerText), /^Rute /));
    await whole(page, look, `route ${route}`);
  }
  await goTo(page, 'Ruter');
  await click(page, 'button', 'Tilføj rute');
  await click(page, 'button', 'Opret rute');
  await look('Ruter, a route without a name');
  await page.$eval('.route-table tbody input[type=checkbox]', (box) => box.click());
  await look('Ruter, with a chosen row');
  look.none();
}, patient);

story('a new case without anything in it: all its pages', async ({ site, profile }) => {
  const { page } = await opened(site, profile);
  const look = looker(page, everyLook.filter(({ colour }) => colour === 'light'));
  await createCase(page, plan);
  for (const name of casePages) {
    await goTo(page, name);
    await look(`${name}, empty`);
  }
  await toImport(page);
  await look('Indlæs ruteliste, empty');
  await at(page, `${await ofCase(page)}/omlaegning/koerebog`);
  await shows(page, 'Kørebog');
  await look('Kørebog, empty');
  look.none();
}, patient);

story('a list of routes on its way in: columns, what comes, what must be mended', async ({ site, profile }) => {
  const { page, look } = await opened(site, profile);
  await openExample(page);
  await toImport(page);
  const list = [['Rutenavn', 'Rutetype', 'Afsendersystem', 'Status'], ['SP-1015 Kontoplan', 'SFTP', 'Omsorg', 'Aktiv'], ['Ny', 'FTPS over VPN', 'Omsorg', 'måske']];
  await paste(page, list.map((row) => row.join('\t')).join('\r\n'));
  await look('Indlæs ruteliste, columns');
  await click(page, 'button', 'Fortsæt');
  await heading(page, '3. Se, hvad der kommer ind');
  await whole(page, look, 'Indlæs ruteliste, preview');
  look.none();
}, patient);

story('a file before it is merged, with conflicts; the conflicts in the case; what Fortryd asks', async ({ site, profile }) => {
  const { mette, jonas } = await shared(site, profile);
  const look = looker(mette);
  await fill(mette, 'BestillingsID', 'BEST-1');
  await fill(jonas, 'BestillingsID', 'BEST-2');
  await fill(jonas, 'Bemærkning', 'Går i drift til foråret.');
  await previewMerge(mette, await exportCase(jonas));
  await whole(mette, look, 'a merge’s preview');
  await click(mette, 'button', 'Flet ind');
  await text(mette, 'Filen er flettet ind');
  await look('what the merge did');
  for (const name of ['Overblik', 'Stamdata', 'Historik']) {
    await goTo(mette, name);
    await whole(mette, look, `${name}, with a conflict`);
  }
  await click(mette, 'button', 'Fortryd');
  await eventually(async () => assert.ok(await mette.$('dialog[open]')));
  await look('Fortryd of a merge, asked');
  look.none();
}, patient);

story('the case as it was; the documents; a case handed over', async ({ site, profile }) => {
  const { page, look } = await opened(site, profile);
  await openExample(page);
  await goTo(page, 'Udskrifter');
  const documents = await page.$$eval('.print-documents label', (labels) => labels.map((label) => label.innerText.trim()));
  for (const name of documents) {
    await click(page, 'radio', name);
    await eventually(async () => assert.equal(await page.$eval('.print-doc h3', (h) => h.innerText), name));
    await look(`Udskrifter, ${name}`);
  }
  await goTo(page, 'Overleveringer');
  await fill(page, 'Hvem skal have sagen?', 'Systemejer');
  await click(page, 'button', 'Overdrag');
  await eventually(async () => assert.ok(await page.$('#overdrag-besked')));
  await look('Overleveringer, handed over');
  await goTo(page, 'Historik');
  await click(await page.$('.timeline li:nth-child(3)'), 'link', 'Se sagen som den så ud her');
  await part(page, 'region', 'Sagen, som den så ud');
  for (const name of ['Overblik', 'Ruter', 'Stamdata', 'Udskrifter']) {
    await goTo(page, name);
    await look(`${name}, as it was`);
  }
  look.none();
}, patient);

story('a meeting, point by point and from paper; the service window live', async ({ site, profile }) => {
  const { page, look } = await opened(site, profile);
  await openExample(page);
  await goTo(page, 'Møde');
  await check(page, 'Mette Holm');
  await click(page, 'button', 'Begynd mødet');
  await eventually(async () => assert.ok(await page.$('#moede-punkt')));
  await look('Møde, a point');
  await click(page, 'button', 'Indtast fra papir');
  await look('Møde, from paper');
  await click(page, 'button', 'Afslut mødet');
  await heading(page, 'Sidste møde');
  await look('Møde, ended');
  await leaveTo(page, 'Sager');
  await upload(page, 'Åbn fil', atTheWindow(page, { routes: 12 }));
  await shows(page, 'Overblik');
  await whole(page, look, 'Overblik, the night of the window');
  await click(page, 'link', 'Åbn kørebogen');
  await shows(page, 'Kørebog');
  await whole(page, look, 'Kørebog, live');
  look.none();
}, patient);

story('the browser stores nothing more, or nothing at all; the program cannot be fetched', async ({ site, profile }) => {
  const someone = await profile();
  const address = await site();
  const denied = await someone.open(address, {
    prepare: (page) => page.evaluateOnNewDocument(() => {
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
    }),
  });
  await createCase(denied, plan);
  await text(denied, 'Gemmes ikke');
  const without = looker(denied);
  await without('Stamdata, nothing is stored');
  without.none();
  await denied.close();

  const full = await someone.open(address);
  await createCase(full, plan);
  await full.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await fill(full, 'BestillingsID', 'BEST-1');
  await text(full, 'Ikke gemt: browseren tager ikke imod mere');
  const look = looker(full);
  await look('Stamdata, the browser is full');
  look.none();
  await full.close();

  const unfetched = await someone.open(address, {
    prepare: async (page) => {
      expectErrors(page, /./);
      await page.setRequestInterception(true);
      page.on('request', (request) => (request.url().endsWith('.wasm') ? request.abort() : request.continue()));
    },
    ready: '#boot-failed h1',
  });
  const failed = looker(unfetched);
  await failed('the program cannot be fetched');
  failed.none();
}, patient);

story('who wants less movement sees none', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await openExample(page);
  for (const name of casePages) {
    await goTo(page, name);
    await unfold(page);
    const moving = await page.evaluate(() => [
      ...document.getAnimations().map((it) => it.constructor.name),
      ...[...document.querySelectorAll('*')].filter((e) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(e);
        return animationName !== 'none' || parseFloat(transitionDuration) > 0.001 || scrollBehavior === 'smooth';
      }).map((e) => e.outerHTML.slice(0, 100)),
    ]);
    assert.deepEqual(moving, [], name);
  }
}, { notInFirefox: patient.notInFirefox });
