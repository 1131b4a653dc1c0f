// What earlier versions of the app stored opens in this one, and what a newer one stored is left as it is.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { accessible, click, download, eventually, fill, noText, part, story, text } from './harness.mjs';
import { casePages, exportCase, goTo, leaveTo, shows } from './case.mjs';

const folder = new URL('../fixtures/storage/', import.meta.url);
const dumps = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => file.replace('.json', '')).sort();
const dump = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const stored = (page) => page.evaluate(() => ({ ...localStorage }));

/** What each dump is known by: a case of it, and what it says where. */
const known = {
  '1-first': { id: '8vgp9naa-1', title: 'Nyt lønsystem', others: ['Omsorg Klassik til Omsorg Ny'], orderId: '4711\\ "æøå"' },
  '2-kept': { id: '7k2m9qx4-1', title: 'Alfa til Beta', others: [], orderId: '', due: '2026-12-24' },
  '3-folded': { id: 'p3bkazq3-1', title: 'Fra tre faner', others: [], orderId: 'B-3' },
  '4-columns': { id: '8vgp9naa-1', title: 'Nyt lønsystem', others: [], orderId: '4711\\ "æøå"' },
  '5-now': { id: '7k2m9qx4-1', title: 'Alfa til Beta', others: [], orderId: '', due: '2026-12-24' },
  'newer-events': { id: '7k2m9qx4-1', title: 'Alfa til Beta', others: [], orderId: 'BST-9', due: '2026-12-24', isNewer: true },
  'newer-form': { id: '7k2m9qx4-1', title: 'Alfa til Beta', others: [], isShut: true },
};

/** The app on the list of cases, in a browser that has this stored. */
async function openOn(name, { site, profile }, left = () => true) {
  const person = await profile();
  const page = await person.open(await site());
  await page.evaluate((pieces) => {
    for (const [key, value] of pieces) localStorage.setItem(key, value);
  }, Object.entries(dump(name)).filter(([key]) => left(key)));
  await page.reload();
  await shows(page, 'Sager');
  return page;
}

/** Long enough for what closed tabs left to be folded. */
const folded = () => new Promise((resolve) => setTimeout(resolve, 1_800));
const orderId = async (page) => (await part(page, 'textbox', 'BestillingsID')).evaluate((e) => e.value);

/** All events of an exported file, and what of them is not known to this version. */
const events = (file) => JSON.parse(file.text).events;

assert.deepEqual(Object.keys(known), dumps);

for (const name of dumps.filter((name) => !known[name].isShut)) {
  const { title, others, orderId: wanted, due, isNewer } = known[name];
  story(`the storage ${name} opens, is looked at on every page and worked on, and loses nothing`, async (told) => {
    const before = dump(name);
    const page = await openOn(name, told);
    for (const other of others) await text(page, other);
    assert.deepEqual(await stored(page), before, 'the list of cases writes nothing');
    await click(page, 'link', title);
    await shows(page, 'Overblik');
    for (const to of casePages) await goTo(page, to);
    await eventually(async () => assert.equal(await orderId(page), wanted));
    await folded();
    const looked = await stored(page);
    // Folding puts pieces together, and that is all that looking at a case may do.
    for (const [key, value] of Object.entries(before)) {
      if (!(key.includes(':e:') && !(key in looked))) assert.equal(looked[key], value, `${key} is as it was`);
    }
    if (isNewer) {
      await text(page, 'Noget af det, der var gemt om sagen, kan ikke læses');
    } else {
      await noText(page, 'kan ikke læses');
    }

    await fill(page, 'BestillingsID', 'Rettet i dag');
    const file = await exportCase(page);
    const ids = events(file).map((event) => event.id);
    assert.equal(new Set(ids).size, ids.length, 'no event is exported twice');
    if (due) assert.equal(events(file).find((event) => event.field === 'due/case').value, due);
    const after = await stored(page);
    for (const [key, value] of Object.entries(before)) {
      if (key.includes(':e:') && !isNewerSegment(key)) continue;
      const ours = key.endsWith(':card');
      if (!ours && !key.endsWith(':seen')) assert.equal(after[key], value, `${key} is as it was`);
    }
    await page.reload();
    await eventually(async () => assert.equal(await orderId(page), 'Rettet i dag'));
  });
}

const isNewerSegment = (key) => key.includes(':n3w3r000:');

story('an edit keeps what only a newer version knows: of the card, of who I am, of events and of keys', async (told) => {
  const name = 'newer-events';
  const before = dump(name);
  const { id } = known[name];
  const page = await openOn(name, told);
  await click(page, 'link', known[name].title);
  await shows(page, 'Overblik');
  await goTo(page, 'Stamdata');
  await fill(page, 'BestillingsID', 'Rettet i dag');
  const file = await exportCase(page);
  assert.deepEqual(events(file).find((event) => event.field === `route/7k2m9qx4-15/colour`)?.mood, 'good');
  await leaveTo(page, 'Indstillinger');
  await fill(page, 'Mine initialer', 'BKJ');
  await folded();
  const after = await stored(page);
  const card = JSON.parse(after[`uis:${id}:card`]);
  assert.deepEqual([card.colour, card.pins], ['red', [1, 2]]);
  assert.notEqual(card.exported, null, 'the card is written');
  const me = JSON.parse(after['uis:profile']);
  assert.deepEqual([me.initials, me.photo], ['BKJ', { kind: 'svg' }]);
  for (const key of [`uis:${id}:kept`, `uis:${id}:pictures`, 'uis:theme', ...Object.keys(before).filter(isNewerSegment)]) {
    assert.equal(after[key], before[key], `${key} is as it was`);
  }
});

story('an event that had to be kept counts once it is known: it is shown, exported once, and can be changed', async (told) => {
  const page = await openOn('2-kept', told);
  await click(page, 'link', 'Alfa til Beta');
  await shows(page, 'Overblik');
  await text(page, '24.12.2026');
  await goTo(page, 'Møde');
  await goTo(page, 'Historik');
  await text(page, '24.12.2026');
  const file = await exportCase(page);
  const fields = events(file).map((event) => event.field);
  for (const field of ['due/case', 'meeting/1/started', 'attempt/1/planned/G2', 'route/7k2m9qx4-15/colour']) {
    assert.equal(fields.filter((other) => other === field).length, 1, field);
  }
});

story('a case of which nothing else is left than what had to be kept opens too', async (told) => {
  const page = await openOn('2-kept', told, (key) => !key.includes(':e:'));
  const before = await stored(page);
  await click(page, 'link', 'Alfa til Beta');
  await shows(page, 'Overblik');
  await text(page, '24.12.2026');
  assert.deepEqual(await stored(page), before);
});

story('storage of a newer form is refused in plain words, and not a character of it changes', async (told) => {
  const before = dump('newer-form');
  const page = await openOn('newer-form', told);
  await click(page, 'link', 'Alfa til Beta');
  await shows(page, 'Overblik');
  await part(page, 'region', 'Gemt af en nyere udgave');
  await text(page, 'En nyere udgave af appen har gemt sagen i denne browser');
  await accessible(page);
  for (const to of casePages) await goTo(page, to);
  const field = await part(page, 'textbox', 'BestillingsID');
  await field.type('4711');
  await field.press('Tab');
  await folded();
  assert.deepEqual(await stored(page), before);
  const file = await download(page, () => click(page, 'button', 'Hent det, der er gemt'));
  const own = Object.entries(before).filter(([key]) => key.startsWith('uis:7k2m9qx4-1:'));
  assert.deepEqual(JSON.parse(file.text), Object.fromEntries(own));
});
