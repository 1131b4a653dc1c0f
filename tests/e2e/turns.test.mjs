// Whose turn it is, what is handed over, and the night of the change: Overblik, Min tur, Overleveringer, Omlægning.

import assert from 'node:assert/strict';
import { exportCase, goTo, merge, openExample, shows } from './case.mjs';
import {
  accessible, choose, click, eventually, fill, fitsWidth, heading, noText, part, read, story, text, upload,
} from './harness.mjs';

/** Opens the example case and gives the page, on "Overblik". */
async function example(site, person) {
  const page = await person.open(await site());
  await openExample(page);
  return page;
}

const focused = (page) => page.evaluate(() => document.activeElement.tagName);

/** Opens a line of a list by what it begins with. */
async function unfold(page, beginning) {
  await eventually(async () => {
    const found = await page.evaluate((beginning) => {
      const lines = [...document.querySelectorAll('main details > summary')];
      const line = lines.find((line) => line.innerText.trim().startsWith(beginning));
      if (line && !line.parentElement.open) line.click();
      return Boolean(line);
    }, beginning);
    assert.ok(found, `no line begins with "${beginning}"`);
  });
}

story('Overblik tells whose turn it is and what is wrong, and leads to where it is mended', async ({ site, profile }) => {
  const page = await example(site, await profile());
  await text(page, 'Hvis tur er det nu?');
  await text(page, 'aktiviteter udført');
  const [turn] = await page.$$('.turn a');
  const name = await turn.evaluate((link) => link.innerText);
  await turn.click();
  await eventually(async () => {
    const shown = await read(await page.$('main'));
    assert.ok(!shown.startsWith('Overblik') && shown.includes(name.split(' · ')[0]), `${name} led nowhere`);
  });
  await page.goBack();
  await shows(page, 'Overblik');
  await (await page.waitForSelector('.finding-list a')).click();
  await noText(page, 'Hvis tur er det nu?');
});

story('what I mark done leaves my turn, is counted as done, and the keyboard stays on the page', async ({ site, profile }) => {
  const page = await example(site, await profile());
  await goTo(page, 'Min tur');
  await click(page, 'button', 'Systemansvarlig');
  const card = await page.waitForSelector('.activity');
  const name = await card.$eval('.activity__name', (e) => e.innerText.trim());
  const done = Number((await read(page)).match(/Udført \((\d+)\)/)[1]);
  await (await card.waitForSelector('::-p-text(Markér udført)')).focus();
  await page.keyboard.press('Enter');
  await text(page, `Udført (${done + 1})`);
  const cards = await page.$$eval('.activity__name', (all) => all.map((e) => e.innerText.trim()));
  assert.ok(!cards.includes(name), `${name} is still my turn`);
  await eventually(async () => assert.notEqual(await focused(page), 'BODY', 'focus was lost'));
});

story('a handover holds the case’s own data, is ready as a mail, and can be marked and unmarked', async ({ site, profile }) => {
  const page = await example(site, await profile());
  await goTo(page, 'Overleveringer');
  const item = await page.waitForSelector('.handover--now');
  await text(item, 'Serviceaftale:');
  const id = await item.evaluate((e) => e.id);
  const mail = await item.$eval('a[href^="mailto:"]', (link) => decodeURIComponent(link.href));
  assert.match(mail, /^mailto:\S+@\S+\?subject=.+&body=.*Dit næste skridt: pkt\. /s);
  const press = (name) => page.locator(`#${id} ::-p-text(${name})`).click();
  const badge = () => page.$eval(`#${id} .status`, (e) => e.innerText.trim());
  assert.equal(await badge(), 'Klar');
  await press('Markér afsendt');
  await eventually(async () => assert.equal(await badge(), 'Afsendt'));
  await page.$eval(`#${id} details`, (details) => (details.open = true));
  await press('Fortryd afsendt');
  await eventually(async () => assert.equal(await badge(), 'Klar'));
});

story('a postponed change goes on as a new attempt, and says so', async ({ site, profile }) => {
  const page = await example(site, await profile());
  await goTo(page, 'Omlægning');
  await text(page, 'Forsøg 1');
  await unfold(page, 'pkt. 18');
  await choose(page, 'Gennemfør systemskifte ift. plan?', 'Udskyd');
  // Its turn has not come: a reason is asked for.
  await fill(page, 'Begrundelse for at registrere før tur', 'Leverandøren er ikke klar');
  await click(page, 'button', 'Beslut alligevel');
  await text(page, 'Forsøg 1 blev udskudt. Forsøg 2 begynder ved pkt. 16');
  await text(page, 'Andre forsøg');
  await eventually(async () => assert.notEqual(await focused(page), 'BODY', 'focus was lost'));
});

story('receipts: one failed with its incident, the rest ok in one press, kept after a reload', async ({ site, profile }) => {
  const page = await example(site, await profile());
  await goTo(page, 'Omlægning');
  const title = 'Kvitteringer for ruter, der skifter i servicevinduet';
  await unfold(page, title);
  const table = await part(page, 'region', title);
  const rows = await table.$$('tbody tr');
  await (await rows[0].waitForSelector('::-p-text(Fejlet)')).click();
  await fill(table, 'Hvad gik galt?', 'Certifikatet var udløbet');
  await click(page, 'button', `Markér resten OK (${rows.length - 1})`);
  await text(page, `${rows.length - 1} OK · 1 fejlet`);
  await page.reload();
  await shows(page, 'Omlægning');
  await text(page, `${rows.length - 1} OK · 1 fejlet`);
  await unfold(page, title);
  const kept = await page.$eval('.receipt--failed input', (input) => input.value);
  assert.equal(kept, 'Certifikatet var udløbet');
});

story('two who wrote different things see both, and one choice settles it', async ({ site, profile }) => {
  const [mette, jonas] = [await profile(), await profile()];
  const page = await example(site, mette);
  const first = await exportCase(page);
  const other = await jonas.open(await site());
  await upload(other, 'Åbn fil', first.path);
  await shows(other, 'Overblik');
  for (const [where, note] of [[page, 'Mettes bemærkning'], [other, 'Jonas’ bemærkning']]) {
    await goTo(where, 'Omlægning');
    await fill(where, 'Bemærkning til servicevinduet', note);
    await goTo(where, 'Overblik');
  }
  const second = await exportCase(other);
  await merge(page, second);
  await heading(page, 'Konflikter');
  await text(page, 'Mettes bemærkning');
  const button = await page.waitForSelector('.conflict button[aria-label*="Jonas"]');
  await button.click();
  await noText(page, 'Konflikter');
  await goTo(page, 'Omlægning');
  const stands = await page.$eval('.runbook__window textarea', (area) => area.value);
  assert.equal(stands, 'Jonas’ bemærkning');
});

story('the four pages are accessible and fit a narrow screen', async ({ site, profile }) => {
  const page = await example(site, await profile());
  for (const name of ['Overblik', 'Min tur', 'Omlægning', 'Overleveringer']) {
    await page.setViewport({ width: 1280, height: 900 });
    await goTo(page, name);
    if (name === 'Min tur') await click(page, 'button', 'Systemansvarlig');
    await accessible(page);
    await page.setViewport({ width: 320, height: 640 });
    await fitsWidth(page);
  }
});
