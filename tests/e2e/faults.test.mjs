// When something fails under the app: the program itself, or what the browser kept for it.

import assert from 'node:assert/strict';
import { accessible, click, download, eventually, expectErrors, fill, heading, part, read, story, text, upload } from './harness.mjs';
import { createCase, exportCase, goTo, leaveTo, openExample, shows } from './case.mjs';

/** Everything stored, by key. */
const stored = (page) => page.evaluate(() => ({ ...localStorage }));

const caseId = (page) => page.evaluate(() => location.hash.split('/')[2]);

story('a panic shows a calm page, from which all data can be fetched and the app opened again', async ({ site, profile }) => {
  // What the program takes for granted of a browser: that an element can be made. The flag is this test's own.
  const breakable = () => {
    const make = Document.prototype.createElement;
    Document.prototype.createElement = function (name, ...rest) {
      if (window.broken && name === 'table') throw new Error('no such element');
      return make.call(this, name, ...rest);
    };
  };
  const page = await (await profile()).open(await site(), {
    prepare: (page) => page.evaluateOnNewDocument(breakable),
  });
  await openExample(page);
  await goTo(page, 'Min tur');
  await click(page, 'button', 'Systemansvarlig');
  const before = await stored(page);
  assert.ok(Object.keys(before).some((key) => key.includes(':e:')), 'the example is stored');

  expectErrors(page, /./);
  await page.evaluate(() => { window.broken = true; });
  await click(await part(page, 'navigation', 'Sagens sider'), 'link', 'Ruter');
  await heading(page, 'Noget gik galt i programmet');
  await text(page, 'Det er en fejl i programmet, ikke noget du har gjort');
  const shown = await read(page);
  assert.ok(!shown.includes('Ruteoverblik'), 'nothing is left of the page that failed');
  await accessible(page);

  const file = await download(page, () => click(page, 'button', 'Hent alle gemte data'));
  assert.deepEqual(JSON.parse(file.text), before, 'the file holds what is stored, as it is stored');
  await click(page, 'button', 'Genindlæs siden');
  await shows(page, 'Ruter');
  await heading(page, 'Ruteoverblik');
});

story('what is stored and cannot be read is said, can be fetched as it is, and is left alone; other cases open', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  const other = { title: 'Nyt lønsystem', oldSystem: 'Alfa Løn', newSystem: 'Beta Løn', authority: 'Nordby Kommune' };
  await createCase(page, other);
  await leaveTo(page, 'Sager');
  await openExample(page);
  const id = await caseId(page);
  const rubbish = '}{ ikke en hændelse \u0000 <b>æøå</b>';
  const broken = await page.evaluate((id, rubbish) => {
    const prefix = `uis:${id}:e:`;
    const segments = Object.keys(localStorage).filter((key) => key.startsWith(prefix)).sort();
    // A key of its own beside the readable ones, one of theirs cut short by hand, and the card.
    const own = `${prefix}rubbish`;
    const last = segments.at(-1);
    localStorage.setItem(own, rubbish);
    localStorage.setItem(last, localStorage.getItem(last).slice(0, -40) + rubbish);
    localStorage.setItem(`uis:${id}:card`, rubbish);
    return [own, last].map((key) => [key, localStorage.getItem(key)]);
  }, id, rubbish);
  await page.reload();
  await shows(page, 'Overblik');
  await text(page, 'Noget af det, der var gemt om sagen, kan ikke læses. Teksten er beholdt, som den var');
  const file = await download(page, () => click(page, 'button', 'Hent den ulæselige tekst'));
  const raw = { ...Object.fromEntries(broken), [`uis:${id}:card`]: rubbish };
  assert.deepEqual(JSON.parse(file.text), raw, 'the raw text of what cannot be read, and no more');

  // The case goes on with what can be read, and no work on it writes over the rest.
  await text(page, 'Dette er en eksempelsag');
  await goTo(page, 'Stamdata');
  const field = await part(page, 'textbox', 'BestillingsID');
  await field.type('4711');
  await field.press('Tab');
  await exportCase(page);
  const kept = await stored(page);
  for (const [key, value] of broken) assert.equal(kept[key], value, `${key} was written over`);
  await page.reload();
  await shows(page, 'Stamdata');
  await text(page, 'kan ikke læses');
  await eventually(async () => {
    const value = await (await part(page, 'textbox', 'BestillingsID')).evaluate((e) => e.value);
    assert.match(value, /4711$/, 'what was written since is kept');
  });

  await leaveTo(page, 'Sager');
  await click(page, 'link', other.title);
  await shows(page, 'Overblik');
  await eventually(async () => assert.ok(!(await read(page)).includes('kan ikke læses'), 'the other case is whole'));
});

