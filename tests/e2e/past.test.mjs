// The case as it was at an earlier point: shown on every page, written by nobody, printed, and left for the case of now.

import assert from 'node:assert/strict';
import { accessible, all, click, eventually, fill, fitsWidth, noText, part, pdf, pdfText, read, story, text } from './harness.mjs';
import { casePages, createCase, exportCase, goTo, introduce, openExample, plan, previewMerge, shows } from './case.mjs';

// Which columns a list shows is the reader's own, and no part of a case.
const stored = (page) =>
  page.evaluate(() => JSON.stringify(Object.entries(localStorage).filter(([key]) => key !== 'uis:hidden').sort()));
const banner = (page) => part(page, 'region', 'Sagen, som den så ud');

/** The line of the history that says this. */
const line = (page, said) => eventually(async () => {
  for (const item of await page.$$('.timeline li')) if ((await read(item)).includes(said)) return item;
  throw new Error(`no line says ${said}`);
});

/** From a line of the history to the case as it was then. */
async function seeThen(page, said) {
  await goTo(page, 'Historik');
  await click(await line(page, said), 'link', 'Se sagen som den så ud her');
  await shows(page, 'Overblik');
  await banner(page);
}

/** Mette wrote a BestillingsID, a note, and another BestillingsID. */
async function written(site, profile) {
  const browser = await profile();
  const page = await browser.open(await site());
  await introduce(page, 'Mette Holm', 'MH');
  await createCase(page, plan);
  await fill(page, 'BestillingsID', 'BEST-1');
  await fill(page, 'Bemærkning', 'Mødt onsdag');
  await fill(page, 'BestillingsID', 'BEST-2');
  return { browser, page };
}

/** Presses, ticks and chooses all that is not shut on the page, but what leads away. */
const pressAll = (page) => page.evaluate(async () => {
  window.print = () => {};
  for (const fold of document.querySelectorAll('main details')) fold.open = true;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const stay = ['Tilbage til sagen nu', 'Åbn i mailprogram', 'Vis flere'];
  let pressed = 0;
  for (const it of document.querySelectorAll('main :is(button, input, select, textarea)')) {
    if (!it.isConnected || it.disabled || it.readOnly || stay.includes(it.innerText)) continue;
    if (it.matches('select, input:not([type=checkbox], [type=radio])')) {
      if (it.tagName === 'SELECT') it.selectedIndex = it.options.length - 1;
      else it.value = it.type === 'date' ? '2026-11-21' : '1';
      it.dispatchEvent(new Event('input', { bubbles: true }));
      it.dispatchEvent(new Event('change', { bubbles: true }));
    } else it.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    pressed += 1;
    if (document.body.innerText.includes('Her kan intet ændres: du ser')) throw new Error(`"${it.innerText || it.id}" still writes`);
  }
  return pressed;
});

story('the case is shown as it was after a line of the history, and what came since is not there', async ({ site, profile }) => {
  const { page } = await written(site, profile);
  const before = await stored(page);
  await seeThen(page, 'Satte BestillingsID til »BEST-1«');
  const told = await read(await banner(page));
  assert.match(told, /^Du ser sagen, som den så ud \d+\.\d+\.\d{4} kl\. \d+\.\d\d, efter at Mette Holm satte BestillingsID til »BEST-1«\. Her kan intet ændres\./);
  assert.match(await page.title(), /Nyt lønsystem, som den så ud/);
  await goTo(page, 'Stamdata');
  await banner(page);
  assert.equal(await page.$eval('#case-order-id', (e) => e.value), 'BEST-1');
  assert.equal(await page.$eval('#case-note', (e) => e.value), '', 'the note came later');
  await goTo(page, 'Historik');
  await noText(page, 'Mødt onsdag');
  for (const name of ['Eksportér sag', 'Fortryd', 'Gentag']) assert.equal((await all(page, 'button', name)).length, 0, name);
  await noText(page, 'Flet fil ind');

  // From there to another point, and to the day as it ended.
  await click(await line(page, 'Tilføjede it-systemet Løn Gammel'), 'link', 'Se sagen som den så ud her');
  await shows(page, 'Overblik');
  await goTo(page, 'Stamdata');
  await text(page, 'Løn Gammel');
  await noText(page, 'BEST-1');
  await click(page, 'button', 'Tilbage til sagen nu');
  await text(page, 'Du ser igen sagen, som den er nu.');
  await noText(page, 'Her kan intet ændres');
  assert.equal(await page.$eval('#case-order-id', (e) => e.value), 'BEST-2');
  assert.doesNotMatch(await page.title(), /som den så ud/);
  await goTo(page, 'Historik');
  await click(page, 'link', 'Se sagen som den så ud sidst på dagen');
  await shows(page, 'Overblik');
  await goTo(page, 'Stamdata');
  assert.equal(await page.$eval('#case-order-id', (e) => e.value), 'BEST-2');

  // Leaving the case leaves the past.
  await click(await part(page, 'navigation', 'Hovedmenu'), 'link', 'Sager');
  await shows(page, 'Sager');
  assert.equal(await stored(page), before, 'looking back stores nothing');
  await click(page, 'link', plan.title);
  await shows(page, 'Overblik');
  await part(page, 'button', 'Eksportér sag');
});

