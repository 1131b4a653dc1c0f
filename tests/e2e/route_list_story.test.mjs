// From the Helpdesk's list to an execution plan: 200 rows in, decided in bulk and one by one, agreements and signatures
// settled, the plan out as a workbook, and a corrected list merged into what is decided.

import assert from 'node:assert/strict';
import { check, choose, click, download, eventually, fill, heading, noText, part, read, story, text } from './harness.mjs';
import { createCase, goTo, plan, shows } from './case.mjs';
import { paste, toImport } from './lists.mjs';
import { cells } from './office.mjs';
import { FG, FN, add, card } from './playing.mjs';

const heads = [
  'Rute-id', 'Rutenavn', 'Rutetype', 'Afsendersystem', 'Modtagersystem', 'Kommune', 'Adressering', 'Status',
  'Leverandør af afsendersystem', 'Leverandør af modtagersystem',
];
const archives = ['Arkivfil 050', 'Arkivfil 100', 'Arkivfil 150'];
const unclear = [196, 197, 198, 199, 200].map((n) => `Uklar ${n}`);
const files = 200 - archives.length - unclear.length;
// Each replaced route has an order to close and one to establish; an archive is closed, and so is one of the unclear.
const orders = 2 * files + archives.length + 1;

function row(n) {
  const number = String(n).padStart(3, '0');
  const isService = n % 20 === 0 && n % 50 !== 0;
  const name = n > 195 ? 'Uklar' : n % 50 === 0 ? 'Arkivfil' : isService ? 'Opslagsfil' : 'Lønfil';
  const system = isService ? ['Borgerbasen', 'Fællesdrift I/S'] : [`Fagsystem ${n % 9}`, `Drift ${n % 9} A/S`];
  return [
    `00${number}`, `${name} ${number}`, isService ? 'Webservice' : 'SFTP', system[0], plan.oldSystem, plan.authority,
    n % 4 === 0 ? 'Implicit' : 'Eksplicit', n % 7 === 0 ? 'Inaktiv' : 'Aktiv', system[1], 'Gammel Drift A/S',
  ];
}

const rows = () => Array.from({ length: 200 }, (_, at) => row(at + 1));
const list = (rows) => [['Ruter fra SP'], [], heads, ...rows, ['I alt', String(rows.length)]].map((cells) => cells.join('\t')).join('\r\n');

story('from a list of 200 rows to an execution plan, and a corrected list', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await createCase(page, plan);
  await add(page, 'Ny organisation', 'Ny Drift A/S');
  await fill(await part(page, 'group', 'Nyt it-system'), 'Forvaltningsansvarlig organisation', 'Ny Drift A/S');
  await comesIn(page);
  await decidedInBulk(page);
  await decidedOneByOne(page);
  await agreementsSettled(page);
  await signaturesSettled(page);
  await planExported(page);
  await secondListMerged(page);
}, { timeout: 600_000 });

const tile = (page, number, label) => text(page, new RegExp(`${number}\\s+${label}`));

async function comesIn(page) {
  await toImport(page);
  await paste(page, list(rows()));
  await click(page, 'button', 'Fortsæt');
  await text(page, '200 ruter kan indlæses.');
  await click(page, 'button', 'Indlæs 200 ruter');
  await text(page, '200 ruter er indlæst.');
  await tile(page, '200', 'ruter i alt');
  await tile(page, '0 af 200', 'afgjort');
}

/** Those that a search finds get an answer together. */
async function set(page, search, count, field, answer, done) {
  await fill(page, 'Søg i ruterne', search);
  await click(page, 'checkbox', `Vælg alle ${count} ruter på listen`);
  await fill(page, 'Sæt', field);
  await fill(page, 'til', answer);
  await click(page, 'button', `Sæt for ${count} ruter`);
  await text(page, `${done} er sat for ${count} ruter.`);
  await click(page, 'button', 'Vælg ingen');
}

async function decidedInBulk(page) {
  await set(page, 'Arkivfil', archives.length, 'Handling', 'Nedlæg', 'Handling: Nedlæg');
  await set(page, 'Arkivfil', archives.length, '»Hvem nedlægger?«', FN, `»Hvem nedlægger?«: ${FN}`);
  for (const [name, count] of [['Lønfil', files - 8], ['Opslagsfil', 8]]) {
    await set(page, name, count, 'Handling', 'Erstat', 'Handling: Erstat');
    await set(page, name, count, '»Hvem nedlægger?«', FG, `»Hvem nedlægger?«: ${FG}`);
  }
  await fill(page, 'Søg i ruterne', '');
  await tile(page, '195 af 200', 'afgjort');
}

/** The two first on their pages, where "Næste ubesluttede rute" leads; the rest in the table, by a letter. */
async function decidedOneByOne(page) {
  await click(page, 'link', 'Næste ubesluttede rute');
  await shows(page, `Rute ${unclear[0]}`);
  await choose(page, 'Hvad skal der ske med ruten?', 'Bevar');
  await goTo(page, 'Ruter');
  await tile(page, '196 af 200', 'afgjort');
  await click(page, 'link', 'Næste ubesluttede rute');
  await shows(page, `Rute ${unclear[1]}`);
  await choose(page, 'Hvad skal der ske med ruten?', 'Nedlæg');
  await choose(page, 'Hvem nedlægger?', FG);
  await goTo(page, 'Ruter');
  await fill(page, 'Søg i ruterne', 'Uklar');
  for (const name of unclear.slice(2)) {
    const select = await eventually(async () => {
      const found = await page.$(`::-p-xpath(//tr[contains(., "${name}")]//select)`);
      assert.ok(found, `${name} is not in the table`);
      return found;
    });
    await select.focus();
    await page.keyboard.type('B');
  }
  await tile(page, '200 af 200', 'afgjort');
  await fill(page, 'Søg i ruterne', '');
}

