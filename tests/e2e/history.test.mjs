// Historik: what happened is narrowed and leads to its place; two copies are compared by their codes.

import assert from 'node:assert/strict';
import { accessible, click, eventually, fill, fitsWidth, heading, part, story, text } from './harness.mjs';

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
