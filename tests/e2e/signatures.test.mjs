// Who signs: the site's rule file with its mistakes, sheets asked for and signed many at once, and the page that writes the file.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import {
  accessible, check, click, download, eventually, expectErrors, fill, fitsWidth, heading, noText, part, pdf, pdfText, read, story, text, upload,
} from './harness.mjs';
import { goTo, leaveTo, shows } from './case.mjs';
import { caseFile } from './written_case.mjs';

const fixture = (name) => readFileSync(new URL(`../fixtures/rules/${name}.json`, import.meta.url), 'utf8');
const file = (...rules) => JSON.stringify({ format: 'underskriver-regler', version: 1, rules });
const closing = { name: 'Nedlæg', order: 'close', signers: ['to-operator'], source: 'Tabel 2, række 1' };

/** A tab whose site has this rule file: text, or an answer of another kind. */
async function open({ site, profile }, rules, { on } = {}) {
  const answer = typeof rules === 'string' ? { body: rules, contentType: 'application/json' } : rules;
  const prepare = async (page) => {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (answer && request.url().includes('underskriver-regler.json')) return request.respond(answer);
      return request.continue();
    });
  };
  const someone = on ?? (await profile());
  const page = await someone.open(await site(), { prepare });
  page.someone = someone;
  return page;
}

/** The page "Underskrifter" of a case with so many routes. */
async function signatures(t, rules, routes) {
  const page = await open(t, rules);
  await upload(page, 'Åbn fil', caseFile(page, { routes }));
  await shows(page, 'Overblik');
  await goTo(page, 'Ruter');
  await click(page, 'link', 'Underskrifter');
  await shows(page, 'Underskrifter');
  return page;
}

/** Numbers under their labels at the top. */
const tiles = (page) =>
  page.$$eval('.summary-tiles .tile', (all) =>
    Object.fromEntries(
      all.map((tile) => [
        tile.querySelector('.tile__label').innerText.trim(),
        Number(tile.querySelector('.tile__number').innerText.replace('.', '')),
      ]),
    ),
  );

const tilesAre = (page, wanted) => eventually(async () => assert.deepEqual(await tiles(page), wanted));
const states = (page) => page.$$eval('.sheet-table tbody .status', (all) => all.map((it) => it.innerText.trim()));

story('the schema takes what the app takes, and refuses what it refuses', async () => {
  const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
  const validate = new Ajv({ allowUnionTypes: true }).compile(read('../../public/underskriver-regler.schema.json'));
  for (const good of ['../../public/underskriver-regler.json', '../../public/underskriver-regler.eksempel.json', '../fixtures/rules/valid/empty.json', '../fixtures/rules/valid/every-field.json']) {
    assert.ok(validate(read(good)), `${good}: ${JSON.stringify(validate.errors)}`);
  }
  for (const bad of ['another-file', 'newer-version', 'without-rules', 'rules-no-list', 'unknown-key-at-the-top']) {
    assert.ok(!validate(read(`../fixtures/rules/invalid/${bad}.json`)), bad);
  }
  const mistakes = read('../fixtures/rules/invalid/mistakes.json');
  mistakes.rules.forEach((rule, place) => {
    assert.equal(validate({ ...mistakes, rules: [rule] }), place === 0, `rule ${place + 1}`);
  });
});

