// Every page of a case works wherever the site is put: no error, nothing asked of another origin (the harness sees to both).

import assert from 'node:assert/strict';
import { accessible, expectErrors, fitsWidth, intranet, noText, story, text } from './harness.mjs';
import { casePages, exportCase, goTo, leaveTo, openExample, shows } from './case.mjs';

const places = [
  ['at the root of a host', '/', undefined],
  ['at a sub-path', '/a/b/', undefined],
  ['at a sub-path of another host, over plain http', '/a/b/', intranet],
];

for (const [place, prefix, host] of places) {
  story(`the example and all its pages open ${place}`, async ({ site, profile }) => {
    const address = await site(prefix, host);
    const page = await (await profile()).open(address);
    await openExample(page);
    await text(page, 'Dette er en eksempelsag');
    for (const name of casePages) {
      await goTo(page, name);
      assert.ok(page.url().startsWith(`${address}#/sag/`), page.url());
    }
    for (const name of ['Begreber', 'Indstillinger', 'Sager']) await leaveTo(page, name);
    await text(page, 'Eksempel');
  });

  story(`a link to a page of a case opens that page ${place}`, async ({ site, profile }) => {
    const someone = await profile();
    const page = await someone.open(await site(prefix, host));
    await openExample(page);
    await goTo(page, 'Stamdata');
    const again = await someone.open(page.url());
    await shows(again, 'Stamdata');
    const { name, text: file } = await exportCase(again);
    assert.match(name, /^Omsorg Klassik til Omsorg Ny-\d{4}-\d{2}-\d{2}\.json$/);
    assert.equal(JSON.parse(file).format, 'udskift-it-system');
  });
}

story('every page is accessible, and fits a narrow window', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  const look = async () => {
    await accessible(page);
    await page.setViewport({ width: 320, height: 640 });
    await fitsWidth(page);
    await page.setViewport({ width: 1280, height: 900 });
  };
  await look();
  await openExample(page);
  for (const name of casePages) {
    await goTo(page, name);
    await look();
  }
  for (const name of ['Begreber', 'Indstillinger']) {
    await leaveTo(page, name);
    await look();
  }
}, { timeout: 240_000 });

story('without a network the app goes on working, and says that the example cannot be fetched', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  await leaveTo(page, 'Sager');
  expectErrors(page, /./);
  await page.setOfflineMode(true);
  await (await page.$('::-p-aria([name="Prøv med eksempelsag"][role="button"])')).click();
  await text(page, 'Eksempelsagen kunne ikke hentes');
  await (await page.$('main li a')).click();
  await shows(page, 'Overblik');
  for (const name of casePages) await goTo(page, name);
  await noText(page, 'Noget gik galt');
});
