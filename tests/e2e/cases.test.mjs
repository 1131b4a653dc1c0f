// A case begins, is described, is told about and ends: Sager, Stamdata, Historik, Begreber, Indstillinger.

import assert from 'node:assert/strict';
import {
  accessible, all, check, click, download, eventually, fill, fitsWidth, heading, noText, part, read, story, text, upload,
} from './harness.mjs';

const at = (page, hash) => page.evaluate((there) => { location.hash = there; }, hash);
const caseAddress = (page) => page.evaluate(() => location.hash.split('/').slice(0, 3).join('/'));
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

async function newCase(page, title) {
  await click(page, 'button', 'Ny sag');
  await fill(page, 'Sagens navn', title);
  await fill(page, 'Gammelt it-system', 'Alfa Løn');
  await fill(page, 'Nyt it-system', 'Beta Løn');
  await fill(page, 'Myndighed', 'Nordby Kommune');
  await click(page, 'button', 'Opret sag');
  await heading(page, 'Stamdata');
}

story('a new case needs a name, keeps what is written of its parties, and is there after a reload', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await click(page, 'button', 'Ny sag');
  await click(page, 'button', 'Opret sag');
  await text(page, 'Skriv sagens navn.');
  await newCase(page, 'Nyt lønsystem');

  await fill(page, 'Ny organisation', 'Beta A/S');
  const organisations = await part(page, 'region', 'Organisationer');
  await click(organisations, 'button', 'Tilføj');
  const system = await part(page, 'group', 'Nyt it-system');
  await fill(system, 'Forvaltningsansvarlig organisation', 'Beta A/S');
  await fill(page, 'Ny person', 'Mette Holm');
  await click(await part(page, 'region', 'Personer'), 'button', 'Tilføj');
  const person = await part(page, 'group', 'Mette Holm');
  await check(person, 'Forvaltningsansvarlig (nyt)');

  await page.reload();
  const roles = await part(page, 'table', 'Hvem har hvilken rolle');
  await text(roles, /Forvaltningsansvarlig \(nyt\)\s+Beta A\/S\s+Mette Holm/);
  await text(roles, /Forvaltningsansvarlig \(gammelt\)\s+Mangler\s+Mangler/);
  await accessible(page);
});

story('what is removed says who used it, comes back by Fortryd, and both stand in the history', async ({ site, profile }) => {
  const page = await (await profile()).open(`${await site()}#/indstillinger`);
  await fill(page, 'Mit navn', 'Mette Holm');
  await text(page, 'Gemt i denne browser.');
  await at(page, '#/');
  await newCase(page, 'Nyt lønsystem');
  const organisations = await part(page, 'region', 'Organisationer');
  await click(await part(organisations, 'group', 'Nordby Kommune'), 'button', 'Fjern');
  await text(page, '»Nordby Kommune« er fjernet, men blev brugt af 2 it-systemer.');
  await eventually(async () => assert.equal(await focused(page), 'stamdata-organisation'));
  await click(page, 'button', 'Fortryd');
  await part(organisations, 'group', 'Nordby Kommune');

  await at(page, `${await caseAddress(page)}/historik`);
  await heading(page, 'Historik');
  const lines = await eventually(async () => {
    const lines = await page.$$eval('.timeline li', (items) => items.map((item) => item.innerText));
    assert.notEqual(lines.length, 0);
    return lines;
  });
  assert.match(lines[0], /Gendannede organisationen Nordby Kommune/);
  assert.match(lines[1], /Fjernede organisationen Nordby Kommune/);
  assert.match(lines.at(-1), /Satte sagens navn til »Nyt lønsystem«/);
  assert.ok(lines.every((line) => line.includes('Mette Holm')), 'each line tells who');
  await accessible(page);
});

story('systems and people stand as a line each, open to be edited, and a link to one opens it', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await click(page, 'button', 'Prøv med eksempelsag');
  await heading(page, 'Overblik');
  const facts = `${await caseAddress(page)}/stamdata`;
  await at(page, facts);
  await heading(page, 'Stamdata');
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height < 6_000, `the page is ${height} px long`);
  const person = await part(page, 'group', 'Jonas Berg');
  assert.match(await read(person), /^Jonas Berg\s+.+ · Forvaltningsansvarlig \(nyt\)/);
  assert.equal((await person.$$('input')).length, 0, 'nobody asked for the fields');
  await (await person.$('summary')).click();
  await fill(person, 'Initialer', 'JOB');
  await (await person.$('summary')).click();
  await accessible(page);

  await fill(page, 'Nyt involveret it-system', 'Byggesagsarkivet');
  await click(await part(page, 'region', 'Involverede it-systemer'), 'button', 'Tilføj');
  const system = await part(page, 'group', 'Byggesagsarkivet');
  await eventually(async () => {
    const label = await page.evaluate(() => document.activeElement.labels?.[0].innerText);
    assert.equal(label, 'Systemansvarlig organisation', 'a new one is open, at its next field');
  });
  await text(system, 'Systemansvarlig: mangler · Forvaltningsansvarlig: mangler');
  const anchor = await system.$eval('summary', (summary) => summary.id);
  await at(page, facts.replace('/stamdata', ''));
  await heading(page, 'Overblik');
  await at(page, `${facts}?vis=${anchor}`);
  await fill(await part(page, 'group', 'Byggesagsarkivet'), 'Navn', 'Arkivet');
  await part(page, 'group', 'Arkivet');
});

