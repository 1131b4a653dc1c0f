// Two people, each in a browser of their own, share a case by its file.

import assert from 'node:assert/strict';
import { accessible, click, download, fill, heading, noText, part, story, text, upload } from './harness.mjs';
import { everything, exportCase, goTo, merge, previewMerge, shared, shows } from './case.mjs';

/** Each takes in what the other has. */
async function exchange(one, other) {
  const [here, there] = [await exportCase(one), await exportCase(other)];
  await merge(one, there);
  await merge(other, here);
  await text(one, 'Filen er flettet ind');
  await text(other, 'Filen er flettet ind');
}

/** Both see the same on every page that shows the case itself. */
async function seeTheSame(one, other) {
  for (const name of ['Overblik', 'Ruter', 'Serviceaftaler', 'Omlægning', 'Overleveringer', 'Historik', 'Stamdata']) {
    for (const page of [one, other]) {
      // What the app said last may differ.
      for (const close of await page.$$('::-p-aria([name="Luk besked"][role="button"])')) await close.click();
      await goTo(page, name);
    }
    assert.deepEqual(await everything(one), await everything(other), name);
  }
}

async function add(page, label, name) {
  await fill(page, label, name);
  await (await page.$(`::-p-aria([name="${label}"])`)).press('Enter');
  await text(page, `»${name}« er tilføjet`);
}

story('what two people change in their own copies is in both after each has merged the other’s file', async ({ site, profile }) => {
  const { mette, jonas } = await shared(site, profile);
  await fill(mette, 'BestillingsID', 'BEST-4711');
  await add(mette, 'Ny organisation', 'Fyrtårn A/S');
  await fill(jonas, 'Bemærkning', 'Går i drift til foråret.');
  await add(jonas, 'Nyt involveret it-system', 'Borgerindblik');
  await add(jonas, 'Ny person', 'Karen Lind');

  await exchange(mette, jonas);
  await seeTheSame(mette, jonas);

  for (const page of [mette, jonas]) {
    await goTo(page, 'Stamdata');
    const { text: shown, fields } = await everything(page);
    assert.ok(fields.includes('BEST-4711') && fields.includes('Går i drift til foråret.'), fields.join());
    assert.ok(shown.includes('Borgerindblik') && shown.includes('Karen Lind'));
    await part(page, 'group', 'Fyrtårn A/S');
    await goTo(page, 'Historik');
    await text(page, 'Satte BestillingsID til »BEST-4711«');
    await text(page, 'Mette Holm');
    await text(page, 'Jonas Berg');
  }

  // A second time there is nothing new, and it does no harm.
  await previewMerge(mette, await exportCase(jonas));
  await text(mette, 'Filen er samme version som din');
  await noText(mette, 'Flet ind');
  await click(mette, 'button', 'Lad være');
  await seeTheSame(mette, jonas);
});

story('what both changed is a conflict in both, until one chooses and the other hears of it', async ({ site, profile }) => {
  const { mette, jonas } = await shared(site, profile);
  await fill(mette, 'BestillingsID', 'BEST-1');
  await fill(jonas, 'BestillingsID', 'BEST-2');
  await exchange(mette, jonas);
  for (const page of [mette, jonas]) {
    await goTo(page, 'Overblik');
    const conflicts = await part(page, 'region', 'Konflikter');
    await text(conflicts, 'BEST-1');
    await text(conflicts, 'BEST-2');
    await text(conflicts, 'Mette Holm');
    await text(conflicts, 'Jonas Berg');
  }
  await seeTheSame(mette, jonas);

  await goTo(jonas, 'Overblik');
  const conflicts = await part(jonas, 'region', 'Konflikter');
  const buttons = await conflicts.$$('button');
  const names = await Promise.all(buttons.map((button) => button.evaluate((e) => e.getAttribute('aria-label'))));
  await buttons[names.findIndex((name) => name.includes('BEST-2'))].click();
  await noText(jonas, 'Konflikter');

  await merge(mette, await exportCase(jonas));
  await goTo(mette, 'Overblik');
  await noText(mette, 'Konflikter');
  await seeTheSame(mette, jonas);
  const { fields } = await everything(mette);
  assert.ok(fields.includes('BEST-2') && !fields.includes('BEST-1'));
});

story('a case handed over opens at the receiver’s turn, and the message names file, turn and version', async ({ site, profile }) => {
  const { mette, jonas } = await shared(site, profile);
  await goTo(mette, 'Overleveringer');
  await click(mette, 'button', 'Overdrag');
  await text(mette, 'Vælg den rolle, der skal have sagen');
  await fill(mette, 'Hvem skal have sagen?', 'Systemejer');
  const file = await download(mette, () => click(mette, 'button', 'Overdrag'));
  await accessible(mette);
  const message = await mette.$eval('#overdrag-besked', (e) => e.value);
  const { exported } = JSON.parse(file.text);
  assert.equal(exported.to, 'SE');
  assert.ok(message.includes(file.name) && message.includes('Din tur som Systemejer'), message);
  assert.ok(exported.code && message.includes(`Versionskode: ${exported.code}`), message);

  // Jonas has all of it already, so there is nothing to look at first.
  await upload(jonas, 'Flet fil ind', file.path);
  await heading(jonas, 'Min tur');
  await text(jonas, 'Filen er overdraget til Systemejer');
  await text(jonas, 'Beslut, at it-system skal udskiftes');
  // With news, Jonas sees them first.
  await goTo(mette, 'Stamdata');
  await fill(mette, 'BestillingsID', 'BEST-4711');
  await goTo(mette, 'Overleveringer');
  await fill(mette, 'Hvem skal have sagen?', 'Systemansvarlig – nyt/gammelt it-system');
  const news = await download(mette, () => click(mette, 'button', 'Overdrag'));
  await goTo(jonas, 'Overblik');
  await merge(jonas, news);
  await heading(jonas, 'Min tur');
  await text(jonas, 'Filen er overdraget til Systemansvarlig');
});
