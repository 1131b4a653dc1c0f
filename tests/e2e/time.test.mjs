// Time: frister, planned times, rehearsals, the calendar file, the run book as it runs, and messages too long for a link.

import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { atTheWindow, local } from './at_the_window.mjs';
import { goTo, openExample, shows } from './case.mjs';
import {
  accessible, check, choose, click, download, eventually, fill, fitsWidth, part, read, story, text, upload,
} from './harness.mjs';

const dayFrom = (days) => local(days * 24 * 60).slice(0, 10);

async function openedAt(site, profile, options) {
  const page = await (await profile()).open(await site());
  await upload(page, 'Åbn fil', atTheWindow(page, options));
  await shows(page, 'Overblik');
  return page;
}

/** Presses "Markér udført nu" at a step, and waits for the next. */
async function doneNow(page, step, next) {
  await text(await page.waitForSelector('.live__step'), step);
  // A press sooner than this is taken for the second of a double one.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await click(page, 'button', 'Markér udført nu');
  await eventually(async () => assert.ok((await read(await page.$('.live__step'))).includes(next), `after ${step} not ${next}`));
}

const focusedName = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.id);
const seconds = async (page) => {
  const [hours, minutes, rest] = (await page.$eval('[role=timer]', (e) => e.innerText)).split(':').map(Number);
  return hours * 3600 + minutes * 60 + rest;
};

story('a window is played live with 60 routes from the keyboard: a failure, and a roll back', async ({ site, profile }) => {
  const page = await openedAt(site, profile);
  await text(page, 'Næste datoer');
  await click(page, 'link', 'Åbn kørebogen');
  await shows(page, 'Kørebog');
  await text(page, 'Servicevinduet slutter om');
  const first = await seconds(page);
  assert.ok(first > 85 * 60 && first <= 90 * 60, `the clock says ${first} s`);
  await eventually(async () => assert.ok((await seconds(page)) < first, 'the clock does not tick'));

  await doneNow(page, '2.3 pkt. 1', '2.3 pkt. 2');
  const step = await page.$('.live__step');
  await text(step, 'Hanne Dam tlf. 12 34 56 78');
  await text(step, 'Planlagt');
  await doneNow(page, '2.3 pkt. 2', '2.3 pkt. 3');
  await text(page, /(19|20|21) min\. senere end planlagt/);
  assert.equal(await focusedName(page), 'naeste-trin', 'the keyboard stays at the next step');
  await doneNow(page, '2.3 pkt. 3', '2.3 pkt. 4');
  await doneNow(page, '2.3 pkt. 4', '2.3 pkt. 5');
  await accessible(page);

  // Receipts: what is closed first, in the order of the overview; each with one key.
  await text(page, '0 OK · 120 mangler');
  await (await part(page, 'group', 'Rute 01, Nedlæg gammel rute: Mangler')).focus();
  await page.keyboard.press('o');
  assert.equal(await focusedName(page), 'Rute 02, Nedlæg gammel rute: Mangler');
  await page.keyboard.press('o');
  await page.keyboard.press('f');
  await text(page, '2 OK · 1 fejlet · 117 mangler');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await focusedName(page), 'Rute 02, Nedlæg gammel rute: OK');
  await page.keyboard.press('Space');
  await text(page, '1 OK · 1 fejlet · 118 mangler');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await eventually(async () => assert.match(await focusedName(page), /incident$/));
  await page.keyboard.type('Forkert port. ofo');
  await page.keyboard.press('Tab');
  await text(page, '1 OK · 1 fejlet · 118 mangler');
  await click(page, 'button', 'Gå til den næste, der mangler');
  assert.equal(await focusedName(page), 'Rute 04, Nedlæg gammel rute: Mangler');
  for (let n = 0; n < 117; n += 1) await page.keyboard.press('o');
  await text(page, '118 OK · 1 fejlet · 1 mangler');
  await click(page, 'button', 'Gå til den næste, der mangler');
  await page.keyboard.press('o');
  await text(page, '119 OK · 1 fejlet');
  await text(page, 'Alle kvitteringer er noteret.');
  await (await page.waitForSelector('summary ::-p-text(Kontrol: kan vi gå videre?)')).click();
  await text(page, 'Er alle fejl løst? 1 åben fejl');

  await page.setViewport({ width: 320, height: 640 });
  await fitsWidth(page);
  await accessible(page);
  await page.setViewport({ width: 1280, height: 900 });

  // It failed: roll back, what was done last first.
  await choose(page, 'Rul tilbage på grund af en incident?', 'Ja – roll back');
  await text(await page.$('.live__step'), '2.3 pkt. 11');
  const back = await page.$$eval('.live__back > li', (rows) => rows.map((row) => row.innerText));
  assert.deepEqual([back.length, back[0], back[60]], [120, 'Tages ned igen: Rute 60', 'Genåbnes: Rute 60']);
  await doneNow(page, '2.3 pkt. 11', '2.3 pkt. 12');
  await doneNow(page, '2.3 pkt. 12', 'Alle trin er gjort');
  await text(page, 'Rullet tilbage');
  await click(page, 'link', 'Til Omlægning');
  await shows(page, 'Omlægning');
  await text(page, 'Forsøg 1 blev rullet tilbage.');
}, { timeout: 240_000 });

