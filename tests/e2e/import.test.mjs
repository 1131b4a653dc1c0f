// "Indlæs ruteliste": a list of 200 rows comes in, is taken back and comes in again; a corrected one is merged by choice.

import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { accessible, all, check, choose, click, eventually, fill, fitsWidth, heading, intranet, noText, part, read, story, text, upload } from './harness.mjs';
import { createCase, goTo, plan } from './case.mjs';
import { paste, toImport } from './lists.mjs';

const fixture = (name) => fileURLToPath(new URL(`../fixtures/lists/${name}`, import.meta.url));
const heads = ['Rute-id', 'Rutenavn', 'Rutetype', 'Afsendersystem', 'Modtagersystem', 'Kommune', 'Status', 'Hvem spørger'];

/** A list as the Helpdesk has it, a line of text in front and the sum at the end. */
function list(rows, head = heads) {
  const lines = [['Ruter til og fra Ældreplan'], [], head, ...rows, ['I alt', String(rows.length)]];
  return lines.map((cells) => cells.join('\t')).join('\r\n');
}

function row(n) {
  const name = `Øst-opslag på ærinder ${String(n).padStart(3, '0')}`;
  const type = n % 3 === 0 ? 'SFTP' : 'Webservice';
  return [`R-${n}`, name, type, `System ${n % 9}`, 'Ældreplan', `Å${n % 5} Kommune`, n % 7 === 0 ? 'Inaktiv' : 'Aktiv', `Sagsgruppe ${n % 4}`];
}

const rows = () => Array.from({ length: 200 }, (_, at) => row(at + 1));

async function begun({ site, profile }, host) {
  const page = await (await profile()).open(await site('/', host));
  await createCase(page, plan);
  await toImport(page);
  return page;
}

/** Read by a screen reader and on a phone, with the focus where the step begins. */
async function works(page, title) {
  await eventually(async () => {
    assert.equal(await page.evaluate(() => document.activeElement.innerText), title, 'the step does not take the focus');
  });
  await accessible(page);
  await page.setViewport({ width: 320, height: 640 });
  await fitsWidth(page);
  await page.setViewport({ width: 1280, height: 900 });
}

/** Presses "Fortsæt", and "Afbryd" the moment it is there. */
async function stopAsItBegins(page) {
  await page.evaluate(() => new Promise((stopped) => {
    const button = (name) => [...document.querySelectorAll('button')].find((it) => it.innerText === name);
    new MutationObserver((_, observer) => {
      if (!button('Afbryd')) return;
      observer.disconnect();
      button('Afbryd').click();
      stopped();
    }).observe(document.body, { childList: true, subtree: true });
    button('Fortsæt').click();
  }));
}

/** Waits until the headings are taken to stand there. */
const headRow = (page, shown) =>
  eventually(async () => assert.equal(await page.$eval('#overskrifter', (select) => select.selectedOptions[0].text), shown));

const tile = (page, number) => text(page, new RegExp(`${number}\\s+ruter i alt`));