story('a sheet is asked for and signed for many orders at once, and each is taken back in one', async (t) => {
  const page = await signatures(t, file(closing), 200);
  const all = (await eventually(async () => {
    const found = await tiles(page);
    assert.ok(found.Mangler > 80, 'the rule names the signers');
    return found;
  })).Mangler;
  const none = { 'Afklar underskriver': 0, Mangler: all, Spurgt: 0, Underskrevet: 0 };
  await tilesAre(page, none);
  await text(page, 'Efter regel 1 »Nedlæg« (Tabel 2, række 1).');
  const sheet = await part(page, 'region', 'Gammel Software A/S');
  // All of the sheet, also what is further down.
  await fill(sheet, 'Bedt om underskrift den', '2026-11-02');
  await click(sheet, 'button', `Notér spurgt for de ${all}, der mangler`);
  await tilesAre(page, { ...none, Mangler: 0, Spurgt: all });
  await text(page, `Noterede, at ${all} underskrifter er bedt om hos Gammel Software A/S.`);
  // The chosen rows.
  const boxes = await page.$$('.sheet-table tbody .row-check');
  for (const box of boxes.slice(0, 3)) await box.click();
  await fill(sheet, 'Underskrevet den', '2026-11-20');
  await fill(sheet, 'Underskrevet af (navn)', 'Karen Lindtofte');
  await fill(sheet, 'Reference (mail eller sag)', 'Fuldmagt 114');
  await click(sheet, 'button', 'Notér underskrevet for 3 valgte');
  const three = { ...none, Mangler: 0, Spurgt: all - 3, Underskrevet: 3 };
  await tilesAre(page, three);
  assert.deepEqual((await states(page)).slice(0, 4), ['Underskrevet', 'Underskrevet', 'Underskrevet', 'Spurgt']);
  const row = await page.$eval('.sheet-table tbody tr', (it) => it.innerText.replace(/\s+/g, ' '));
  assert.match(row, /2\.11\.2026 20\.11\.2026 Karen Lindtofte Fuldmagt 114/);
  // The route's own page has them too.
  await (await page.$('.sheet-table tbody th a')).click();
  await text(page, 'Regel 1 »Nedlæg« (Tabel 2, række 1) kræver underskrift fra forvaltningsansvarlig for serviceudbyder- eller modtagersystemet.');
  await heading(page, 'Underskrifter på delegeringen');
  assert.equal(await page.$eval('.signer [type=date]', (it) => it.value), '2026-11-02');
  await page.goBack();
  await shows(page, 'Underskrifter');
  await click(page, 'button', 'Fortryd');
  await tilesAre(page, { ...none, Mangler: 0, Spurgt: all });
  await click(page, 'button', 'Fortryd');
  await tilesAre(page, none);
  await goTo(page, 'Historik');
  await text(page, /bedt om/);
});

story('without rules one signer is named for the chosen orders, which become a sheet', async (t) => {
  const page = await signatures(t, undefined, 30);
  const unclear = (await tiles(page))['Afklar underskriver'];
  assert.ok(unclear > 10);
  await text(page, 'Ingen er udpeget');
  await text(page, 'Fællesdrift I/S, Gammel Software A/S, Fjordby Kommune');
  await click(page, 'button', 'Udpeg for de valgte');
  await text(page, 'Vælg organisationen først.');
  await fill(page, 'Udpeg som underskriver', 'Fjordby Kommune');
  await check(page, `Vælg alle ${unclear} rækker`);
  await click(page, 'button', `Udpeg for ${unclear} valgte`);
  await tilesAre(page, { 'Afklar underskriver': 0, Mangler: unclear, Spurgt: 0, Underskrevet: 0 });
  await part(page, 'region', 'Fjordby Kommune');
  await click(page, 'button', 'Fortryd');
  await tilesAre(page, { 'Afklar underskriver': unclear, Mangler: 0, Spurgt: 0, Underskrevet: 0 });
});

story('mistakes in the rule file are told by rule and field where signatures are, and the good rules hold', async (t) => {
  const page = await open(t, fixture('invalid/mistakes'));
  await leaveTo(page, 'Indstillinger');
  await text(page, 'Siden har 1 regel nu.');
  await text(page, 'Regel 2 »Bestilling«, feltet »Bestilling« (order): skal være »close« eller »establish«.');
  await text(page, 'Regel 5 »Ingen«, feltet »Underskrivere« (signers): ingen underskriver er valgt.');
  await leaveTo(page, 'Sager');
  await upload(page, 'Åbn fil', caseFile(page, { routes: 30 }));
  await shows(page, 'Overblik');
  await goTo(page, 'Ruter');
  await click(page, 'link', 'Underskrifter');
  await text(page, 'Regel 11 »Stavefejl«: har feltet »ordre«, som ikke findes.');
  await tilesAre(page, { ...(await tiles(page)), 'Afklar underskriver': 0 });
  await part(page, 'region', 'Gammel Software A/S');
});

for (const [what, answer, shown] of [
  ['a page in its place', { body: '<!doctype html><title>Ikke fundet</title>', contentType: 'text/html' }, 'Siden har ingen regler nu.'],
  ['a file that is cut short', '{ "format": "underskriver-regler", "vers', 'Filen er ikke gyldig JSON: se linje 1'],
  ['a file of a newer version', fixture('invalid/newer-version'), 'Feltet »Version« (version): er fra en nyere udgave af appen'],
]) {
  story(`with ${what} the app goes on without rules`, async (t) => {
    const page = await open(t, answer);
    await leaveTo(page, 'Indstillinger');
    await text(page, shown);
    await leaveTo(page, 'Sager');
    await click(page, 'button', 'Prøv med eksempelsag');
    await shows(page, 'Overblik');
    if (shown.startsWith('Siden')) await noText(page, 'Fejl i sidens regler');
  });
}

