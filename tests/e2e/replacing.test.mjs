// Routes replaced together, part i rute from the organisations, and agreements from the routes.

import assert from 'node:assert/strict';
import { accessible, all, check, choose, click, download, eventually, fill, fitsWidth, heading, noText, part, story, text, upload } from './harness.mjs';
import { goTo } from './case.mjs';
import { caseFile, routeName } from './written_case.mjs';

async function open({ site, profile }, how, where = 'Ruter') {
  const page = await (await profile()).open(await site());
  await upload(page, 'Åbn fil', caseFile(page, how));
  await part(page, 'navigation', 'Sagens sider');
  await goTo(page, where);
  return page;
}

async function openRoute(page, n) {
  await goTo(page, 'Ruter');
  await click(page, 'link', routeName(n));
  await heading(page, `Rute ${routeName(n)}`);
}

/** The orders of the plan, each with its route. */
async function planned(page) {
  await goTo(page, 'Ruter');
  await click(page, 'link', 'Eksekveringsoversigt');
  await heading(page, 'Eksekveringsoversigt');
  return page.$$eval('main tbody tr', (rows) =>
    rows.map((row) => `${row.querySelector('td:nth-of-type(2)').innerText.trim().split(/[, ]/)[0]} ${row.querySelector('th').innerText.trim()}`).sort(),
  );
}

async function works(page) {
  await accessible(page);
  await page.setViewport({ width: 320, height: 640 });
  await fitsWidth(page);
  await page.setViewport({ width: 1280, height: 900 });
}

story('one old route becomes two new ones: it is closed once, each new one is established once, and the table tells it', async (t) => {
  const page = await open(t, { routes: 9 });
  const [old] = [routeName(9)];
  const before = await planned(page);
  await openRoute(page, 9);
  await click(page, 'button', 'Tilføj endnu en ny rute for den samme gamle');
  await text(page, `Ruten »${old}, ny 2« er tilføjet.`);
  await eventually(async () => {
    assert.equal(await page.evaluate(() => document.activeElement.innerText), `${old}, ny 2 (ny rute)`);
  });
  await works(page);
  await text(await page.$('ol.path'), `Erstattes sammen med ${old}, ny 2 (ny rute)`);
  await click(page, 'link', `${old}, ny 2 (ny rute)`);
  await heading(page, `Rute ${old}, ny 2`);
  // What carries over is there, with the new system in the old one's place.
  const side = await part(page, 'region', 'Ny rute');
  await text(side, /Webservice/);
  const ends = await side.$$eval('select', (selects) => selects.map((select) => select.selectedOptions[0].text.trim()));
  assert.deepEqual(ends, ['Borgerbasen', 'Løn Ny', 'Fjordby Kommune']);
  const after = await planned(page);
  assert.deepEqual(after.filter((order) => !before.includes(order)), [`Etabler ${old}, ny 2`]);
  assert.equal(after.length, before.length + 1);
  await goTo(page, 'Ruter');
  await text(page, 'Erstattes sammen med 1 anden');
  const table = await part(page, 'group', 'Hent ruteoverblik');
  const file = await download(page, () => click(table, 'button', 'CSV'));
  const lines = file.text.replace('\ufeff', '').trimEnd().replaceAll('"', '').split('\r\n').map((line) => line.split(';'));
  const column = lines[0].indexOf('Erstattes sammen med');
  assert.equal(lines.find((line) => line.includes(`${old}, ny 2`))[column], old);
  await click(page, 'button', 'Fortryd');
  await noText(page, 'Erstattes sammen med');
  await noText(await page.$('.route-table'), `${old}, ny 2`);
});