story('200 pasted rows come in as one step, and a corrected list is merged by choice', async (t) => {
  const page = await begun(t);
  await accessible(page);
  const bad = rows();
  bad[49][2] = 'FTPS over VPN';
  bad[119][6] = 'måske';
  await paste(page, list(bad));
  await headRow(page, 'Overskrifter står i række 3');
  await works(page, '2. Hvad står i kolonnerne?');
  // What nobody can guess is told once.
  await fill(page, 'H: Hvem spørger', 'Bemærkning');
  await click(page, 'button', 'Fortsæt');
  await heading(page, '3. Se, hvad der kommer ind');
  await text(page, '198 ruter kan indlæses, 2 rækker skal rettes først.');
  await works(page, '3. Se, hvad der kommer ind');

  // Numbered as the spreadsheet does: the first row is the fourth.
  await text(page, 'Række 53: Øst-opslag på ærinder 050');
  await fill(page, 'C: Rutetype, række 53', 'SFTP');
  await text(page, '199 ruter kan indlæses, 1 række skal rettes først.');
  await fill(page, 'G: Status, række 123', 'stadig måske');
  await text(page, 'Række 123');
  await fill(page, 'G: Status, række 123', 'Aktiv');
  await text(page, '200 ruter kan indlæses.');
  await click(page, null, 'Rækker, der er sprunget over');
  await text(page, 'Række 204 er en sum og kommer ikke med.');
  await text(page, '1 tom række er sprunget over.');

  await click(page, 'heading', 'Nye ruter (200)');
  await check(page, 'Række 4: Øst-opslag på ærinder 001', false);
  await part(page, 'button', 'Indlæs 199 ruter');
  await check(page, 'Vælg alle');
  await click(page, 'button', 'Indlæs 200 ruter');
  await heading(page, 'Ruter');
  await text(page, '200 ruter er indlæst.');
  await tile(page, 200);

  // One step back, and nothing is left of it.
  await click(page, 'button', 'Fortryd');
  await text(page, 'Fortrudt: 200 ruter er indlæst');
  await heading(page, 'Der er ingen ruter endnu');

  await toImport(page);
  await paste(page, list(rows()));
  await text(page, 'Som du valgte sidst.');
  await click(page, 'button', 'Fortsæt');
  await click(page, 'button', 'Indlæs 200 ruter');
  await tile(page, 200);

  // A decision, and a corrected list that says otherwise.
  await click(page, 'link', 'Øst-opslag på ærinder 001');
  await choose(page, 'Hvad skal der ske med ruten?', 'Erstat');
  await toImport(page);
  const second = [...rows().slice(0, 198), row(201)].map((cells) => [...cells, '']);
  second[0][8] = 'Nedlæg';
  second[1][6] = 'Inaktiv';
  second[2][7] = '';
  await paste(page, list(second, [...heads, 'Handling']));
  await click(page, 'button', 'Fortsæt');
  await text(page, '195 ruter står i sagen, som listen har det.');
  await works(page, '3. Se, hvad der kommer ind');
  await text(page, 'Handling: Erstat → Nedlæg (en beslutning i sagen)');
  await part(page, 'button', 'Indlæs 2 ruter');
  await check(page, 'Øst-opslag på ærinder 200');
  await click(page, 'button', 'Indlæs 2 ruter og fjern 1 rute');
  await text(page, '1 rute er indlæst, 1 rute er rettet og 1 rute er fjernet.');
  await tile(page, 200);
  await click(page, 'link', 'Øst-opslag på ærinder 001');
  const handling = await part(page, 'group', 'Hvad skal der ske med ruten?');
  const [erstat] = await all(handling, 'button', 'Erstat');
  assert.equal(await erstat.evaluate((e) => e.getAttribute('aria-pressed')), 'true', 'the decision is lost');
  await click(page, 'button', 'Fortryd');
  await toImport(page);
  await paste(page, list(rows()));
  await click(page, 'button', 'Fortsæt');
  await text(page, '200 ruter står i sagen, som listen har det.');
  assert.equal((await all(page, 'button', 'Indlæs 0 ruter')).length, 1);
});

story('a workbook is chosen on plain http, and a file that is no list is refused in words', async (t) => {
  const page = await begun(t, intranet);
  await upload(page, 'Vælg fil', fixture('open-quote.csv'));
  await text(page, /Filen »open-quote.csv« kunne ikke åbnes\. Et citationstegn på linje \d+ mangler sin makker/);
  await upload(page, 'Vælg fil', fixture('workbook.xlsx'));
  await heading(page, '2. Hvad står i kolonnerne?');
  await text(page, 'CPR-udtræk');
  await noText(page, 'kunne ikke åbnes');
  await click(page, 'button', 'Fortsæt');
  await text(page, /\d+ ruter kan indlæses/);
  const [button] = await page.$$('.page-main .button-primary');
  const name = (await read(button)).trim();
  assert.match(name, /^Indlæs \d+ ruter$/);
  await click(page, 'button', name);
  await text(page, name.replace('Indlæs ', '').concat(' er indlæst.'));
  await text(page, 'Adresser');
});