story('the point of no return is told before it, and the check decides', async ({ site, profile }) => {
  const page = await openedAt(site, profile, { routes: 1 });
  await click(page, 'link', 'Åbn kørebogen');
  for (const n of [1, 2, 3, 4]) await doneNow(page, `2.3 pkt. ${n}`, `2.3 pkt. ${n + 1}`);
  await (await part(page, 'group', 'Rute 01, Nedlæg gammel rute: Mangler')).focus();
  await page.keyboard.press('o');
  await page.keyboard.press('o');
  for (const n of [5, 6, 7, 8]) await doneNow(page, `2.3 pkt. ${n}`, `2.3 pkt. ${n + 1}`);
  await text(page, 'Er alle kvitteringer modtaget og i orden? 2 af 2');
  await choose(page, 'Kontrol OK?', 'Ja');
  const step = await page.waitForSelector('.live__step');
  await text(step, '2.3 pkt. 10');
  await text(step, 'Herfra er der ingen vej tilbage');
});

story('a rehearsal counts for nothing, and a step planned outside the window is told', async ({ site, profile }) => {
  const page = await openedAt(site, profile, { routes: 1 });
  await goTo(page, 'Omlægning');
  await check(page, 'Generalprøve');
  await text(page, 'Forsøget køres som et rigtigt, men tæller ikke');
  await page.locator('summary ::-p-text(Planlagte tider for trinene (1 af 12))').click();
  await fill(page, '2.3 pkt. 3 Nedlæg gamle implicitte ruter', local(-45));
  await text(page, '2.3 pkt. 3 er planlagt uden for servicevinduet.');
  await accessible(page);
  await click(page, 'link', 'Åbn kørebogen');
  await text(page, 'Forsøget køres som et rigtigt, men tæller ikke');
  for (const n of [1, 2, 3, 4]) await doneNow(page, `2.3 pkt. ${n}`, `2.3 pkt. ${n + 1}`);
  await (await part(page, 'group', 'Rute 01, Nedlæg gammel rute: Mangler')).focus();
  await page.keyboard.press('o');
  await page.keyboard.press('o');
  for (const n of [5, 6, 7, 8]) await doneNow(page, `2.3 pkt. ${n}`, `2.3 pkt. ${n + 1}`);
  await choose(page, 'Kontrol OK?', 'Ja');
  await doneNow(page, '2.3 pkt. 10', '2.3 pkt. 12');
  await doneNow(page, '2.3 pkt. 12', 'Alle trin er gjort');
  await text(page, 'Øvet');
  await click(page, 'link', 'Til Omlægning');
  await text(page, 'Forsøg 1 var en generalprøve. Forsøg 2 begynder ved pkt. 16');
  await goTo(page, 'Historik');
  await text(page, 'Gjorde forsøg 1 til en generalprøve');
});

story('a frist is set on a card, comes first in Min tur, and is told when it has passed', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  await goTo(page, 'Min tur');
  await click(page, 'button', 'Systemansvarlig');
  await page.waitForSelector('.activity, .gateway');
  const names = () => page.$$eval('section:first-of-type :is(.activity__name, :not(.activity) > .gateway > legend)', (all) => all.map((e) => e.innerText.trim()));
  const before = await names();
  assert.ok(before.length > 0);
  const last = await page.$$('section:first-of-type > :is(.activity, .gateway)').then((cards) => cards.at(-1));
  await (await last.waitForSelector('summary ::-p-text(Frist)')).click();
  const field = await last.waitForSelector('input[type=date][id^=due]');
  assert.ok(field);
  await fill(last, 'Skal være gjort senest', dayFrom(-3));
  await text(page, 'Overskredet');
  await text(page, 'for 3 dage siden');
  await eventually(async () => assert.equal((await names())[0], before.at(-1), 'what is overdue comes first'));
  await accessible(page);
  await goTo(page, 'Overblik');
  const dates = await part(page, 'region', 'Næste datoer');
  await text(dates, 'Overskredet');
  await goTo(page, 'Udskrifter');
  await page.evaluate((name) => {
    const labels = [...document.querySelectorAll('main label')];
    labels.find((label) => label.innerText.trim() === name).click();
  }, 'Status til koordineringsmøde');
  await text(page, 'Frist: ');
});