story('a case of which nothing can be read keeps its raw text, and the list and the other cases are there', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  const other = { title: 'Nyt lønsystem', oldSystem: 'Alfa Løn', newSystem: 'Beta Løn', authority: 'Nordby Kommune' };
  await createCase(page, other);
  await leaveTo(page, 'Sager');
  await openExample(page);
  const id = await caseId(page);
  const broken = await page.evaluate((id) => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`uis:${id}:`));
    for (const key of keys) localStorage.setItem(key, `ulæseligt ${key}`);
    return Object.fromEntries(keys.map((key) => [key, `ulæseligt ${key}`]));
  }, id);
  await page.reload();
  await shows(page, 'Overblik');
  await text(page, 'kan ikke læses');
  const file = await download(page, () => click(page, 'button', 'Hent den ulæselige tekst'));
  assert.deepEqual(JSON.parse(file.text), broken);
  await leaveTo(page, 'Sager');
  await text(page, 'Sag uden navn');
  await click(page, 'link', other.title);
  await shows(page, 'Overblik');
  const kept = await stored(page);
  for (const [key, value] of Object.entries(broken)) assert.equal(kept[key], value, `${key} was written over`);
});

story('what a newer version of the app stored is shown and left alone, and can be fetched as it is', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  const id = await caseId(page);
  await page.evaluate((id) => {
    localStorage.setItem(`uis:${id}:form`, '2');
    localStorage.setItem(`uis:${id}:e:NY:FORM:1`, 'v2|en form, som denne udgave ikke kender');
  }, id);
  const before = await stored(page);
  await page.reload();
  await shows(page, 'Overblik');
  await part(page, 'region', 'Gemt af en nyere udgave');
  await accessible(page);
  await goTo(page, 'Stamdata');
  const field = await part(page, 'textbox', 'BestillingsID');
  await field.type('4711');
  await field.press('Tab');
  await click(page, 'button', 'Eksportér sag');
  await text(page, 'En nyere udgave af appen har gemt sagen i denne browser.');
  assert.equal(page.downloads.length, 0, 'a file would lack what cannot be read');
  for (const name of ['Min tur', 'Ruter', 'Serviceaftaler', 'Omlægning', 'Overleveringer', 'Udskrifter', 'Historik']) {
    await goTo(page, name);
  }
  // Long enough for what closed tabs left to be folded, if it were.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  assert.deepEqual(await stored(page), before, 'not a character is changed');
  const file = await download(page, () => click(page, 'button', 'Hent det, der er gemt'));
  const own = Object.entries(before).filter(([key]) => key.startsWith(`uis:${id}:`));
  assert.deepEqual(JSON.parse(file.text), Object.fromEntries(own));
  await leaveTo(page, 'Sager');
  await text(page, await page.evaluate((id) => JSON.parse(localStorage.getItem(`uis:${id}:card`)).title, id));
});

story('with the clock set back a year what is written last stands, in both tabs and after a merge', async ({ site, profile }) => {
  const person = await profile();
  const address = await site();
  const page = await person.open(address);
  await createCase(page, { title: 'Nyt lønsystem', oldSystem: 'Alfa Løn', newSystem: 'Beta Løn', authority: 'Nordby Kommune' });
  const write = async (page, value) => {
    await goTo(page, 'Stamdata');
    await fill(page, 'BestillingsID', value);
  };
  const holds = (page) => eventually(async () => {
    await goTo(page, 'Stamdata');
    return (await part(page, 'textbox', 'BestillingsID')).evaluate((e) => e.value);
  });
  await write(page, 'I år');
  const thisYear = await exportCase(page);
  const back = () => {
    const year = 365 * 24 * 3600 * 1000;
    const now = Date.now.bind(Date);
    Date.now = () => now() - year;
  };
  const late = await person.open(page.url(), { prepare: (late) => late.evaluateOnNewDocument(back) });
  await write(late, 'Sat tilbage');
  await exportCase(late);
  assert.ok(!(await read(late)).includes('NaN'));
  await page.bringToFront();
  assert.equal(await holds(page), 'Sat tilbage', 'the other tab hears it');
  await page.reload();
  assert.equal(await holds(page), 'Sat tilbage');
  // The older file has an older value, whatever its clock said.
  await upload(page, 'Flet fil ind', thisYear.path);
  await text(page, 'Den har intet nyt');
  await click(page, 'button', 'Lad være');
  assert.equal(await holds(page), 'Sat tilbage');
  await goTo(page, 'Historik');
  await text(page, 'Sat tilbage');
});