story('two old routes become one new one: the other is closed and no longer established, and one Fortryd takes it back', async (t) => {
  const page = await open(t, { routes: 9 });
  const before = await planned(page);
  await openRoute(page, 9);
  await (await page.$('::-p-xpath(//summary[contains(., "Erstattes sammen med")])')).click();
  await fill(page, 'Find ruten', 'Adresse');
  await click(page, 'button', `${routeName(1)} (gammel og ny rute)`);
  await text(page, `Ruten erstattes nu sammen med »${routeName(1)}«`);
  await part(page, 'link', `${routeName(1)} (gammel rute)`);
  const after = await planned(page);
  assert.deepEqual(before.filter((order) => !after.includes(order)), [`Etabler ${routeName(1)}`]);
  assert.equal(after.length, before.length - 1);
  await click(page, 'button', 'Fortryd');
  assert.deepEqual(await planned(page), before);
});

story('what is taken out of those that are replaced together stands by itself again', async (t) => {
  const page = await open(t, { routes: 9 });
  await openRoute(page, 9);
  await click(page, 'button', 'Tilføj endnu en ny rute for den samme gamle');
  await part(page, 'link', `${routeName(9)}, ny 2 (ny rute)`);
  await (await page.$('::-p-xpath(//li[contains(., "ny 2")]//button)')).click();
  await noText(page, `${routeName(9)}, ny 2 (ny rute)`);
  assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Flere ruter, der erstattes sammen');
});

story('a new route asks one question at a time, each in view as its turn comes, and ends with the way to the next undecided', async (t) => {
  const page = await open(t, { routes: 30 });
  await click(page, 'button', 'Tilføj rute');
  await fill(page, 'Rutens navn eller nummer', 'Prøverute');
  await click(page, 'button', 'Opret rute');
  await heading(page, 'Rute Prøverute');
  const asked = () => page.$eval('.asked--now legend', (e) => e.innerText.trim());
  const turn = async (question, answer) => {
    await eventually(async () => assert.equal(await asked(), question));
    await choose(await page.$('.asked--now'), question, answer);
  };
  assert.equal((await all(page, 'group', 'Hvem nedlægger?')).length, 0, 'what comes later is not asked yet');
  await turn('Hvad skal der ske med ruten?', 'Nedlæg');
  await turn('Er ruten aktiv?', 'Aktiv');
  await turn('Kender afsender både modtagermyndighed og modtager-it-system?', 'Ja');
  await works(page);
  await turn('Hvem nedlægger?', 'Forvaltningsansvarlig (nyt)');
  // The systems are not told, so nobody can tell who is party.
  await eventually(async () => assert.equal(await asked(), 'Part i rute?'));
  await text(await page.$('.asked--now'), /Svaret kan ikke udledes endnu/);
  await choose(page, 'Part i rute?', 'Part i rute');
  await text(page, 'Ruten er afgjort.');
  // On by keyboard alone.
  await page.keyboard.press('Tab');
  for (let steps = 0; steps < 20; steps += 1) {
    if (await page.evaluate(() => document.activeElement.innerText === 'Gå videre til den næste, der ikke er')) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await heading(page, `Rute ${routeName(4)}`);
});

story('"Part i rute" for many at once: a reason is asked for, and the organisations settle what has none', async (t) => {
  const page = await open(t, { routes: 9 });
  await click(page, 'checkbox', 'Vælg alle 9 ruter på listen');
  await fill(page, 'Sæt', '»Part i rute?« for »Nedlæg gammel rute«');
  await fill(page, 'til', 'Part i rute');
  const set = () => click(page, 'button', 'Sæt for 9 ruter');
  await set();
  await text(page, 'Skriv en begrundelse');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'valgte-begrundelse');
  await works(page);
  await fill(page, 'Begrundelse', 'Driften er givet videre');
  await set();
  await text(page, /Part i rute er sat for \d ruter/);
  await openRoute(page, 9);
  await text(page, 'angivet af');
  await text(page, 'Driften er givet videre');
  await goTo(page, 'Ruter');
  await text(page, '9 ruter er valgt.');
  await click(page, 'button', 'Part i rute ud fra organisationer');
  await text(page, /følger allerede af organisationerne[^]*er et andet med en begrundelse og er ikke ændret/);
  await click(page, 'button', 'Fortryd');
  await openRoute(page, 9);
  await noText(page, 'Driften er givet videre');
});

