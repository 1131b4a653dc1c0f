// The program comes in two parts: the list of cases stands with the first, the rest is fetched when it is needed.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { accessible, click, expectErrors, eventually, story, text } from './harness.mjs';

const isRest = (request) => request.url().endsWith('_rest.wasm');

/** Counts what is asked for of the rest; while `broken.now`, none of it comes. */
async function watched(page, broken = { now: false }) {
  const asked = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (isRest(request)) asked.push(request.url());
    return isRest(request) && broken.now ? request.abort() : request.continue();
  });
  page.asked = asked;
}

story('a first visit fetches the rest of the program once, and not before anyone moves', async ({ site, profile }) => {
  const page = await (await profile()).open(await site(), { prepare: watched });
  await page.waitForNetworkIdle();
  assert.equal(page.asked.length, 0);
  await page.keyboard.press('Tab');
  await eventually(() => assert.equal(page.asked.length, 1));
  await click(page, 'button', 'Prøv med eksempelsag');
  await text(page, 'Dette er en eksempelsag');
  assert.equal(page.asked.length, 1);
});

story('who has a case here gets the rest unasked', async ({ site, profile }) => {
  const browser = await profile();
  const address = await site();
  const page = await browser.open(address);
  await click(page, 'button', 'Prøv med eksempelsag');
  await text(page, 'Dette er en eksempelsag');
  const again = await browser.open(address, { prepare: watched });
  await eventually(() => assert.equal(again.asked.length, 1));
});

story('when the rest does not come the list stands, says so, and another try goes on', async ({ site, profile }) => {
  const broken = { now: true };
  const prepare = async (page) => {
    expectErrors(page, /./);
    await watched(page, broken);
  };
  const page = await (await profile()).open(await site(), { prepare });
  await page.keyboard.press('Tab');
  await eventually(() => assert.equal(page.asked.length, 1));
  assert.equal(await page.$('.notice--error'), null, 'nobody asked for it yet');
  await click(page, 'button', 'Prøv med eksempelsag');
  await text(page, 'Resten af siden kunne ikke hentes');
  await text(page, 'Sager i denne browser');
  await accessible(page);
  broken.now = false;
  await click(page, 'button', 'Prøv igen');
  await eventually(async () => assert.equal(await page.$('.notice--error'), null));
  await click(page, 'button', 'Prøv med eksempelsag');
  await text(page, 'Dette er en eksempelsag');
});

story('a page whose code does not come says so and comes with another try', async ({ site, profile }) => {
  const broken = { now: true };
  const prepare = async (page) => {
    expectErrors(page, /./);
    await watched(page, broken);
  };
  const page = await (await profile()).open(`${await site()}#/begreber`, { prepare, ready: '.notice--error' });
  await text(page, 'Resten af siden kunne ikke hentes');
  await accessible(page);
  broken.now = false;
  await click(page, 'button', 'Prøv igen');
  await page.waitForSelector('main h1');
  await text(page, 'Begreber');
});

story('a server that does not know the type of wasm serves both parts', async ({ site, profile }) => {
  const prepare = async (page) => {
    await page.setRequestInterception(true);
    page.on('request', async (request) => {
      const name = new URL(request.url()).pathname.split('/').at(-1);
      if (!name.endsWith('.wasm')) return request.continue();
      const body = await readFile(new URL(`../../dist/${name}`, import.meta.url));
      return request.respond({ status: 200, contentType: 'application/octet-stream', body });
    });
  };
  const page = await (await profile()).open(await site(), { prepare });
  await click(page, 'button', 'Prøv med eksempelsag');
  await text(page, 'Dette er en eksempelsag');
});
