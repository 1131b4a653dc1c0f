// Historik: what happened is narrowed and leads to its place; two copies are compared by their codes.

import assert from 'node:assert/strict';
import { accessible, click, eventually, fill, fitsWidth, heading, part, story, text, upload } from './harness.mjs';
import { exportCase, goTo, shared } from './case.mjs';

async function history({ site, profile }) {
  const page = await (await profile()).open(await site());
  await click(page, 'button', 'Prøv med eksempelsag');
  await click(await part(page, 'navigation', 'Sagens sider'), 'link', 'Historik');
  await heading(page, 'Historik');
  return page;
}

/** What each line shown says of who and what. */
async function lines(page) {
  return page.$$eval('.timeline li', (all) =>
    all.map((line) => ({
      who: line.querySelector('.timeline__who').innerText,
      what: line.querySelector('.timeline__what').innerText,
    })),
  );
}

story('the history is narrowed by person, route and day, and a line leads to where it happened', async (t) => {
  const page = await history(t);
  const before = await lines(page);
  assert.ok(before.length > 100, `${before.length} lines`);
  const options = await page.$$eval('#historik-person option', (all) => all.map((o) => o.innerText));
  const name = before[0].who.split(' · ')[0];
  const person = options.find((option) => option.startsWith(name));
  await fill(page, 'Person', person);
  await eventually(async () => {
    const shown = await lines(page);
    assert.ok(shown.length > 0 && shown.every((line) => line.who.startsWith(name)), 'others are shown too');
  });
  await click(page, 'button', 'Ryd valg');
  await eventually(async () => assert.equal((await lines(page)).length, before.length));
  assert.equal(await page.$eval('#historik-person', (e) => e.value), '');

  await fill(page, 'Rute', 'sp-0');
  let first;
  await eventually(async () => {
    const shown = await lines(page);
    assert.ok(shown.length > 0 && shown.length < before.length, `${shown.length} lines`);
    first = shown[0].what;
  });
  await accessible(page);
  await page.setViewport({ width: 320, height: 640 });
  await fitsWidth(page);
  await page.setViewport({ width: 1280, height: 900 });
  await page.click('.timeline li a');
  await eventually(async () => {
    const where = await page.$eval('h1', (e) => e.innerText);
    assert.match(where, /^Rute /, `${first} led to ${where}`);
  });
  await page.goBack();
  await heading(page, 'Historik');
  await fill(page, 'Fra og med', '2031-01-01');
  await text(page, 'Ingen hændelser passer til det, du har valgt.');
});

story('a version code says whether another copy is the same, older, or not to be told', async (t) => {
  const page = await history(t);
  const code = async () => (await page.$eval('#versionskode + p', (e) => e.innerText)).match(/\b[0-9a-z]{4}-[0-9a-z]{4}\b/)[0];
  const old = await code();
  const compare = async (typed, says) => {
    await fill(page, 'Koden fra den anden kopi', typed);
    await click(page, 'button', 'Sammenlign');
    await text(page, says);
  };
  await compare(old.toUpperCase().replace('-', ' '), 'Samme version');
  await compare('abc', 'En versionskode har 8 bogstaver og tal');
  await click(await part(page, 'navigation', 'Sagens sider'), 'link', 'Stamdata');
  await fill(page, 'Bemærkning', 'Mødt onsdag');
  await click(await part(page, 'navigation', 'Sagens sider'), 'link', 'Historik');
  await eventually(async () => assert.notEqual(await code(), old));
  await compare(old, 'Du har nyere: deres kopi er en tidligere udgave af din og mangler 1 ændring.');
  await compare(old.slice(0, 8) + (old.endsWith('2') ? '3' : '2'), 'Koden kendes ikke her.');
});

story('what is changed since my last export, a day or a file is told by person and place', async ({ site, profile }) => {
  const { mette, file } = await shared(site, profile);
  await fill(mette, 'BestillingsID', 'BEST-1');
  await goTo(mette, 'Historik');
  const since = await part(mette, 'region', 'Hvad er ændret siden …');
  const options = await since.$$eval('option', (all) => all.map((option) => option.innerText));
  await fill(since, 'Siden hvornår?', options.find((option) => option.startsWith('Min sidste eksport, i dag')));
  await text(since, '1 ændring af 1 person');
  await text(since, 'BEST-1');
  await text(since, 'Stamdata');
  await accessible(mette);
  await mette.setViewport({ width: 320, height: 640 });
  await fitsWidth(mette);
  await mette.setViewport({ width: 1280, height: 900 });

  await fill(since, 'Siden hvornår?', 'En dag');
  await fill(since, 'Fra og med dagen', '2031-01-01');
  await text(since, 'Ingen ændringer.');
  await fill(since, 'Fra og med dagen', '2020-01-01');
  await text(since, 'Løn Gammel');

  await fill(since, 'Siden hvornår?', 'En fil, jeg har');
  await upload(mette, 'Vælg filen', file.path);
  await text(since, 'Du har nyere: de mangler 1 ændring.');
  await text(since, 'BEST-1');
  assert.ok(!(await since.evaluate((e) => e.innerText)).includes('Løn Gammel'), 'what the file has is not told');
  assert.equal((await mette.$$('section.merge')).length, 0, 'to look is not to merge');

  // After an export there is nothing new, also when the page is opened anew, and the code of before is known.
  const before = JSON.parse((await exportCase(mette)).text).exported.code;
  await goTo(mette, 'Stamdata');
  await fill(mette, 'BestillingsID', 'BEST-2');
  await mette.reload();
  await goTo(mette, 'Historik');
  await fill(mette, 'Koden fra den anden kopi', before);
  await click(mette, 'button', 'Sammenlign');
  await text(mette, 'Du har nyere: deres kopi er en tidligere udgave af din og mangler 1 ændring.');
  const again = await part(mette, 'region', 'Hvad er ændret siden …');
  await fill(again, 'Siden hvornår?', await again.$eval('option:nth-of-type(2)', (option) => option.innerText));
  await text(again, 'BEST-2');
});