story('no control of any page writes in the case as it was', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  await click(await part(page, 'group', 'Min rolle'), 'checkbox', 'Systemansvarlig');
  await goTo(page, 'Historik');
  await click(await page.$('.timeline li:nth-child(3)'), 'link', 'Se sagen som den så ud her');
  await shows(page, 'Overblik');
  await banner(page);
  // What the opening tab folds together is done before.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const before = await stored(page);
  let pressed = 0;
  await goTo(page, 'Ruter');
  const route = await page.$eval('.data-table a[href*="/ruter/"]', (link) => link.getAttribute('href'));
  for (const name of [...casePages, 'Rute']) {
    if (name === 'Rute') {
      await page.evaluate((hash) => { location.hash = hash; }, route);
      await eventually(async () => assert.match(await page.$eval('h1', (e) => e.innerText), /^Rute /));
    } else await goTo(page, name);
    await banner(page);
    if (process.env.SHOTS && ['Stamdata', 'Historik', 'Overblik', 'Rute', 'Udskrifter'].includes(name)) {
      for (const width of [1280, 360]) {
        await page.setViewport({ width, height: 900 });
        await page.screenshot({ path: `${process.env.SHOTS}/past-${name}-${width}.png`, fullPage: name !== 'Historik' });
      }
    }
    await accessible(page);
    await page.setViewport({ width: 320, height: 640 });
    await fitsWidth(page);
    await page.setViewport({ width: 1280, height: 900 });
    pressed += await pressAll(page);
    assert.equal(await stored(page), before, `${name} wrote`);
  }
  assert.ok(pressed > 20, `only ${pressed} controls are open: the harmless ones are shut too`);
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyZ');
  await page.keyboard.up('Control');
  assert.equal(await stored(page), before);
}, { timeout: 240_000 });

story('each page goes over to the case of now and back, and what is now open writes again', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  await goTo(page, 'Historik');
  const then = await page.$eval('.timeline__then', (link) => link.getAttribute('href'));
  for (const name of casePages) {
    await page.evaluate((hash) => { location.hash = hash; }, then);
    await banner(page);
    await goTo(page, name);
    await click(page, 'button', 'Tilbage til sagen nu');
    await noText(page, 'Her kan intet ændres');
    await shows(page, name);
    await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'indhold'));
  }
  await fill(page, 'BestillingsID', 'BEST-9');
  await page.reload();
  await shows(page, 'Stamdata');
  assert.equal(await page.$eval('#case-order-id', (e) => e.value), 'BEST-9');
});

story('a document of the case as it was says so on its first page and at the edge of each', async ({ site, profile }) => {
  const { page } = await written(site, profile);
  await goTo(page, 'Udskrifter');
  const now = pdfText(await pdf(page)).join('\n');
  assert.doesNotMatch(now, /som den så ud/);
  await seeThen(page, 'Satte BestillingsID til »BEST-1«');
  const overview = pdfText(await pdf(page, 'overview.pdf'));
  assert.match(overview[0].replace(/\s+/g, ' '), /Du ser sagen, som den så ud .* Her kan intet ændres\./);
  assert.doesNotMatch(overview[0], /Tilbage til sagen nu/);
  await goTo(page, 'Udskrifter');
  const pages = pdfText(await pdf(page, 'then.pdf')).map((it) => it.replace(/\s+/g, ' '));
  assert.match(pages[0], /Du ser sagen, som den så ud .* satte BestillingsID til »BEST-1«\. Her kan intet ændres\./);
  const edge = /Version (\w{4}-\w{4}), som den så ud \d+\.\d+\.\d{4} kl\. \d+\.\d\d/;
  for (const one of pages) assert.match(one, edge);
  const code = pages[0].match(edge)[1];
  assert.ok(!now.includes(code), 'the code is that of now');
  await goTo(page, 'Historik');
  await text(page, `har koden ${code}`);
});

story('what another tab and a file bring meanwhile is there afterwards', async ({ site, profile }) => {
  const { browser, page } = await written(site, profile);
  const file = await exportCase(page);
  const other = await browser.open(await page.evaluate(() => location.href));
  await shows(other, 'Stamdata');
  await page.bringToFront();
  await seeThen(page, 'Satte BestillingsID til »BEST-1«');
  await goTo(page, 'Stamdata');
  await other.bringToFront();
  await fill(other, 'BestillingsID', 'BEST-3');
  await eventually(async () => assert.match(await stored(page), /BEST-3/));
  await page.bringToFront();
  assert.equal(await page.$eval('#case-order-id', (e) => e.value), 'BEST-1');
  await click(page, 'button', 'Tilbage til sagen nu');
  await eventually(async () => assert.equal(await page.$eval('#case-order-id', (e) => e.value), 'BEST-3'));
  await fill(page, 'Bemærkning', 'Mødt fredag');
  await eventually(async () => assert.equal(await other.$eval('#case-note', (e) => e.value), 'Mødt fredag'));

  // The address of a point leads there anew; one that is not known says so.
  await seeThen(page, 'Skrev en bemærkning til sagen: »Mødt fredag«');
  await page.reload();
  await banner(page);
  const address = await page.evaluate(() => location.href);
  await page.goto(address.replace(/dengang=.*/, 'dengang=7k2m9qx4-1'));
  await text(page, 'Linket fører til et tidspunkt, som din kopi af sagen ikke kender');
  await noText(page, 'Her kan intet ændres');
  await previewMerge(page, file);
});
