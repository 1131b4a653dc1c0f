// The site starts wherever it is put, and says plainly when it cannot.

import assert from 'node:assert/strict';
import { accessible, expectErrors, fitsWidth, intranet, pdf, pdfInfo, pdfText, story, text } from './harness.mjs';

const places = [
  ['at the root of a host', '/', undefined],
  ['at a sub-path', '/a/b/', undefined],
  ['at a sub-path of another host, over plain http', '/a/b/', intranet],
];

for (const [place, prefix, host] of places) {
  story(`the site starts ${place}`, async ({ site, profile }) => {
    const page = await (await profile()).open(await site(prefix, host));
    await text(page, 'Udskift it-system');
    const faces = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter((face) => face.status === 'loaded').length;
    });
    assert.ok(faces > 0, 'the design system’s font was not loaded');
    const shown = await page.$$eval('.boot', (boots) => boots.filter((boot) => !boot.hidden && boot.offsetHeight).length);
    assert.equal(shown, 0, 'what stands there before the app is still shown');
    await accessible(page);
    await page.setViewport({ width: 320, height: 640 });
    await fitsWidth(page);
  });
}

story('plain http on another host is no secure context, and the site starts all the same', async ({ site, profile }) => {
  const page = await (await profile()).open(await site('/', intranet));
  assert.equal(await page.evaluate(() => window.isSecureContext), false);
});

story('without JavaScript the page says what is needed', async ({ site, profile }) => {
  const page = await (await profile()).open(await site(), {
    prepare: (page) => page.setJavaScriptEnabled(false),
    ready: 'noscript',
  });
  await text(page, 'Slå JavaScript til');
  assert.equal(await page.$eval('#boot-loading', (loading) => loading.offsetHeight), 0);
}, { notInFirefox: 'nothing switches JavaScript off in one tab' });

story('when the program cannot be fetched the page says so calmly', async ({ site, profile }) => {
  const page = await (await profile()).open(await site(), {
    prepare: async (page) => {
      expectErrors(page, /./);
      await page.setRequestInterception(true);
      page.on('request', (request) => (request.url().endsWith('.wasm') ? request.abort() : request.continue()));
    },
    ready: '#boot-failed h1',
  });
  await text(page, 'Siden kunne ikke åbne');
  await text(page, 'Dine sager er ikke rørt');
  await accessible(page);
});

story('a page is printed on A4 with its number', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  const path = await pdf(page);
  const { pages, width, height } = pdfInfo(path);
  assert.deepEqual([width, height], [210, 297]);
  assert.match(pdfText(path)[0], new RegExp(`Side 1 af ${pages}`));
}, { notInFirefox: 'it leaves the edges of the paper to its own print dialog' });