story('a long history comes 200 lines at a time, and reading goes on where it stopped', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await click(page, 'button', 'Prøv med eksempelsag');
  await heading(page, 'Overblik');
  await at(page, `${await caseAddress(page)}/historik`);
  const lines = () => page.$$eval('.timeline li', (items) => items.length);
  await text(page, /Viser 200 af \d+ hændelser/);
  assert.equal(await lines(), 200);
  await click(page, 'button', 'Vis flere');
  await eventually(async () => {
    const place = await page.$$eval('.timeline li', (items) => items.indexOf(document.activeElement));
    assert.equal(place, 200, 'the first of the new lines has the focus');
  });
  assert.equal(await lines(), 400);
});

story('a case is deleted only after its export was offered, and its file brings it back', async ({ site, profile }) => {
  const mette = await profile();
  const page = await mette.open(await site());
  await newCase(page, 'Nyt lønsystem');
  await at(page, '#/');
  const card = await part(page, 'article', 'Nyt lønsystem');
  await text(card, /Sidst eksporteret\s+Aldrig/);
  await click(card, 'button', 'Slet');
  const dialog = await part(page, 'dialog', 'Slet »Nyt lønsystem«?');
  await text(dialog, 'Den er aldrig eksporteret herfra.');
  await page.keyboard.press('Escape');
  await eventually(async () => {
    assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Slet', 'the focus goes back');
  });

  await click(card, 'button', 'Slet');
  const file = await download(page, async () => {
    await click(await part(page, 'dialog', 'Slet »Nyt lønsystem«?'), 'button', 'Eksportér først');
  });
  await click(await part(page, 'dialog', 'Slet »Nyt lønsystem«?'), 'button', 'Slet sagen');
  await text(page, 'Der er ingen sager i denne browser endnu.');
  await eventually(async () => assert.equal(await focused(page), 'sager-liste'));
  await page.reload();
  await text(page, 'Der er ingen sager i denne browser endnu.');

  await upload(page, 'Åbn fil', file.path);
  await text(page, 'er åbnet som en ny sag');
  await at(page, '#/');
  await part(page, 'article', 'Nyt lønsystem');
});

story('a file can be dropped anywhere; one that is no case says so and changes nothing', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  const drop = (name, content) => page.evaluate((name, content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], name, { type: 'application/json' }));
    const options = { dataTransfer: data, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new DragEvent('dragover', options));
    const kept = document.body.dispatchEvent(new DragEvent('drop', options));
    return kept;
  }, name, content);
  assert.equal(await drop('noter.json', '{"hej": 1}'), false, 'the browser must not leave the app for the file');
  await text(page, 'Filen »noter.json« kunne ikke åbnes.');
  await text(page, 'Der er ingen sager i denne browser endnu.');

  await click(page, 'button', 'Prøv med eksempelsag');
  await heading(page, 'Overblik');
  await at(page, '#/');
  await text(page, 'Eksempel');
  const card = (await page.$$('main article'))[0];
  const exported = await download(page, () => click(card, 'button', 'Eksportér'));
  await click(card, 'button', 'Slet');
  await click(page, 'button', 'Slet sagen');
  await text(page, 'Der er ingen sager i denne browser endnu.');
  await drop(exported.name, exported.text);
  await heading(page, 'Overblik');
});

story('a concept is found by another word for it and by its link', async ({ site, profile }) => {
  const address = await site();
  const page = await (await profile()).open(`${address}#/begreber`);
  await fill(page, 'Søg i begreberne', 'aftaleadministrator');
  await text(page, '1 begreb passer.');
  assert.deepEqual(
    await page.$$eval('main tbody tr', (rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText.split('\n')[0]))),
    [['Systemansvarlig', 'Aftaleadministrator', 'Intet eget navn']],
  );
  await fill(page, 'Søg i begreberne', 'xyzzy');
  await text(page, 'Intet begreb passer til det.');
  await click(page, 'button', 'Ryd søgning');
  await part(page, 'image', 'Webservice-rute (figur 7)');
  await part(page, 'image', 'SFTP-rute (figur 8)');
  await accessible(page);

  await at(page, '#/begreber?vis=begreb-rute');
  await eventually(async () => assert.equal(await focused(page), 'begreb-rute'));
});

story('on a narrow screen no page is wider than it, and the pages are accessible', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await page.setViewport({ width: 320, height: 700 });
  await newCase(page, 'Udskiftning af lønsystem i Nordby Kommune med et meget langt navn');
  const here = await caseAddress(page);
  for (const [hash, name] of [
    ['#/', 'Sager'], [`${here}/stamdata`, 'Stamdata'], [`${here}/historik`, 'Historik'],
    ['#/begreber', 'Begreber'], ['#/indstillinger', 'Indstillinger'],
  ]) {
    await at(page, hash);
    await heading(page, name);
    await fitsWidth(page);
    await accessible(page);
  }
});

story('my roles fold up when the case is opened again, and what is done is signed with my name', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await newCase(page, 'Nyt lønsystem');
  await text(page, 'Du har ikke skrevet, hvem du er');
  const mine = await part(page, 'group', 'Min rolle');
  await check(mine, 'Systemansvarlig');
  await check(mine, 'Systemejer');
  await page.reload();
  await eventually(async () => {
    const folded = await part(page, 'group', 'Min rolle');
    assert.equal((await all(folded, 'checkbox', 'Systemejer')).length, 0);
    assert.match(await read(folded), /Systemejer og Systemansvarlig/);
  });
  await click(page, 'button', 'Skift rolle');
  await part(await part(page, 'group', 'Min rolle'), 'checkbox', 'Systemejer');
  await click(page, 'link', 'Skriv dit navn');
  await fill(page, 'Mit navn', 'Mette Holm');
  await at(page, '#/');
  await click(page, 'link', 'Nyt lønsystem');
  await heading(page, 'Overblik');
  await noText(page, 'Du har ikke skrevet, hvem du er');
});
