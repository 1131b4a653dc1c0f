// Every document on paper, printed to PDF by Chromium and by Firefox: text, order, pages, and nothing cut. And each as a
// Word file, opened by LibreOffice.

import assert from 'node:assert/strict';
import { clearEdges, click, download, eventually, expectErrors, pdf, pdfInfo, pdfText, pdfWords, story, text } from './harness.mjs';
import { goTo, shows } from './case.mjs';
import { printedByOffice, readByOffice } from './office.mjs';
import { caseFile, routeName } from './written_case.mjs';

const title = 'Løn Gammel til Løn Ny';
const millimetre = 72 / 25.4;

/** A person and a window are agreed, somebody is named to sign, and something has gone wrong. */
function more(it) {
  const helpdesk = it.add(0, 'person', { name: 'Hanne Dam', initials: 'HDA', phone: '12 34 56 78', 'role/HD': true });
  assert.ok(helpdesk);
  it.set(0, 'attempt/1/window-start', '2026-12-01T20:00');
  it.set(0, 'attempt/1/window-end', '2026-12-02T04:00');
  const first = it.all.find((event) => event.value === routeName(1))?.field.split('/')[1];
  if (!first) return;
  it.set(0, `route/${first}/reference`, 'SP-ID-4711');
  it.set(0, `route/${first}/signature/${first.split('-')[0]}-99999/order`, 'close');
  it.set(0, `route/${first}/signature/${first.split('-')[0]}-99999/signer`, 'Karen Lindtofte');
}

// Of each document: its code, what stands on it in this order where there are five routes, how many pages there may be
// for 0, 5 and 100 routes, and the table whose head is on each page, with what begins its rows.
const documents = [
  {
    name: 'Status til koordineringsmøde',
    contacts: true,
    says: ['Hvor er vi?', '4 af 5 ruter afgjort', 'Hvis tur er det?', 'Pkt. 2 Tilslut it-system', 'Det skal vi beslutte', 'Erstat', 'Etabler', 'Bevar', 'Det skal vi se på', 'Ændret siden', 'Servicevinduet begynder: 1.12.2026 kl. 20.00', 'Næste møde:', 'Kontakter', 'Hanne Dam', '12 34 56 78'],
    pages: { 0: [1, 1], 5: [1, 2], 100: [2, 3] },
  },
  {
    name: 'Overleveringstjekliste',
    contacts: true,
    says: ['28 overleveringer', 'Beslutning om udskiftning', 'Besked om klargøring', 'Ruteoverblik', 'Bestilling af omlægning', 'Kontakter'],
    pages: { 0: [3, 5], 5: [4, 6], 100: [5, 7] },
  },
  {
    name: 'Rutebeslutningstjekliste',
    says: ['Alle ruter', 'Rute for rute', `1. ${routeName(1)}`, `5. ${routeName(5)}`],
    pages: { 0: [1, 1], 5: [3, 5], 100: [30, 55] },
  },
  {
    name: 'Ruteoverblik',
    landscape: true,
    says: ['5 ruter: 4 afgjort', 'SP-001', 'SFTP Implicit Aktiv', 'SP-002', 'SP-003', 'SP-004', 'SP-005'],
    pages: { 0: [1, 1], 5: [1, 1], 100: [8, 11] },
    head: /Nr\. +Rute +Handling +Gammel rute +Ny rute +Udføres +Bestilling/,
    row: /^ *(\d+) +SP-\d{3}/gm,
  },
  {
    name: 'Eksekveringsoversigt',
    says: ['6 bestillinger: 0 afgivet', 'Under forberedelsen: nedlæg', 'Under forberedelsen: etabler', 'I servicevinduet: nedlæg', 'I servicevinduet: etabler', 'Efter omlægningen: nedlæg'],
    pages: { 0: [1, 1], 5: [1, 1], 100: [6, 8] },
    head: /Nr\. +Rute +Bestilling +Bestiller +Delegeret +Underskrifter +Bestilt/,
    row: /^ *(\d+) +SP-\d{3}/gm,
  },
  {
    name: 'Underskriftsark',
    says: ['Karen Lindtofte', 'Med sin underskrift delegerer', 'BestillingsID:', 'SP-001', 'SP-ID-4711', 'Navn', 'Organisation', 'Dato', 'Underskrift'],
    pages: { 0: [1, 1], 5: [1, 1], 100: [1, 1] },
  },
  {
    name: 'Kørebog for servicevinduet',
    says: ['Servicevinduet begynder: 1.12.2026 kl. 20.00', 'Trin for trin', '2.3 pkt. 1 Bestil omlægning', '2.3 pkt. 9', 'Herfra er der ingen vej tilbage', '2.3 pkt. 10', '2.3 pkt. 12', 'Nedlægges', 'Sættes op', 'Kontrol: kan vi gå videre?', 'Besluttet af:', 'Rul tilbage', '2.3 pkt. 11', 'Tages ned igen', 'Genåbnes', 'Fejl undervejs', 'Kontakter'],
    pages: { 0: [2, 4], 5: [3, 4], 100: [7, 10] },
  },
  {
    name: 'Efter mødet',
    since: 'Sagens begyndelse',
    says: ['Besluttet siden sagens begyndelse', 'SP-001', 'Mette Holm', 'Udført', 'Mangler stadig at blive besluttet', 'SP-004', 'Næste datoer'],
    pages: { 0: [1, 2], 5: [2, 4], 100: [12, 30] },
    head: /Nr\. +Hvad +Hvem +Hvornår/,
  },
  {
    name: 'Historik',
    says: ['hændelser', '1.9.2026', 'Fjordby Kommune', 'Tilføjede ruten SP-001', 'Tilføjede ruten SP-005', 'Mette Holm'],
    pages: { 0: [1, 2], 5: [2, 4], 100: [25, 36] },
    head: /Kl\. +Hvad +Hvem/,
  },
];

