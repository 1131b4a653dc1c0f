// "Fortryd" and "Gentag", by buttons and keys: what they did is said, and what others built on is told before.

import assert from 'node:assert/strict';
import { accessible, all, click, eventually, fill, part, story, text } from './harness.mjs';
import { createCase, exportCase, goTo, introduce, merge, plan, shared } from './case.mjs';

const orderId = (page, is) => eventually(async () => assert.equal(await page.$eval('#case-order-id', (e) => e.value), is));
const stored = (page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));

async function keys(page, ...names) {
  for (const name of names.slice(0, -1)) await page.keyboard.down(name);
  await page.keyboard.press(names.at(-1));
  for (const name of names.slice(0, -1).reverse()) await page.keyboard.up(name);
}

async function begun(site, profile) {
  const page = await (await profile()).open(await site());
  await introduce(page, 'Mette Holm', 'MH');
  await createCase(page, plan);
  await fill(page, 'BestillingsID', 'BEST-1');
  await fill(page, 'BestillingsID', 'BEST-2');
  return page;
}

story('changes are taken back and done again by buttons and keys, each said in words and standing in the history', async ({ site, profile }) => {
  const page = await begun(site, profile);
  await click(page, 'button', 'Fortryd');
  await text(page, 'Fortrudt: Satte BestillingsID til »BEST-2«.');
  await orderId(page, 'BEST-1');
  await click(page, 'button', 'Gentag');
  await text(page, 'Gentaget: Satte BestillingsID til »BEST-2«.');
  await orderId(page, 'BEST-2');
  await page.evaluate(() => document.activeElement.blur());
  await keys(page, 'Control', 'KeyZ');
  await orderId(page, 'BEST-1');
  await keys(page, 'Control', 'KeyZ');
  await text(page, 'Fortrudt: Satte BestillingsID til »BEST-1«.');
  await orderId(page, '');
  await keys(page, 'Control', 'KeyY');
  await orderId(page, 'BEST-1');
  await keys(page, 'Control', 'Shift', 'KeyZ');
  await orderId(page, 'BEST-2');
  await keys(page, 'Control', 'KeyY');
  await text(page, 'Der er ikke noget at gentage i denne fane.');
  await keys(page, 'Meta', 'KeyZ');
  await orderId(page, 'BEST-1');

  // A new change, and what was taken back cannot come again.
  await fill(page, 'Bemærkning', 'Mødt onsdag');
  const [redo] = await all(page, 'button', 'Gentag');
  assert.equal(await redo.evaluate((e) => e.getAttribute('aria-disabled')), 'true');
  await click(page, 'button', 'Gentag');
  await text(page, 'Der er ikke noget at gentage i denne fane.');
  await orderId(page, 'BEST-1');
  assert.equal(await redo.evaluate((e) => e.getAttribute('aria-keyshortcuts')), 'Control+Y Control+Shift+Z Meta+Shift+Z');
  await goTo(page, 'Historik');
  await text(page, '»Fortryd« (Ctrl+Z)');
  const lines = await page.$$eval('.timeline__what', (all) => all.map((line) => line.innerText));
  assert.ok(lines.filter((line) => line.includes('»BEST-1«')).length >= 4, 'what was taken back stands there too');
  await accessible(page);
});

story('what is created comes back whole, and a text field keeps Ctrl+Z for itself', async ({ site, profile }) => {
  const page = await begun(site, profile);
  const organisations = await part(page, 'region', 'Organisationer');
  await fill(organisations, 'Ny organisation', 'Sydby Kommune');
  await click(organisations, 'button', 'Tilføj');
  await part(organisations, 'group', 'Sydby Kommune');
  await page.evaluate(() => document.activeElement.blur());
  await keys(page, 'Control', 'KeyZ');
  await text(page, 'Fortrudt: Tilføjede organisationen Sydby Kommune.');
  assert.equal((await all(organisations, 'group', 'Sydby Kommune')).length, 0);
  await keys(page, 'Control', 'KeyY');
  await part(organisations, 'group', 'Sydby Kommune');

  const before = await stored(page);
  await page.focus('#case-note');
  await page.keyboard.type('Mødt');
  await keys(page, 'Control', 'KeyZ');
  assert.notEqual(await page.$eval('#case-note', (e) => e.value), 'Mødt', 'the field did not undo its own');
  await keys(page, 'Control', 'KeyY');
  await page.$eval('#case-note', (e) => { e.value = ''; });
  assert.equal(await stored(page), before, 'the case was changed from within the field');
  await part(organisations, 'group', 'Sydby Kommune');
});

