// A coordination meeting played end to end: printed beforehand, decided one by one and from paper, printed afterwards.

import assert from 'node:assert/strict';
import { accessible, check, click, eventually, fitsWidth, heading, noText, pdf, pdfText, read, story, text } from './harness.mjs';
import { goTo, openExample } from './case.mjs';

const question = (page) => page.$eval('#moede-punkt', (it) => it.innerText.trim());
const rows = (page) => page.$$eval('.meeting-table tbody th', (cells) => cells.map((cell) => cell.querySelector('a').innerText.trim()));

async function begun(page) {
  await goTo(page, 'Møde');
  await check(page, 'Mette Holm');
  await click(page, 'button', 'Begynd mødet');
  await heading(page, await question(page));
}

story('a meeting: printed, decided, put off, printed afterwards', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  await goTo(page, 'Møde');
  await text(page, 'På dagsordenen: 5 beslutninger og 3 afvigelser.');
  await accessible(page);
  await click(page, 'link', 'Udskriv status til koordineringsmøde');
  await text(page, 'Det skal vi beslutte (5)');
  const paper = pdfText(await pdf(page)).join(' ').replace(/\s+/g, ' ');

  await begun(page);
  const first = await question(page);
  assert.match(first, /Hvem nedlægger\?$/);
  await accessible(page);
  // The one who decides for the role and is present is proposed.
  assert.equal(await page.$eval('#moede-besluttet-af', (field) => field.value), 'Mette Holm');
  await page.keyboard.press('1');
  await eventually(async () => assert.notEqual(await question(page), first));
  assert.equal(await page.evaluate(() => document.activeElement.id), 'moede-punkt');
  // The answer leads to a new question, which comes last.
  await text(page, '1 af 9 punkter er behandlet');

  // What nobody decides is put off to a day.
  const second = await question(page);
  await page.$eval('#moede-udsaet-til', (field) => {
    field.value = '2026-12-03';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await click(page, 'button', 'Udsæt');
  await text(page, '2 af 9 punkter er behandlet');
  await page.keyboard.press('ArrowLeft');
  await eventually(async () => assert.equal(await question(page), second));
  await text(page, 'Udsat til 3.12.2026');
  await page.keyboard.press('ArrowLeft');
  await eventually(async () => assert.equal(await question(page), first));
  await text(page, 'Forvaltningsansvarlig (nyt)');

  await page.setViewport({ width: 320, height: 800 });
  await fitsWidth(page);
  await page.setViewport({ width: 1280, height: 900 });

  // The order on the screen is the order on the paper.
  await click(page, 'button', 'Indtast fra papir');
  const listed = await rows(page);
  let at = 0;
  for (const row of listed.slice(0, 5)) {
    const words = row.split(/[:?]/)[0].slice(0, 30);
    const found = paper.indexOf(words, at);
    assert.ok(found >= at, `»${words}« does not follow on the paper`);
    at = found;
  }

  await click(page, 'button', 'Afslut mødet');
  await heading(page, 'Sidste møde');
  await text(page, '1 beslutning og 1 ny frist');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'sidste-moede');
  await click(page, 'link', 'Udskriv efter mødet');
  await text(page, 'Frister, der er sat');
  const after = pdfText(await pdf(page)).join(' ').replace(/\s+/g, ' ');
  for (const said of ['Mette Holm', 'Hvem nedlægger', '3.12.2026']) assert.ok(after.includes(said), `»${said}« is not on the paper`);
});

story('ticks on paper are entered row by row from the keyboard, and nothing else is touched', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  await begun(page);
  await click(page, 'button', 'Indtast fra papir');
  const before = await rows(page);
  await accessible(page);
  await page.focus('.meeting-table tbody tr:nth-child(1) .meeting__answer');
  await page.keyboard.press('2');
  await page.keyboard.press('4');
  await eventually(async () => {
    const pressed = await page.$$eval('.meeting-table [aria-pressed="true"]', (buttons) => buttons.map((it) => it.innerText.replace(/\s+/g, ' ').trim()));
    assert.deepEqual(pressed, ['2 Forvaltningsansvarlig (gammelt)', '4 Bevar']);
  });
  // The rows stay in their places, whatever the answers lead to; the focus is in the third.
  assert.deepEqual((await rows(page)).slice(0, before.length), before);
  const row = () => page.evaluate(() => document.activeElement.closest('tr').rowIndex);
  assert.equal(await row(), 3);
  await page.keyboard.press('ArrowUp');
  assert.equal(await row(), 2);
  // An answer is changed as it was given, and one that is not there is none.
  await page.keyboard.press('9');
  await page.keyboard.press('1');
  await eventually(async () => {
    const pressed = await page.$$eval('.meeting-table tbody tr:nth-child(2) [aria-pressed="true"]', (buttons) => buttons.map((it) => it.innerText.replace(/\s+/g, ' ').trim()));
    assert.deepEqual(pressed, ['1 Erstat']);
  });
  await click(page, 'button', 'Fortryd');
  await eventually(async () => assert.match(await read(page), /4\s*Bevar/));
  await noText(page, 'Der opstod en fejl');
});