for (const firefox of [false, true]) {
  for (const routes of [0, 5, 100]) {
    story(`each document of ${routes} routes is whole on paper from ${firefox ? 'Firefox' : 'Chromium'}`, async ({ site, profile }) => {
      const page = await (await profile({ firefox })).open(await site());
      const opened = await page.$('input[type=file]');
      await opened.uploadFile(caseFile(page, { routes, more }));
      await shows(page, 'Overblik');
      await page.evaluate(() => { location.hash += '/udskrifter'; });
      await shows(page, 'Udskrifter');
      for (const document of documents) {
        await show(page, document);
        holds(await pdf(page), document, routes, firefox);
      }
    }, { timeout: 300_000 });
  }
}

/** Chooses a document, and what is chosen about it. */
async function show(page, { name, contacts, since }) {
  await page.evaluate((wanted) => {
    const labels = [...document.querySelectorAll('.print-documents label')];
    labels.find((label) => label.innerText.trim() === wanted).click();
  }, name);
  await eventually(async () => assert.equal(await page.$eval('.print-doc h3', (h) => h.innerText), name));
  if (contacts) {
    await page.click('#udskrift-kontakter');
    await eventually(async () => assert.match(await page.$eval('.print-doc', (e) => e.innerText), /Kontakter/));
  }
  if (!since) return;
  await page.$eval('#udskrift-siden', (select, wanted) => {
    select.value = [...select.options].find((option) => option.text === wanted).value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, since);
  await eventually(async () => assert.match(await page.$eval('.print-doc', (e) => e.innerText), /siden sagens begyndelse/));
}

/** Holds a PDF to what the document must be. */
function holds(path, { name, says, pages, landscape, head, row }, routes, firefox) {
  const texts = pdfText(path);
  const at = `${name} of ${routes}`;
  const [least, most] = pages[routes];
  assert.ok(texts.length >= least && texts.length <= most, `${at}: ${texts.length} pages`);
  const { width, height } = pdfInfo(path);
  const size = [width, height].map((it) => Math.round(it / 2) * 2);
  assert.deepEqual(size, landscape ? [298, 210] : [210, 298], at);
  texts.forEach((text, index) => edges(text, name, firefox, index + 1, texts.length));
  clearEdges(path, firefox ? [14, 11] : [14, 4]);
  for (const word of pdfWords(path)) {
    const inside = word.left >= 14.5 * millimetre && word.right <= (width - 14) * millimetre;
    assert.ok(inside, `${at}: "${word.text}" on page ${word.page} is outside the margins`);
  }
  const whole = texts.join('\n').replace(/[ \u00ad]+/g, ' ');
  if (routes === 5) inOrder(whole, says, at);
  if (routes === 100) rows(texts, head, row, at);
}

/** Each page says what it is: Chromium prints at the edge of pages, in Firefox a head is repeated. */
function edges(text, name, firefox, number, all) {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  const at = `${name}, page ${number}`;
  if (firefox) {
    assert.match(lines[0], new RegExp(`^${title} · ${name} · Version \\w{4}-\\w{4} · Udskrevet \\d+\\.\\d+\\.\\d{4} kl\\. \\d\\d\\.\\d\\d`), at);
    return;
  }
  assert.match(lines[0], new RegExp(`^${title} · ${name} +Version \\w{4}-\\w{4}$`), at);
  assert.match(lines.at(-1), new RegExp(`^Udskrevet \\d+\\.\\d+\\.\\d{4} kl\\. \\d\\d\\.\\d\\d +Side ${number} af ${all}$`), at);
}

/** The texts, each after the one before. */
function inOrder(whole, texts, at) {
  let from = 0;
  for (const wanted of texts) {
    const found = whole.indexOf(wanted, from);
    assert.notEqual(found, -1, `${at}: "${wanted}" does not come after what is before it in\n${whole}`);
    from = found + wanted.length;
  }
}

/** The head of a long table is on each of its pages, and each page begins with the beginning of a row. */
function rows(texts, head, row, at) {
  if (!head) return;
  // What follows the long table is on the last pages.
  const pages = texts.slice(0, -2);
  pages.forEach((text, index) => assert.match(text, head, `${at}: page ${index + 1} has no head`));
  if (!row) return;
  const numbers = texts.flatMap((text) => [...text.matchAll(row)].map((match) => Number(match[1])));
  assert.deepEqual(numbers, numbers.map((_, index) => index + 1), `${at}: the rows`);
  assert.ok(numbers.length >= 100, `${at}: ${numbers.length} rows`);
}

story('the paper turns where that is chosen, and what is chosen stays with its document', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await (await page.$('input[type=file]')).uploadFile(caseFile(page, { routes: 5, more }));
  await shows(page, 'Overblik');
  await goTo(page, 'Udskrifter');
  await show(page, { name: 'Historik' });
  await page.click('#udskrift-liggende');
  await eventually(async () => {
    const { width, height } = pdfInfo(await pdf(page));
    assert.deepEqual([width, height], [297, 210]);
  });
  await show(page, { name: 'Rutebeslutningstjekliste' });
  assert.equal(await page.$('#udskrift-liggende'), null, 'what means nothing for a document is not offered');
  const { width } = pdfInfo(await pdf(page));
  assert.equal(width, 210);
});