story('a list is written by hand or dropped on the page, and two spellings of one organisation are made one', async (t) => {
  const page = await begun(t);
  await page.type('#indlaes-tekst', 'Rutenavn;Afsendersystem\nSkrevet;Omsorg');
  await click(page, 'button', 'Læs listen');
  await heading(page, '2. Hvad står i kolonnerne?');
  await click(page, 'button', 'Vælg en anden liste');
  await page.evaluate(() => {
    const text = [
      'Rutenavn;Afsendersystem;Modtagersystem;Leverandør af afsendersystem;Leverandør af modtagersystem',
      'Ånd;Omsorg;Arkiv;Leverandør A/S;LEVERANDØR',
    ].join('\n');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'ruter.csv'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await text(page, 'Ånd');
  await click(page, 'button', 'Fortsæt');
  await text(page, 'Forvaltningsansvarlig for Omsorg: Leverandør A/S');
  await click(page, 'button', 'Indlæs 1 rute');
  await text(page, 'Gør dem til én under »Stamdata«');
  await goTo(page, 'Stamdata');
  await accessible(page);
  await click(page, 'button', 'Brug »Leverandør A/S«');
  await noText(page, 'Samme organisation?');
  assert.equal((await all(page, 'group', 'Leverandør A/S')).length, 1);
  assert.equal((await all(page, 'group', 'LEVERANDØR')).length, 0);
});

story('the user says which row has the headings, what was chosen stays, and a list may have none', async (t) => {
  const page = await begun(t);
  const row = (...cells) => cells.join('\t');
  await paste(page, [row('Navn', 'Type', 'x'), row('Snitflade', 'Protokol', 'Afsender'), row('Ånd', 'SFTP', 'Omsorg')].join('\r\n'));
  await headRow(page, 'Overskrifter står i række 2');
  await text(page, 'Gættet er række 2.');
  await fill(page, 'C: Afsender', 'Bemærkning');
  await fill(page, 'Overskrifter', 'Overskrifter står i række 1');
  const held = async (label) => (await part(page, 'combobox', label)).evaluate((it) => it.selectedOptions[0].text.trim());
  await eventually(async () => assert.equal(await held('A: Navn'), 'Rute'));
  assert.equal(await held('C: x'), 'Bemærkning', 'what was chosen is lost');
  const first = () => page.$eval('.list-columns tbody th', (cell) => cell.innerText);
  assert.equal(await first(), '2', 'the row below the headings is the first');
  await accessible(page);
  await click(page, 'button', 'Fortsæt');
  await text(page, '1 rute kan indlæses, 1 række skal rettes først.');
  await click(page, 'button', 'Ret kolonnerne');
  await headRow(page, 'Overskrifter står i række 1');
  await fill(page, 'Overskrifter', 'Ingen overskrifter');
  await part(page, 'combobox', 'Kolonne A');
  assert.equal(await first(), '1');
  await fill(page, 'Overskrifter', 'Overskrifter står i række 2');
  await click(page, 'button', 'Fortsæt');
  await click(page, 'button', 'Indlæs 1 rute');
  await part(page, 'link', 'Ånd');
});

story('ten thousand rows are read, can be stopped, and are shown a hundred at a time', async (t) => {
  const page = await begun(t);
  const many = Array.from({ length: 10_000 }, (_, at) => row(at + 1));
  await paste(page, list(many));
  await stopAsItBegins(page);
  await text(page, 'Afbrudt. Intet er skrevet i sagen.');
  await click(page, 'button', 'Fortsæt');
  await text(page, '10.000 ruter kan indlæses.');
  await click(page, 'heading', 'Nye ruter (10.000)');
  const boxes = await page.$$('.list-group input[type=checkbox]');
  assert.equal(boxes.length, 101, 'more is shown than a hundred lines and the box over them all');
  await click(page, 'button', 'Vis flere');
  await text(page, 'Række 203: Øst-opslag på ærinder 200');
});
