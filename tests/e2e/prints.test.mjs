// The two checklists on paper: printed to PDF by the browser, and read as those at the meeting read them.

import assert from 'node:assert/strict';
import { accessible, check, click, eventually, fill, fitsWidth, pdf, pdfInfo, pdfText, pdfWords, story, text, upload } from './harness.mjs';
import { goTo, introduce, leaveTo, shows } from './case.mjs';
import { caseFile, routeName } from './written_case.mjs';

const [handovers, routes] = ['Overleveringstjekliste', 'Rutebeslutningstjekliste'];

/** A person with a case of so many routes, at "Udskrifter". */
async function prints(site, profile, options) {
  const page = await (await profile()).open(await site());
  await introduce(page, 'Mette Holm', 'MHO');
  await upload(page, 'Åbn fil', caseFile(page, options));
  await shows(page, 'Overblik');
  await goTo(page, 'Udskrifter');
  return page;
}

async function show(page, document) {
  await click(page, 'radio', document);
  await eventually(async () => assert.equal(await page.$eval('.print-doc h3', (h) => h.innerText), document));
}

/** Prints, and holds every page to what every page must have. */
async function printed(page, document, title) {
  const path = await pdf(page);
  const pages = pdfText(path);
  const { width, height } = pdfInfo(path);
  assert.deepEqual([width, height], [210, 297]);
  pages.forEach((shown, index) => {
    const lines = shown.split('\n').map((line) => line.trim()).filter(Boolean);
    const at = `page ${index + 1}: ${lines.slice(0, 3).join(' | ')}`;
    assert.match(lines[0], new RegExp(`^${title} · ${document} +Version \\w{4}-\\w{4}$`), at);
    const last = new RegExp(`^Udskrevet \\d+\\.\\d+\\.\\d{4} kl\\. \\d\\d\\.\\d\\d af Mette Holm \\(MHO\\) +Side ${index + 1} af ${pages.length}$`);
    assert.match(lines.at(-1), last, at);
  });
  // Nothing runs off the paper, or into its edge.
  const millimetre = 72 / 25.4;
  for (const word of pdfWords(path)) {
    const inside = word.left >= 14.5 * millimetre && word.right <= 195.5 * millimetre && word.top >= 0 && word.bottom <= 297 * millimetre;
    assert.ok(inside, `"${word.text}" on page ${word.page} is outside the margins`);
  }
  // What belongs to the screen stays there.
  for (const control of ['Min rolle', 'Sagens sider', 'Kun det, der mangler', 'Eksportér sag']) {
    assert.ok(!pages.join().includes(control), `${control} was printed`);
  }
  return pages;
}

/** The places of these texts, each after the one before. */
function inOrder(whole, texts) {
  let from = 0;
  for (const wanted of texts) {
    const at = whole.indexOf(wanted, from);
    assert.notEqual(at, -1, `"${wanted}" does not come after what is before it`);
    from = at + wanted.length;
  }
}

story('the handover checklist has a row per handover, filled in or with what it waits for', async ({ site, profile }) => {
  const page = await prints(site, profile, { routes: 5 });
  const pages = await printed(page, handovers, 'Løn Gammel til Løn Ny');
  assert.ok(pages.length <= 5, `${pages.length} pages for one case`);
  const whole = pages.join('\n');
  inOrder(whole, ['Beslutning om udskiftning', 'Besked om klargøring', 'Forespørgsel på eksisterende', 'Ruteoverblik', 'Bestilling af omlægning', 'Status på alle ruter']);
  const squeezed = whole.replace(/\s+/g, ' ');
  assert.match(squeezed, /× 1\.9\.2026/, 'what is done has its date');
  assert.match(squeezed, /Pkt\. 2 Tilslut/, 'what is not reached says what it waits for');
  assert.match(squeezed, /Dato Init\.|Dato.*Init\./, 'what is to come has lines to write on');
});

story('the route checklist of five routes has the answers, and boxes for what the meeting decides', async ({ site, profile }) => {
  const page = await prints(site, profile, { routes: 5 });
  await show(page, routes);
  const pages = await printed(page, routes, 'Løn Gammel til Løn Ny');
  assert.ok(pages.length <= 4, `${pages.length} pages for five routes`);
  const names = [1, 2, 3, 4, 5].map(routeName);
  const whole = pages.join('\n');
  inOrder(whole, [...names.map((name) => name.split(' ')[0]), 'Rute for rute', ...names.map((name, index) => `${index + 1}. ${name}`)]);
  const sheet = whole.slice(whole.indexOf(`4. ${routeName(4)}`), whole.indexOf(`5. ${routeName(5)}`));
  const squeezed = sheet.replace(/\s+/g, ' ');
  assert.match(squeezed, /Ikke afgjort/);
  assert.match(squeezed, /Handling Erstat Etabler Nedlæg Bevar/);
  assert.match(squeezed, /Hvem nedlægger\? Forvaltningsansvarlig \(nyt\) Forvaltningsansvarlig \(gammelt\)/);
  assert.match(squeezed, /Aktiv eller inaktiv Aktiv Inaktiv/);
  // The first route is delegated and nobody is named to sign: there are lines to sign on, and who it may be.
  const first = whole.slice(whole.indexOf(`1. ${routeName(1)}`), whole.indexOf(`2. ${routeName(2)}`)).replace(/\s+/g, ' ');
  assert.match(first, /underskrift mangler\.? Afklar underskriver\. Det kan være Fællesdrift I\/S, Gammel Software A\/S eller Fjordby Kommune/);
  assert.match(first, /Navn Organisation Dato Underskrift/);
  assert.match(first, /Ikke part i rute Fordi Forvaltningsansvarlig \(nyt\)/);
});

