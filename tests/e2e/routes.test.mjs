// Routes and service agreements: questions answered one at a time, the orders that follow, and who must sign.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { accessible, all, check, choose, click, download, eventually, fill, fitsWidth, heading, noText, part, story, text } from './harness.mjs';
import { goTo, openExample } from './case.mjs';

async function example({ site, profile }, where = 'Ruter') {
  const page = await (await profile()).open(await site());
  await click(page, 'button', 'Prøv med eksempelsag');
  await click(await part(page, 'navigation', 'Sagens sider'), 'link', where);
  await heading(page, where);
  return page;
}

/** Read by a screen reader and on a phone. */
async function works(page) {
  await accessible(page);
  await page.setViewport({ width: 320, height: 640 });
  await fitsWidth(page);
  await page.setViewport({ width: 1280, height: 900 });
}

/** A new SFTP route to be established, from the new system to another one. */
async function newRoute(page, name) {
  await click(page, 'button', 'Tilføj rute');
  await fill(page, 'Rutens navn eller nummer', name);
  await click(page, 'button', 'Opret rute');
  await heading(page, `Rute ${name}`);
  await choose(page, 'Hvad skal der ske med ruten?', 'Etabler');
  const side = await part(page, 'region', 'Ny rute');
  await choose(side, 'Rutetype', 'SFTP');
  await fill(side, 'Afsendersystem', 'Omsorg Ny');
  await fill(side, 'Modtagersystem', 'Økonomisystemet Balance');
  return side;
}

async function order(page, name) {
  return part(page, 'article', name);
}

async function pressed(scope, name) {
  const [button] = await all(scope, 'button', name);
  return button?.evaluate((e) => e.getAttribute('aria-pressed'));
}

story('a new route is decided question by question, and its order says form, delegation and moment', async (t) => {
  const page = await example(t);
  const side = await newRoute(page, 'Prøverute');
  const card = await order(page, 'Etabler ny rute');
  await text(card, '2.2 pkt. 5 Bestil SFTP-rute (uden delegering)');
  await text(card, /Uden delegering, fordi Forvaltningsansvarlig \(nyt\)/);
  await text(card, 'Kan ikke afgøres endnu');
  await choose(side, 'Kender afsender både modtagermyndighed og modtager-it-system?', 'Ja');
  await text(card, 'Under forberedelsen');
  await choose(side, 'Kender afsender både modtagermyndighed og modtager-it-system?', 'Nej');
  await text(card, 'I servicevinduet');
  await choose(side, 'Rutetype', 'Webservice');
  await text(card, '2.2 pkt. 7 Bestil webservice-rute (uden delegering)');
  await text(card, 'en serviceaftale til ruten');
  const path = await page.$eval('ol.path', (e) => e.innerText);
  assert.match(path, /Nedlæg rute\? Nej[^]*Etabler rute\? Ja[^]*Rutetype Webservice[^]*Part i rute/);
});

story('overruling "Part i rute?" makes the order delegated, and it waits until each signer has signed', async (t) => {
  const page = await example(t);
  const side = await newRoute(page, 'Fuldmagtsrute');
  await choose(side, 'Part i rute?', 'Ikke part i rute');
  await fill(side, 'Begrundelse for svaret på »Part i rute?«', 'Driften er givet videre');
  await text(side, /Driften er givet videre[^]*Udledt: Part i rute/);
  const card = await order(page, 'Etabler ny rute');
  await text(card, '2.2 pkt. 4 Bestil SFTP-rute (med delegering)');
  await text(page, 'Afklar underskriver');
  await works(page);
  await click(await part(page, 'region', 'Bestillinger'), 'link', 'underskrift på delegering');
  await eventually(async () => {
    const focused = await page.evaluate(() => document.activeElement.innerText);
    assert.equal(focused, 'Underskrifter på delegeringen', 'the wait does not lead to the signatures');
  });
  await click(card, 'button', 'Tilføj Nordlund Kommune, systemansvarlig');
  const signer = await part(card, 'group', 'Underskriver 1: Nordlund Kommune Mangler');
  await text(page, 'mangler 1 underskrift');
  await fill(signer, 'Underskrevet den', '2026-11-21');
  await noText(page, 'mangler 1 underskrift');
  await click(await part(card, 'group', 'Underskriver 1: Nordlund Kommune Underskrevet'), 'button', 'Fjern underskriver');
  await text(page, 'Afklar underskriver');
  await click(page, 'button', 'Fortryd');
  await part(card, 'group', 'Underskriver 1: Nordlund Kommune Underskrevet');
});