story('without a rule file the app says nothing of rules', async (t) => {
  const page = await open(t, { status: 404, body: 'Not found' });
  expectErrors(page, /404/);
  await leaveTo(page, 'Indstillinger');
  await text(page, 'Siden har ingen regler nu.');
  await noText(page, 'Fejl i sidens regler');
});

story('rules that contradict each other and orders that none is for are told, and neither is guessed', async (t) => {
  const page = await signatures(t, file(
    closing,
    { name: 'SFTP', type: 'sftp', signers: ['manager'] },
  ), 30);
  await text(page, /Om \d+ delegerede bestillinger siger reglerne hver sit, og ingen af dem bruges der: regel 1 »Nedlæg« og regel 2 »SFTP«\./);
  await text(page, 'Regel 1 og regel 2 siger hver sit');
  const { 'Afklar underskriver': unclear, Mangler: named } = await tiles(page);
  assert.ok(unclear > 0 && named > 0, 'the orders of webservices are under the first rule alone');
  const other = await signatures(t, file({ ...closing, order: 'establish' }), 30);
  await text(other, /Ingen regel dækker \d+ delegerede bestillinger\./);
});

story('rules are written in the app, downloaded, and used once the file is beside it', async (t) => {
  const page = await open(t, undefined);
  await upload(page, 'Åbn fil', caseFile(page, { routes: 30 }));
  await shows(page, 'Overblik');
  await leaveTo(page, 'Indstillinger');
  await click(page, 'link', 'Se og ret reglerne');
  await shows(page, 'Regler for underskrivere');
  await text(page, 'i samme mappe som sidens index.html');
  await text(page, 'Der er ingen regler.');
  await click(page, 'button', 'Tilføj regel');
  const first = await part(page, 'group', 'Regel 1');
  await text(page, 'Regel 1, feltet »Regelens navn« (name): mangler.');
  await text(page, 'Regel 1, feltet »Underskrivere« (signers): ingen underskriver er valgt.');
  await click(page, 'button', 'Hent fil');
  await text(page, 'Ret fejlene først');
  assert.equal(page.downloads.length, 0, 'a file with errors is not downloaded');
  await fill(first, 'Regelens navn', 'Nedlæg');
  const named = await part(page, 'group', 'Regel 1: Nedlæg');
  await fill(named, 'Bestilling', 'Nedlæg');
  await check(named, 'Forvaltningsansvarlig for serviceudbyder- eller modtagersystemet');
  await fill(named, 'Navngivne organisationer', 'Fjordby Kommune; Ikke Her A/S');
  await fill(named, 'Kilde', 'Tabel 2, række 7');
  await text(page, 'Etabler · Webservice');
  await text(page, /I sagen »Løn Gammel til Løn Ny« er der \d+ delegerede bestillinger: (\d+) er dækket af en regel, 0 er ikke/);
  // A second rule that contradicts the first is told as it is written, and taken away again.
  await click(page, 'button', 'Tilføj regel');
  const second = await part(page, 'group', 'Regel 2');
  await fill(second, 'Regelens navn', 'Alt');
  await check(await part(page, 'group', 'Regel 2: Alt'), 'Systemansvarlig for det nye og det gamle it-system');
  await text(page, 'Regel 1 »Nedlæg« og regel 2 »Alt« gælder begge for: Nedlæg · alle rutetyper.');
  await click(page, 'button', 'Op: regel 2');
  await part(page, 'group', 'Regel 1: Alt');
  await click(page, 'button', 'Fjern: regel 1');
  await click(page, 'button', 'Fortryd seneste rettelse af listen');
  await part(page, 'group', 'Regel 1: Alt');
  await click(page, 'button', 'Fjern: regel 1');
  await part(page, 'group', 'Regel 1: Nedlæg');
  await accessible(page);
  const written = await download(page, () => click(page, 'button', 'Hent fil'));
  assert.equal(written.name, 'underskriver-regler.json');
  assert.deepEqual(JSON.parse(written.text).rules, [
    {
      name: 'Nedlæg',
      order: 'close',
      signers: ['to-operator', { organisation: 'Fjordby Kommune' }, { organisation: 'Ikke Her A/S' }],
      source: 'Tabel 2, række 7',
    },
  ]);
  // The site's administrator puts it in place.
  const next = await signatures(t, written.text, 30);
  await part(next, 'region', 'Gammel Software A/S');
  await part(next, 'region', 'Fjordby Kommune');
  await text(next, 'Regel 1 »Nedlæg« kræver Ikke Her A/S, som ikke er i sagen');
  await leaveTo(next, 'Indstillinger');
  await text(next, 'Siden har 1 regel nu.');
  await click(next, 'link', 'Se og ret reglerne');
  const again = await part(next, 'group', 'Regel 1: Nedlæg');
  assert.equal(await again.$$eval('input[type=checkbox]', (all) => all.filter((it) => it.checked).length), 1);
  // A file with mistakes opens with its good rules, and says what is wrong.
  const path = join(next.folder, 'regler.json');
  writeFileSync(path, fixture('invalid/mistakes'));
  await upload(next, 'Åbn fil med regler', path);
  await text(next, 'Regel 3 »Type«, feltet »Rutetype« (type): skal være »webservice« eller »sftp«.');
  await part(next, 'group', 'Regel 1: God');
  await click(next, 'button', 'Begynd igen med sidens regler');
  await part(next, 'group', 'Regel 1: Nedlæg');
});