story('the calendar file has the window and the frister, and another program reads it', async ({ site, profile }) => {
  const page = await openedAt(site, profile, { routes: 1, note: 'Telefonbro; nummer, kode: \\ kommer' });
  await goTo(page, 'Omlægning');
  await page.locator('summary ::-p-text(pkt. 20)').click();
  const card = await page.waitForSelector('[id="pkt-U20-attempt-1"]');
  await (await card.waitForSelector('summary ::-p-text(Frist)')).click();
  await fill(card, 'Skal være gjort senest', dayFrom(9));
  const file = await download(page, () => click(page, 'button', 'Hent kalenderfil'));
  assert.match(file.name, /^Kalender - Løn Gammel til Løn Ny - .*\.ics$/);
  assert.ok(file.text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));

  const calendar = new ICAL.Component(ICAL.parse(file.text));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone'));
  ICAL.TimezoneService.register(zone);
  const [window, frist] = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  assert.equal(window.summary, 'Servicevindue · Løn Gammel til Løn Ny');
  assert.equal(window.startDate.toString().slice(0, 16), local(-30));
  assert.equal(window.startDate.zone.tzid, 'Europe/Copenhagen');
  assert.equal(window.duration.toSeconds(), 2 * 60 * 60);
  assert.match(window.description, /2\.3 pkt\. 2 Åbn servicevindue\nTelefonbro; nummer, kode: \\ kommer$/);
  assert.match(frist.summary, /^Frist: pkt\. 20 /);
  assert.ok(frist.startDate.isDate);
  assert.equal(frist.startDate.toString(), dayFrom(9));
  assert.notEqual(window.uid, frist.uid);
});

story('a message too long for a link is copied, and the mail opens addressed', async ({ site, profile }) => {
  const page = await openedAt(site, profile, { routes: 1, note: 'Æbler og pærer i servicevinduet. '.repeat(90) });
  await goTo(page, 'Overleveringer');
  // No mail program is to open.
  await page.evaluate(() => document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="mailto:"]');
    if (link) { event.preventDefault(); window.mailed = link.href; }
  }));
  await text(page, 'Beskeden er for lang til at følge med i mailen');
  const long = await eventually(async () => {
    const links = await page.$$('a[href^="mailto:"]');
    for (const link of links) {
      if (await link.evaluate((e) => !e.href.includes('&body=') && e.checkVisibility())) return link;
    }
    throw new Error('no long message');
  });
  await page.evaluate(() => {
    document.execCommand = (command) => {
      if (command === 'copy') window.copied = document.activeElement.value;
      return true;
    };
  });
  await long.click();
  await text(page, 'Teksten er kopieret: sæt den ind i mailen');
  const [mailed, copied] = await page.evaluate(() => [window.mailed, window.copied]);
  assert.match(mailed, /^mailto:[^?]*\?subject=[^&]+$/);
  assert.ok(mailed.length < 1_900);
  assert.ok(copied.length > 2_000 && copied.includes('Venlig hilsen'), 'the whole text is copied');

  await page.evaluate(() => { document.execCommand = () => false; });
  await long.click();
  await text(page, 'browseren lader os ikke kopiere teksten');
  const selected = await page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value?.slice(selectionStart, selectionEnd);
  });
  assert.equal(selected, copied, 'the text is shown, selected');

  // Sent is one press, and who pressed it is kept.
  const item = await page.waitForSelector('.handover--now');
  const id = await item.evaluate((e) => e.id);
  await (await item.waitForSelector('button ::-p-text(Markér afsendt)')).click();
  await eventually(async () => assert.equal(await page.$eval(`#${id} .status`, (e) => e.innerText.trim()), 'Afsendt'));
  await goTo(page, 'Historik');
  await text(page, 'afsendt');
});