story('agreements are suggested from the webservice routes, made in one step, and shown from both sides', async (t) => {
  const page = await open(t, { routes: 200, systems: 4 }, 'Serviceaftaler');
  await text(page, 'Forslag ud fra ruterne');
  await works(page);
  await click(page, 'button', 'Tag imod alle 4 forslag');
  await text(page, /webservice-ruter har fået en serviceaftale ud fra forslagene/);
  await noText(page, 'Forslag ud fra ruterne');
  const agreement = await part(page, 'region', 'Register 2');
  await text(agreement, routeName(9));
  await click(agreement, 'link', routeName(9));
  await heading(page, `Rute ${routeName(9)}`);
  await click(page, 'link', 'Se aftalen');
  await heading(page, 'Register 2');
  await goTo(page, 'Ruter');
  await text(page, 'Serviceaftale: Register 2');
  await click(page, 'button', 'Fortryd');
  await text(page, 'Ingen serviceaftale');
  await goTo(page, 'Serviceaftaler');
  await text(page, 'Forslag ud fra ruterne');
  assert.equal((await all(page, 'heading', 'Register 2')).length, 0);
});

story("the old system's agreements are listed with the routes that still use them", async (t) => {
  const page = await open(t, { routes: 9 }, 'Serviceaftaler');
  const old = await part(page, 'region', 'Det gamle it-systems aftaler (pkt. 24)');
  await text(old, /Borgerbasen\s+0 af 3 webservice-ruter er nedlagt\.[^]*Bruges endnu/);
  await text(old, `${routeName(9)}: skal nedlægges`);
  await click(old, 'link', 'Gå til pkt. 24');
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'pkt-U24-case'));
});

story('2,000 routes to 61 systems leave each page small, also with an agreement for each', async (t) => {
  const page = await open(t, { routes: 2000, systems: 61 }, 'Serviceaftaler');
  const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
  const small = async (what) => assert.ok((await nodes()) <= 5000, `${what}: ${await nodes()} nodes`);
  await small('suggestions');
  await click(page, 'button', 'Tag imod alle 61 forslag');
  await text(page, /webservice-ruter har fået en serviceaftale/);
  await small('agreements');
  await openRoute(page, 9);
  await small('a route');
  await goTo(page, 'Ruter');
  await small('routes');
});

story('three chosen routes are replaced by the new route of the first, in one step', async (t) => {
  const page = await open(t, { routes: 9 });
  const before = await planned(page);
  await goTo(page, 'Ruter');
  for (const n of [1, 2, 9]) await check(page, routeName(n));
  await click(page, 'button', 'Erstat med én ny rute');
  await text(page, `Den nye rute på »${routeName(1)}« erstatter nu også 2 andre valgte ruter`);
  await text(page, 'Erstattes sammen med 2 andre');
  const after = await planned(page);
  assert.deepEqual(before.filter((order) => !after.includes(order)), [`Etabler ${routeName(2)}`, `Etabler ${routeName(9)}`]);
  await click(page, 'button', 'Fortryd');
  assert.deepEqual(await planned(page), before);
});

story('an organisation in two spellings is told among the routes, and made one in one step', async (t) => {
  const page = await open(t, { routes: 9 }, 'Stamdata');
  await fill(page, 'Ny organisation', 'Gammel Software');
  await page.focus('#tilfoej-organisation');
  await page.keyboard.press('Enter');
  await goTo(page, 'Ruter');
  await click(page, 'link', 'Slå dem sammen under Stamdata');
  await click(page, 'button', 'Brug »Gammel Software A/S«');
  await goTo(page, 'Ruter');
  await noText(page, 'Slå dem sammen under Stamdata');
  await click(page, 'button', 'Fortryd');
  await text(page, 'Slå dem sammen under Stamdata');
});