story('an order before its turn asks why, is shown as a deviation, and can be taken back', async (t) => {
  const page = await example(t);
  await newRoute(page, 'Hasterute');
  const card = await order(page, 'Etabler ny rute');
  await click(card, 'button', 'Bestilt');
  assert.equal(await pressed(card, 'Bestilt'), 'false', 'nothing is ordered before the reason is given');
  await fill(card, 'Begrundelse for at bestille før tur', 'Aftalt med SP');
  await click(card, 'button', 'Markér bestilt alligevel');
  await text(card, 'Bestilt før tur: Aftalt med SP');
  assert.equal(await pressed(card, 'Bestilt'), 'true');
  assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Bestilt', 'focus is lost');
  await text(page, /Hasterute, etablering er registreret, før det var dens tur/);
  await click(card, 'button', 'Bestilt');
  await eventually(async () => assert.equal(await pressed(card, 'Bestilt'), 'false'));
  await noText(card, 'Aftalt med SP');
});

story('the route overview is searched and filtered, and a removed route comes back with Fortryd', async (t) => {
  const page = await example(t);
  const rows = () => page.$$eval('.route-table tbody th', (cells) => cells.map((cell) => cell.innerText.trim()));
  const count = (await rows()).length;
  assert.ok(count > 20, `the example has ${count} routes`);
  await works(page);
  await fill(page, 'Søg i ruterne', 'balance kontoplan');
  await eventually(async () => assert.deepEqual(await rows(), ['SP-1015 Kontoplan']));
  await text(page, `Viser 1 af ${count} ruter.`);
  await fill(page, 'Søg i ruterne', 'findes ikke');
  await click(page, 'button', 'Vis alle ruter');
  await fill(page, 'Vis', 'Kun ikke afgjorte');
  await eventually(async () => assert.ok((await rows()).includes('SP-1080 Ukendt rute fra Helpdesk')));
  assert.ok((await rows()).length < count);
  await click(page, 'link', 'SP-1080 Ukendt rute fra Helpdesk');
  await heading(page, 'Rute SP-1080 Ukendt rute fra Helpdesk');
  await click(page, 'button', 'Fjern rute');
  await heading(page, 'Ruteoverblik');
  // What was chosen to be shown still is.
  const shown = (await rows()).length;
  assert.ok(shown < count - 1, 'the filter is lost');
  await text(page, `Viser ${shown} af ${count - 1} ruter.`);
  await click(page, 'button', 'Fortryd');
  await text(page, `Viser ${shown + 1} af ${count} ruter.`);
});

story('who comes back from a route finds the list as it was left, at the same row', async (t) => {
  const page = await example(t);
  const rows = () => page.$$eval('.route-table tbody th', (cells) => cells.map((cell) => cell.innerText.trim()));
  const active = () => page.evaluate(() => document.activeElement.innerText.trim());
  await fill(page, 'Søg i ruterne', 'balance');
  await eventually(async () => assert.ok((await rows()).length < 10));
  const found = await rows();
  const last = found.at(-1);
  const back = async () => {
    await heading(page, 'Ruteoverblik');
    assert.deepEqual(await rows(), found, 'the search is lost');
    await eventually(async () => assert.equal(await active(), last, 'the row has not the focus'));
  };
  await click(page, 'link', last);
  await heading(page, `Rute ${last}`);
  await page.goBack();
  await back();
  await click(page, 'link', last);
  await heading(page, `Rute ${last}`);
  await click(await part(page, 'navigation', 'Du er her'), 'link', 'Ruter');
  await back();
  assert.equal(await page.$eval('#rute-soeg', (input) => input.value), 'balance');
  // Another case is another list.
  await click(await part(page, 'navigation', 'Hovedmenu'), 'link', 'Sager');
  await click(page, 'button', 'Ny sag');
  await fill(page, 'Sagens navn', 'En anden sag');
  await click(page, 'button', 'Opret sag');
  await click(await part(page, 'navigation', 'Sagens sider'), 'link', 'Ruter');
  await click(page, 'button', 'Tilføj rute');
  await fill(page, 'Rutens navn eller nummer', 'Første');
  await click(page, 'button', 'Opret rute');
  await heading(page, 'Rute Første');
  await click(await part(page, 'navigation', 'Sagens sider'), 'link', 'Ruter');
  await text(page, 'Viser 1 af 1 rute.');
});