/** Jonas has merged Mette's file and written over her BestillingsID, and she has merged his. */
async function builtOn(site, profile) {
  const { mette, jonas } = await shared(site, profile);
  await goTo(mette, 'Stamdata');
  await fill(mette, 'Bemærkning', 'Mødt onsdag');
  await fill(mette, 'BestillingsID', 'BEST-1');
  await merge(jonas, await exportCase(mette));
  await fill(jonas, 'BestillingsID', 'BEST-2');
  await merge(mette, await exportCase(jonas));
  return { mette, jonas };
}

story('what another has built on is told before, with whom; a merge asks, and what stands is passed by', async ({ site, profile }) => {
  const { mette, jonas } = await builtOn(site, profile);
  await orderId(mette, 'BEST-2');
  const before = await stored(mette);

  await click(mette, 'button', 'Fortryd');
  const dialog = await part(mette, 'dialog', 'Vil du fortryde det?');
  await text(dialog, /Flettede \d+ ændring(er)? ind\./);
  await text(dialog, 'andres ændringer');
  await accessible(mette);
  await mette.keyboard.press('Escape');
  await eventually(async () => assert.equal(await mette.evaluate(() => document.activeElement.innerText), 'Fortryd'));
  assert.equal(await stored(mette), before, 'asking changes nothing');
  await click(mette, 'button', 'Fortryd');
  await click(await part(mette, 'dialog', 'Vil du fortryde det?'), 'button', 'Fortryd alligevel');
  await orderId(mette, 'BEST-1');
  await click(mette, 'button', 'Gentag');
  await orderId(mette, 'BEST-2');
  await text(mette, /Gentaget: Flettede/);
});

story('what I let stand is passed by, and what another wrote over cannot be taken back by me', async ({ site, profile }) => {
  const { mette, jonas } = await builtOn(site, profile);
  await click(mette, 'button', 'Fortryd');
  await click(await part(mette, 'dialog', 'Vil du fortryde det?'), 'button', 'Lad det stå');
  await text(mette, 'Det bliver stående. »Fortryd« går nu til det, du gjorde før.');
  await mette.evaluate(() => document.activeElement.blur());
  await keys(mette, 'Control', 'KeyZ');
  const dialog = await part(mette, 'dialog', 'Det bliver stående');
  await text(dialog, 'Satte BestillingsID til »BEST-1«.');
  await text(dialog, 'BestillingsID er ændret siden af Jonas Berg og bliver stående.');
  assert.equal((await all(dialog, 'button', 'Fortryd alligevel')).length, 0, 'there is nothing to take back');
  for (const width of [1280, 360]) {
    await mette.setViewport({ width, height: 900 });
    if (process.env.SHOTS) await mette.screenshot({ path: `${process.env.SHOTS}/undo-${width}.png` });
  }
  await mette.setViewport({ width: 1280, height: 900 });
  await click(dialog, 'button', 'Lad det stå');
  await orderId(mette, 'BEST-2');
  await mette.evaluate(() => document.activeElement.blur());
  await keys(mette, 'Control', 'KeyZ');
  await text(mette, 'Fortrudt: Skrev en bemærkning til sagen: »Mødt onsdag«.');
  await orderId(mette, 'BEST-2');
});

story('where only some of a merge is written over since, the rest can be taken back', async ({ site, profile }) => {
  const { mette, jonas } = await shared(site, profile);
  await goTo(mette, 'Stamdata');
  await fill(jonas, 'BestillingsID', 'BEST-2');
  await fill(jonas, 'Bemærkning', 'Ring til Jonas');
  await merge(mette, await exportCase(jonas));
  await orderId(mette, 'BEST-2');
  const tab = await mette.browser().newPage();
  await tab.goto(await mette.evaluate(() => location.href));
  await fill(tab, 'Bemærkning', 'Ring til Mette');
  await mette.bringToFront();
  await eventually(async () => assert.equal(await mette.$eval('#case-note', (e) => e.value), 'Ring til Mette'));
  await click(mette, 'button', 'Fortryd');
  const dialog = await part(mette, 'dialog', 'Vil du fortryde det?');
  await text(dialog, 'Bemærkning til sagen er ændret siden af Mette Holm og bliver stående.');
  await click(dialog, 'button', 'Fortryd alligevel');
  await text(mette, 'Men ikke alt: Bemærkning til sagen er ændret siden af Mette Holm');
  await orderId(mette, '');
  assert.equal(await mette.$eval('#case-note', (e) => e.value), 'Ring til Mette');
});