story('each document can be had as a Word file that an office opens', async ({ site, profile }) => {
  const asked = [];
  const page = await (await profile()).open(await site(), { prepare: watch(asked) });
  await (await page.$('input[type=file]')).uploadFile(caseFile(page, { routes: 5, more }));
  await shows(page, 'Overblik');
  await goTo(page, 'Udskrifter');
  assert.deepEqual(asked, [], 'what makes Word files is not fetched before it is asked for');
  for (const document of documents) {
    await show(page, document);
    const file = await download(page, () => click(page, 'button', 'Hent som Word-fil'));
    assert.match(file.name, new RegExp(`^${document.name} - ${title} - \\d{4}-\\d\\d-\\d\\d\\.docx$`));
    await text(page, `Dokumentet er hentet som »${file.name}«.`);
    inWord(await printedByOffice(page, file), await readByOffice(page, file), document);
  }
  assert.equal(asked.length, 1);
}, { timeout: 300_000 });

story('a Word file that cannot be made is said, and can be tried again', async ({ site, profile }) => {
  const page = await (await profile()).open(await site(), { prepare: watch([], { now: true }) });
  expectErrors(page, /word-/);
  await (await page.$('input[type=file]')).uploadFile(caseFile(page, { routes: 1 }));
  await shows(page, 'Overblik');
  await goTo(page, 'Udskrifter');
  await click(page, 'button', 'Hent som Word-fil');
  await text(page, 'Word-filen kunne ikke laves.');
  page.broken.now = false;
  const file = await download(page, () => click(page, 'button', 'Hent som Word-fil'));
  assert.match(file.name, /docx$/);
});

/** Notes what is asked for of what makes Word files; while `broken.now`, it does not come. */
function watch(asked, broken = { now: false }) {
  return async (page) => {
    page.broken = broken;
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const isIt = /\/word-\w+\.js$/.test(request.url());
      if (isIt) asked.push(request.url());
      return isIt && broken.now ? request.abort() : request.continue();
    });
  };
}

/** Holds a Word file, as an office prints and reads it, to what the document must be. */
function inWord(path, whole, { name, says, landscape }) {
  const at = `${name} in Word`;
  const pages = pdfText(path);
  const { width, height } = pdfInfo(path);
  assert.deepEqual([width, height], landscape ? [297, 210] : [210, 297], at);
  pages.forEach((shown, index) => {
    const lines = shown.split('\n').map((line) => line.trim()).filter(Boolean);
    assert.match(lines[0], new RegExp(`^${title} · ${name} +Version \\w{4}-\\w{4}$`), at);
    assert.match(lines.at(-1), new RegExp(`^Udskrevet .* Side ${index + 1} af ${pages.length}$`), at);
  });
  clearEdges(path, [12, 4]);
  inOrder(whole, says, at);
}