story('marking the preparation done while orders are not placed asks why, and what lacks is said', async (t) => {
  const page = await example(t);
  const overview = await page.evaluate(() => location.hash.replace('/ruter', ''));
  await page.evaluate((there) => { location.hash = there; }, `${overview}?vis=pkt-U13-case`);
  const before = await page.waitForSelector('#pkt-U13-case', { visible: true });
  await click(before, 'button', 'Markér udført');
  await fill(before, 'Begrundelse for at registrere før tur', 'Aftalt på møde');
  await click(before, 'button', 'Markér udført alligevel');
  await text(before, 'Aftalt på møde');
  await click(await part(page, 'navigation', 'Sagens sider'), 'link', 'Ruter');

  const card = await page.waitForSelector('#pkt-U14-case');
  assert.equal(await card.$eval('.status', (e) => e.innerText.trim()), 'Klar');
  await text(card, /Venter på\s+2\.2 pkt\. 1 Bestil ydelse/);
  await click(card, 'button', 'Markér udført');
  await text(card, 'Begrundelse for at registrere før tur');
  assert.equal(await card.$eval('.status', (e) => e.innerText.trim()), 'Klar', 'recorded without a reason');
  await click(card, 'button', 'Annullér');
  await noText(card, 'Begrundelse for at registrere før tur');
  await click(card, 'button', 'Markér udført');
  await fill(card, 'Begrundelse for at registrere før tur', 'Resten bestilles mundtligt');
  await click(card, 'button', 'Markér udført alligevel');
  await text(card, 'Registreret før tur: Resten bestilles mundtligt');
  assert.equal(await card.$eval('.status', (e) => e.innerText.trim()), 'Udført');
});

story('what is worth checking is ticked at the activity it belongs to, with who and when', async (t) => {
  const page = await example(t);
  const item = 'Er det nye it-systems SSH-nøgle registreret?';
  const card = () => page.waitForSelector('#pkt-U14-case');
  await check(await card(), item);
  await text(await card(), /Tjekket \d{2}\.\d{2}\.\d{4}/);
  await page.reload();
  await text(await card(), 'Tjekket');
  await accessible(page);
  await click(await part(page, 'navigation', 'Sagens sider'), 'link', 'Historik');
  await text(page, `Krydsede »${item}« af`);
  await click(await part(page, 'navigation', 'Sagens sider'), 'link', 'Ruter');
  await check(await card(), item, false);
  await noText(await card(), 'Tjekket');
});

story('a webservice route without an agreement is linked to one, and the agreement says which routes it covers', async (t) => {
  const page = await example(t, 'Serviceaftaler');
  await text(page, 'Webservice-ruter uden serviceaftale');
  await click(page, 'button', 'Tilføj serviceaftale');
  await fill(page, 'Serviceaftalens navn', 'Kontoplan');
  await click(page, 'button', 'Opret serviceaftale');
  const agreement = await part(page, 'region', 'Kontoplan');
  await text(agreement, 'Ingen ruter er knyttet til aftalen endnu.');
  await text(agreement, /pkt\. 9[^]*pkt\. 10[^]*pkt\. 11[^]*pkt\. 12/);
  await (await agreement.$('summary')).click();
  await click(agreement, 'button', 'Knyt til aftalen');
  await noText(agreement, 'Ingen ruter er knyttet');
  await text(agreement, 'SP-1015 Kontoplan');
  await noText(page, 'Webservice-ruter uden serviceaftale');
  await works(page);
  await click(agreement, 'button', 'Løs fra aftalen');
  await text(page, 'Webservice-ruter uden serviceaftale');
});