story('a hundred routes make a checklist that can be carried, and no route is parted', async ({ site, profile }) => {
  const page = await prints(site, profile, { routes: 100 });
  await show(page, routes);
  const pages = await printed(page, routes, 'Løn Gammel til Løn Ny');
  assert.ok(pages.length >= 20 && pages.length <= 45, `${pages.length} pages for 100 routes`);
  const begin = pages.findIndex((shown) => shown.includes('Rute for rute'));
  assert.ok(begin >= 3 && begin <= 7, `${begin} pages of summary`);
  for (const shown of pages.slice(0, begin)) assert.match(shown, /Nr\. +Rute +Handling +Bestilling/);
  let next = 1;
  for (const [index, shown] of pages.slice(begin).entries()) {
    const names = [...shown.matchAll(/^\s*(\d+)\. SP-\d{3}/gm)].map((match) => Number(match[1]));
    assert.ok(names.length > 0, `page ${begin + index + 1} holds no whole route`);
    for (const name of names) assert.equal(name, next++);
    // The first line below the edge begins a route: nothing of the one before is left over.
    const [, first, second] = shown.split('\n').map((line) => line.trim()).filter(Boolean);
    assert.match(index === 0 ? second : first, /^\d+\. SP-\d{3}/, `page ${begin + index + 1} begins within a route`);
  }
  assert.equal(next, 101);
});

story('one role, or what is lacking, can be printed alone', async ({ site, profile }) => {
  const page = await prints(site, profile, { routes: 5 });
  await fill(page, 'For', 'Systemejer');
  await text(page, 'Du afleverer');
  let [only] = await printed(page, handovers, 'Løn Gammel til Løn Ny');
  assert.match(only, /For: Systemejer/);
  assert.match(only, /Beslutning om udskiftning/);
  assert.doesNotMatch(only, /Besked om klargøring/);
  await check(page, 'Kun det, der mangler');
  await text(page, 'Der mangler ikke noget');
  await fill(page, 'For', 'Alle roller');
  await text(page, 'Besked om, at nyt it-system er klar');
  [only] = await printed(page, handovers, 'Løn Gammel til Løn Ny');
  assert.doesNotMatch(only, /Beslutning om udskiftning/);
});

story('"Udskriv" prints under a good file name, and other pages do not keep the edges', async ({ site, profile }) => {
  const page = await prints(site, profile, { routes: 1, title: 'Løn "A" \\ B' });
  await page.evaluate(() => {
    window.printed = [];
    window.print = () => window.printed.push(document.title);
  });
  await show(page, routes);
  await click(page, 'button', 'Udskriv');
  const [title] = await eventually(async () => {
    const made = await page.evaluate(() => window.printed);
    assert.equal(made.length, 1);
    return made;
  });
  assert.match(title, /^Rutebeslutningstjekliste - Løn A B - \d{4}-\d\d-\d\d$/);
  assert.match(pdfText(await pdf(page))[0], /^\s*Løn "A" \\ B · Rutebeslutningstjekliste/);
  await leaveTo(page, 'Begreber');
  const [elsewhere] = pdfText(await pdf(page));
  assert.doesNotMatch(elsewhere, /Rutebeslutningstjekliste|Udskrevet/);
  assert.match(await page.title(), /^Begreber/);
});

story('the page of prints is accessible and fits a narrow window', async ({ site, profile }) => {
  const page = await prints(site, profile, { routes: 5 });
  const documents = await page.$$eval('.print-documents label', (labels) => labels.map((label) => label.innerText.trim()));
  assert.equal(documents.length, 9);
  for (const document of documents) {
    await show(page, document);
    await page.setViewport({ width: 1280, height: 900 });
    await accessible(page);
    await page.setViewport({ width: 320, height: 640 });
    await fitsWidth(page);
  }
});

story('a page leads to the document that is about it', async ({ site, profile }) => {
  const page = await prints(site, profile, { routes: 5 });
  for (const [from, link, document] of [
    ['Overblik', 'Udskriv status til koordineringsmøde', 'Status til koordineringsmøde'],
    ['Omlægning', 'Udskriv kørebog for servicevinduet', 'Kørebog for servicevinduet'],
    ['Historik', 'Udskriv efter mødet', 'Efter mødet'],
    ['Historik', 'Udskriv historik', 'Historik'],
  ]) {
    await goTo(page, from);
    await click(page, 'link', link);
    await eventually(async () => assert.equal(await page.$eval('.print-doc h3', (h) => h.innerText), document));
  }
});