/** The new webservice routes are all with one system, so one agreement is suggested, and covers them. */
async function agreementsSettled(page) {
  await goTo(page, 'Serviceaftaler');
  await text(page, '8 webservice-ruter uden serviceaftale');
  await click(page, 'button', 'Opret aftalen');
  const agreement = await part(page, 'region', 'Borgerbasen');
  await eventually(async () => {
    const links = await agreement.$$('::-p-aria([name="Løs fra aftalen"][role="button"])');
    assert.equal(links.length, 8);
  });
  await noText(page, 'uden serviceaftale');
}

/** Finds a route in the table and opens it. */
async function opens(page, name) {
  await goTo(page, 'Ruter');
  await fill(page, 'Søg i ruterne', name);
  await click(page, 'link', name);
  await shows(page, `Rute ${name}`);
}

/** Each delegated order waits for who runs the old system; one sheet has them all. */
async function signaturesSettled(page) {
  await goTo(page, 'Ruter');
  await tile(page, archives.length, 'bestillinger mangler underskrift');
  await click(page, 'link', 'Underskrifter');
  await shows(page, 'Underskrifter');
  await fill(page, 'Udpeg som underskriver', 'Gammel Drift A/S');
  await check(page, `Vælg alle ${archives.length} rækker`);
  await click(page, 'button', `Udpeg for ${archives.length} valgte`);
  const sheet = await part(page, 'region', 'Gammel Drift A/S');
  await fill(sheet, 'Underskrevet den', '2026-11-02');
  await fill(sheet, 'Underskrevet af (navn)', 'Karen Lind');
  await click(sheet, 'button', `Notér underskrevet for de ${archives.length}, der mangler`);
  await text(sheet, 'Karen Lind');
  await goTo(page, 'Ruter');
  await tile(page, '0', 'bestillinger mangler underskrift');
}

/** The plan and the signatures as workbooks, as a spreadsheet reads them. */
async function planExported(page) {
  await goTo(page, 'Ruter');
  await fill(page, 'BestillingsID', 'BEST-4711');
  await click(page, 'link', 'Eksekveringsoversigt');
  await heading(page, 'Eksekveringsoversigt');
  const [head, ...lines] = await exported(page, 'Hent eksekveringsoversigt', 'Eksekveringsoversigt');
  const column = (name, of = head) => of.indexOf(name);
  assert.equal(lines.length, orders);
  assert.deepEqual(lines.map((line) => line[column('Nr.')]), lines.map((_, at) => at + 1), 'numbers are numbers, in sequence');
  assert.ok(lines.every((line) => line[column('BestillingsID')] === 'BEST-4711'));
  const routes = new Map(rows().map(([id, name]) => [name, id]));
  for (const line of lines) assert.equal(line[column('Rute-id på SP')], routes.get(line[column('Rute')]), 'the zeros are lost');

  const [signedHead, ...signed] = await exported(page, 'Hent underskrifter', 'Underskrifter');
  const planned = lines.map((line) => line[column('Rute')]).filter((name) => archives.includes(name));
  assert.deepEqual(signed.map((line) => line[column('Rute', signedHead)]), planned, 'those to be signed, as they are planned');
  assert.equal(planned.length, archives.length);
  for (const line of signed) {
    assert.equal(line[column('Underskriver', signedHead)], 'Karen Lind');
    assert.equal(line[column('Skrevet under', signedHead)], '2026-11-02', 'a day is a day');
  }
}

async function exported(page, group, name) {
  const file = await download(page, async () => click(await part(page, 'group', group), 'button', 'Excel (XLSX)'));
  assert.match(file.name, new RegExp(`^${name} - .+\\.xlsx$`));
  return cells(page, file);
}

/** One route is new, one is changed, one is gone; nothing that was decided is. */
async function secondListMerged(page) {
  await toImport(page);
  const corrected = rows().filter(([, name]) => name !== unclear[3]);
  corrected.push(row(201));
  corrected[0][7] = 'Inaktiv';
  await paste(page, list(corrected));
  await click(page, 'button', 'Fortsæt');
  await text(page, '198 ruter står i sagen, som listen har det.');
  await text(page, 'Gammel rute: Aktiv eller inaktiv: Aktiv → Inaktiv');
  await click(page, 'checkbox', unclear[3]);
  await click(page, 'button', 'Indlæs 2 ruter og fjern 1 rute');
  await text(page, '1 rute er indlæst, 1 rute er rettet og 1 rute er fjernet.');
  await tile(page, '200', 'ruter i alt');
  await tile(page, '199 af 200', 'afgjort');
  await opens(page, archives[0]);
  const order = await card(page, 'Nedlæg gammel rute');
  await text(order, 'Underskrevet');
  await goTo(page, 'Ruter');
  await click(page, 'link', 'Eksekveringsoversigt');
  assert.equal((await exported(page, 'Hent eksekveringsoversigt', 'Eksekveringsoversigt')).length, 1 + orders);

  await goTo(page, 'Ruter');
  await click(page, 'button', 'Fortryd');
  await tile(page, '200 af 200', 'afgjort');
}