story('the BestillingsID is written once and stands on each order; what FG orders is marked where FG sees it', async (t) => {
  const page = await example(t);
  await fill(page, 'BestillingsID', 'BEST-4711');
  const list = await part(page, 'region', 'Ruter, som Forvaltningsansvarlig (gammelt) nedlægger');
  await part(list, 'link', 'SP-1010 Bevilget hjemmehjælp til ydelse');
  const own = await list.$('::-p-xpath(.//li[contains(., "SP-1010")])');
  await text(own, /Efter omlægningen\s+Venter/);
  await click(own, 'button', 'Bestilt');
  await fill(own, 'Begrundelse for at bestille før tur', 'Ordren ligger klar hos SP');
  await click(own, 'button', 'Markér bestilt alligevel');
  await eventually(async () => assert.equal(await pressed(own, 'Bestilt'), 'true'));
  await text(page, '1 af 46');
  await click(list, 'link', 'SP-1010 Bevilget hjemmehjælp til ydelse');
  await text(await order(page, 'Nedlæg gammel rute'), /BestillingsID\s+BEST-4711[^]*Bestilt før tur: Ordren ligger klar hos SP/);
});

story('the overview is downloaded as a table that opens right in a Danish spreadsheet, and formulas in it are text', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  await goTo(page, 'Ruter');
  const first = await page.$eval('main table tbody th a', (link) => (link.click(), link.innerText));
  await fill(page, 'Rute-id på SP', '=1+1');
  await goTo(page, 'Ruter');
  const file = await download(page, async () => click(await part(page, 'group', 'Hent ruteoverblik'), 'button', 'CSV'));
  assert.match(file.name, /^Ruteoverblik - .+ - \d{4}-\d\d-\d\d\.csv$/);
  const bytes = readFileSync(file.path);
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'the mark by which Excel knows UTF-8');
  const lines = file.text.replace('\ufeff', '').trimEnd().split('\r\n').map((line) => line.split(';'));
  const rows = await page.$$eval('main table tbody tr', (rows) => rows.length);
  assert.equal(lines.length, 1 + rows);
  const of = (name) => lines[0].indexOf(name);
  const row = lines.find((line) => line.includes(first));
  assert.ok(row, `${first} is in the table`);
  assert.equal(row[of('Rute-id på SP')], "'=1+1");
  await accessible(page);
});

story('the orders stand in the sequence they are carried out in, are moved within a phase from the keyboard, and come out as tables', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  await goTo(page, 'Ruter');
  await click(page, 'link', 'Eksekveringsoversigt');
  await heading(page, 'Eksekveringsoversigt');
  const phases = async () =>
    page.$$eval('main section', (sections) =>
      sections.map((section) => ({
        title: section.querySelector('h2').innerText,
        orders: [...section.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td, th')].slice(0, 3).map((cell) => cell.innerText.trim())),
      })),
    );
  const before = await phases();
  assert.ok(before.length >= 3, JSON.stringify(before.map((phase) => phase.title)));
  const numbers = before.filter((phase) => !phase.title.startsWith('Tidspunktet')).flatMap((phase) => phase.orders.map((order) => Number(order[0])));
  assert.deepEqual(numbers, numbers.map((_, index) => index + 1), 'one sequence through the phases');
  await accessible(page);
  await page.setViewport({ width: 320, height: 640 });
  await fitsWidth(page);
  await page.setViewport({ width: 1280, height: 900 });

  const at = before.findIndex((phase) => phase.orders.length > 1);
  const [first, second] = before[at].orders;
  const down = await page.$(`main section:nth-of-type(${at + 1}) tbody tr:first-child button:last-of-type`);
  await down.focus();
  await page.keyboard.press('Enter');
  await eventually(async () => {
    const orders = (await phases())[at].orders.map((order) => order.slice(1));
    assert.deepEqual(orders.slice(0, 2), [second.slice(1), first.slice(1)]);
  });
  await eventually(async () => {
    const label = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    assert.ok(label?.startsWith('Ned: ') && label.includes(first[1]), `the focus goes along: ${label}`);
  });
  await click(page, 'button', 'Fortryd');
  await eventually(async () => assert.deepEqual(await phases(), before));

  const tables = [['Hent eksekveringsoversigt', /^Eksekveringsoversigt - /, numbers.length], ['Hent underskrifter', /^Underskrifter - /, 1]];
  for (const [group, name, least] of tables) {
    const buttons = await part(page, 'group', group);
    const file = await download(page, () => click(buttons, 'button', 'CSV'));
    assert.match(file.name, name);
    const rows = file.text.trimEnd().split('\r\n').map((line) => line.split(';'));
    assert.ok(rows.length > least, `${rows.length} rows`);
    assert.ok(rows[0].includes('BestillingsID'), rows[0].join());
  }
});
