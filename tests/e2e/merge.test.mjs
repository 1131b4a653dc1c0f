// A file is seen before it is merged: what is new, what conflicts; then merged, resolved, sent back, or taken back.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessible, click, eventually, fill, noText, part, pdf, pdfText, story, text, upload } from './harness.mjs';
import { exportCase, goTo, leaveTo, merge, plan, previewMerge, shared, shows } from './case.mjs';
import { caseFile, manyEvents } from './written_case.mjs';

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

story('a file is opened as a copy beside the case, which stays as it is', async ({ site, profile }) => {
  const { mette, jonas } = await disagreeing(site, profile);
  const theirs = await exportCase(jonas);
  const mine = held(await exportCase(mette));
  await previewMerge(mette, theirs);
  await click(mette, 'button', 'Åbn som kopi');
  await shows(mette, 'Overblik');
  await text(mette, `${plan.title} (kopi)`);
  await goTo(mette, 'Stamdata');
  const fields = await mette.$$eval('main input', (inputs) => inputs.map((input) => input.value));
  assert.ok(fields.includes('BEST-2') && !fields.includes('BEST-1'), fields.join());
  const copy = await exportCase(mette);

  await leaveTo(mette, 'Sager');
  await click(mette, 'link', plan.title);
  await shows(mette, 'Overblik');
  assert.deepEqual(held(await exportCase(mette)), mine, 'the case is as it was');
  // The copy is another case also to others.
  await upload(jonas, 'Flet fil ind', copy.path);
  await text(jonas, `${plan.title} (kopi)`);
  await shows(jonas, 'Overblik');
});

story('a conflict of choices leads to where a third can be chosen, and stands on paper with its boxes', async ({ site, profile }) => {
  const { mette, jonas } = await shared(site, profile);
  const nothing = await jonas.$eval('#case-old-system option', (option) => option.innerText);
  for (const [page, system] of [[mette, plan.newSystem], [jonas, nothing]]) {
    await fill(await part(page, 'group', 'Gammelt it-system'), 'It-system', system);
  }
  await merge(mette, await exportCase(jonas));
  await goTo(mette, 'Udskrifter');
  await text(mette, 'Det skal I afklare');
  const paper = pdfText(await pdf(mette)).join('\n');
  for (const said of ['Det skal I afklare', `${plan.newSystem} (Mette Holm`, 'Jonas Berg', 'Andet:']) {
    assert.ok(paper.includes(said), `${said} is not on\n${paper.slice(0, 1500)}`);
  }
  await goTo(mette, 'Overblik');
  await click(await part(mette, 'region', 'Konflikter'), 'link', 'Eller vælg noget tredje dér, hvor feltet står');
  await shows(mette, 'Stamdata');
  await eventually(async () => {
    assert.equal(await mette.evaluate(() => document.activeElement.id), 'case-old-system');
  });
});

story('a file too large is refused unread, and a large one shows how far it is and can be stopped', async ({ site, profile }) => {
  const { mette } = await shared(site, profile);
  const folder = mkdtempSync(join(tmpdir(), 'udskift-'));
  const huge = join(folder, 'kæmpe.json');
  writeFileSync(huge, '{');
  truncateSync(huge, 200_000_000);
  await upload(mette, 'Flet fil ind', huge);
  await text(mette, 'Filen »kæmpe.json« kunne ikke åbnes. Filen er større end 100 MB.');

  const large = join(folder, 'stor.json');
  writeFileSync(large, manyEvents(250_000));
  const before = await stored(mette);
  await upload(mette, 'Flet fil ind', large);
  await text(mette, 'Læser »stor.json« …');
  await mette.waitForFunction(() => Number(document.querySelector('.notice progress')?.value) > 50);
  // Within the page: on a slow day the file is read before a button has been found by its name from outside.
  const stop = await mette.$eval('.notice:has(progress) button', (button) => (button.click(), button.innerText));
  assert.equal(stop, 'Afbryd');
  await text(mette, '»stor.json« er ikke læst færdig, og intet af den er taget ind.');
  assert.equal(await stored(mette), before);
  assert.equal((await mette.$$('.notice progress')).length, 0);

  // Twenty thousand who never heard of each other: the page stays one that can be read.
  const rivals = join(folder, 'uenige.json');
  writeFileSync(rivals, manyEvents(20_000, { apart: true }));
  await upload(mette, 'Flet fil ind', rivals);
  await text(mette, '19.980 ældre svar');
  const nodes = await mette.evaluate(() => document.querySelectorAll('*').length);
  assert.ok(nodes < 2_000, `${nodes} elements`);
});

/** Presses "Afbryd" the moment the page says that it is at this. */
const stopAt = (page, what) =>
  page.evaluate((what) => {
    window.stopped = new Promise((stopped) => {
      new MutationObserver((_, observer) => {
        const notice = [...document.querySelectorAll('.notice:has(progress)')].find((it) => it.innerText.includes(what));
        if (!notice) return;
        observer.disconnect();
        notice.querySelector('button').click();
        stopped();
      }).observe(document.body, { childList: true, subtree: true });
    });
  }, what);

story('a large merge says how far it is, and is stopped before it changes anything', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  const mine = caseFile(page, { routes: 4_000 });
  await upload(page, 'Åbn fil', mine);
  await text(page, 'er åbnet');
  const before = await stored(page);
  const file = JSON.parse(readFileSync(mine, 'utf8'));
  const [writer] = file.case.split('-');
  const { clock, at } = file.events.at(-1);
  for (const { id } of file.events.filter(({ field }) => /^route\/.*\/exists$/.test(field))) {
    const next = file.events.length + 1;
    file.events.push({ id: `${writer}-${next}`, clock: clock + next, at, by: 0, field: `route/${id}/note`, value: 'Aftalt' });
  }
  const theirs = join(page.folder, 'aftalt.json');
  writeFileSync(theirs, JSON.stringify(file));
  await stopAt(page, 'ved siden af hinanden');
  await upload(page, 'Flet fil ind', theirs);
  await page.evaluate(() => window.stopped);
  await text(page, 'Sammenligningen er stoppet, og intet er flettet ind.');
  assert.equal(await page.$('section.merge'), null);

  await previewMerge(page, { path: theirs });
  assert.equal(await stored(page), before);
  await click(page, 'button', 'Flet ind');
  await text(page, 'Filen er flettet ind: 4.000 ændringer er nye her.');
  await eventually(async () => assert.equal(await page.$('section.merge'), null));
  await page.reload();
  await goTo(page, 'Historik');
  await text(page, 'Aftalt');
});
