// A file is seen before it is merged: what is new, what conflicts; then merged, resolved, sent back, or taken back.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessible, click, eventually, fill, noText, part, story, text } from './harness.mjs';
import { exportCase, goTo, merge, previewMerge, shared, shows } from './case.mjs';

/** What the browser holds of cases. */
const stored = (page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));

/** The version code on a file's cover, and the events it holds. */
function held(file) {
  const { exported, events } = JSON.parse(readFileSync(file.path, 'utf8'));
  assert.match(exported.code, /^\w{4}-\w{4}$/);
  return { code: exported.code, ids: events.map((event) => event.id).sort() };
}

/** Mette has a case, Jonas a copy, and each wrote a BestillingsID of their own. */
async function disagreeing(site, profile) {
  const { mette, jonas, file } = await shared(site, profile);
  await fill(mette, 'BestillingsID', 'BEST-1');
  await fill(jonas, 'BestillingsID', 'BEST-2');
  await fill(jonas, 'Bemærkning', 'Går i drift til foråret.');
  return { mette, jonas, file };
}

story('a file shows what it brings before anything is changed, and one choice makes both copies equal', async ({ site, profile }) => {
  const { mette, jonas } = await disagreeing(site, profile);
  const theirs = await exportCase(jonas);
  await exportCase(mette);
  const before = await stored(mette);

  await previewMerge(mette, theirs);
  const preview = await part(mette, 'region', 'Før du fletter: 1 fil');
  for (const said of ['af Jonas Berg', 'Nyt til dig', 'BEST-1', 'BEST-2', 'Mette Holm', 'Går i drift til foråret.']) {
    await text(preview, said);
  }
  await accessible(mette);
  for (const [width, name] of [[1280, 'wide'], [360, 'narrow']]) {
    await mette.setViewport({ width, height: 900 });
    if (process.env.SHOTS) await mette.screenshot({ path: `${process.env.SHOTS}/merge-${name}.png`, fullPage: true });
    const [needed, given] = await mette.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(needed <= given, `${needed} px of ${given}`);
  }
  await mette.setViewport({ width: 1280, height: 900 });
  assert.equal(await stored(mette), before, 'nothing is stored by looking');

  await click(mette, 'button', 'Lad være');
  await text(mette, 'Intet er ændret');
  assert.equal(await stored(mette), before, 'nothing is stored by leaving it');
  // The focus moves with the next frame.
  await eventually(async () => assert.equal(await mette.evaluate(() => document.activeElement.id), 'flet-fil'));

  await merge(mette, theirs);
  await text(mette, 'Filen er flettet ind');
  assert.notEqual(await stored(mette), before);
  await goTo(mette, 'Overblik');
  const conflicts = await part(mette, 'region', 'Konflikter');
  await fill(conflicts, 'Eller skriv noget tredje', 'BEST-3');
  await click(conflicts, 'button', 'Brug det, jeg har skrevet');
  await noText(mette, 'Konflikter');

  const back = await exportCase(mette);
  await merge(jonas, back);
  await text(jonas, 'Filen er flettet ind');
  await noText(jonas, 'BEST-1');
  const [one, other] = [held(back), held(await exportCase(jonas))];
  assert.deepEqual(one, other);
});

story('five files at once are one preview, and the merge is taken back as one step', async ({ site, profile }) => {
  const { mette, jonas } = await disagreeing(site, profile);
  const files = [];
  for (const note of ['et', 'to', 'tre', 'fire', 'fem']) {
    await fill(jonas, 'Bemærkning', `Udgave ${note}`);
    files.push(await exportCase(jonas));
  }
  await previewMerge(mette, ...files);
  assert.equal((await mette.$$('section.merge')).length, 1);
  await part(mette, 'region', 'Før du fletter: 5 filer');
  await click(mette, 'button', 'Flet ind');
  await noText(mette, 'Før du fletter');
  await goTo(mette, 'Stamdata');
  const note = () => mette.$$eval('main textarea', (areas) => areas.map((area) => area.value).join());
  assert.match(await note(), /Udgave fem/);
  await click(mette, 'button', 'Fortryd flet');
  await text(mette, 'Fletningen er fortrudt');
  assert.doesNotMatch(await note(), /Udgave/);
  const id = await mette.$$eval('main input', (inputs) => inputs.map((input) => input.value));
  assert.ok(id.includes('BEST-1') && !id.includes('BEST-2'), id.join());
  await noText(mette, 'Konflikt');
});