story('each signer has a sheet of paper with the orders and lines to sign on', async (t) => {
  const rules = file({ ...closing, signers: ['to-operator', 'manager'] });
  const page = await signatures(t, rules, 40);
  await click(page, 'link', 'Udskriv alle ark');
  await shows(page, 'Udskrifter');
  const count = (await page.$$('.print-doc h4')).length;
  assert.equal(count, 2);
  await accessible(page);
  const pages = pdfText(await pdf(page));
  const whole = pages.join('\n').replace(/\s+/g, ' ');
  assert.match(whole, /Med sin underskrift delegerer Gammel Software A\/S disse bestillinger til Ny Software A\/S\./);
  assert.match(whole, /Med sin underskrift delegerer Fjordby Kommune/);
  assert.equal(whole.match(/Navn Organisation Dato Underskrift/g).length, 2);
  const starts = pages.filter((it) => /Med sin underskrift/.test(it));
  assert.equal(starts.length, 2, 'each begins a page');
  await page.goBack();
  await shows(page, 'Underskrifter');
  await click(await part(page, 'region', 'Fjordby Kommune'), 'link', 'Udskriv arket');
  await shows(page, 'Udskrifter');
  const shown = await read(await page.$('.print-doc'));
  assert.ok(shown.includes('delegerer Fjordby Kommune') && !shown.includes('delegerer Gammel'));
});

story('the page is accessible, fits a narrow window, and bears 2,000 routes', async (t) => {
  const small = await signatures(t, file(closing, { name: 'SFTP', type: 'sftp', order: 'close', signers: ['manager'] }), 60);
  await text(small, 'Afklar underskriver');
  await accessible(small);
  await small.setViewport({ width: 320, height: 640 });
  await fitsWidth(small);
  await leaveTo(small, 'Indstillinger');
  await click(small, 'link', 'Se og ret reglerne');
  await part(small, 'group', 'Regel 1: Nedlæg');
  await accessible(small);
  await fitsWidth(small);
  const page = await signatures(t, file({ ...closing, signers: ['to-operator', 'from-operator', 'manager'] }), 2000);
  const lacking = (await eventually(async () => {
    const found = await tiles(page);
    assert.ok(found.Mangler > 2000);
    return found;
  })).Mangler;
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  assert.ok(nodes <= 5000, `${nodes} nodes`);
  const sheet = await part(page, 'region', 'Gammel Software A/S');
  await click(sheet, 'button', `Notér spurgt for de ${(lacking / 3).toLocaleString('da-DK')}, der mangler`);
  await eventually(async () => assert.equal((await tiles(page)).Spurgt, lacking / 3), 60_000);
  await click(page, 'button', 'Fortryd');
  await eventually(async () => assert.equal((await tiles(page)).Spurgt, 0), 60_000);
}, { timeout: 240_000 });
