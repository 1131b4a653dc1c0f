// The route overview goes out, through a real spreadsheet, and in again: exactly what was edited comes back.

import assert from 'node:assert/strict';
import { all, click, download, eventually, heading, noText, part, story, text, upload } from './harness.mjs';
import { goTo } from './case.mjs';
import { edited, put } from './office.mjs';
import { caseFile, routeName } from './written_case.mjs';

// What a spreadsheet would run, count, or read as a day; and what files of text stumble over.
const names = ['Ærø; "Øst" & Ånd', '=1+1', '@SUM(A1)', '-ukendt', "'0012", '0012', '1-2', '12:00', '1.10', '<b>x_x0041_</b>'];
const note = 'Første linje\nAnden "linje"; med semikolon,\n\nog ’tegn’ €';
const routes = 12;
const count = routes + names.length;

const kinds = [['Excel (XLSX)', 'xlsx'], ['CSV', 'csv']];

async function opened({ site, profile }) {
  const page = await (await profile()).open(await site());
  const more = (it) =>
    names.forEach((name, at) => {
      const reference = `00${at}`;
      it.add(0, 'route', { name, reference, note: at % 2 ? `23-11-202${at}` : `${at}. ${note}`, handling: 'keep' });
    });
  await upload(page, 'Åbn fil', caseFile(page, { routes, more }));
  return page;
}

async function saved(page, kind) {
  await goTo(page, 'Ruter');
  const file = await download(page, async () => click(await part(page, 'group', 'Hent ruteoverblik'), 'button', kind));
  await text(page, `Tabellen er hentet som »${file.name}«.`);
  return file;
}

async function readAgain(page, path) {
  await click(page, 'link', 'Indlæs ruteliste');
  await upload(page, 'Vælg fil', path);
  await heading(page, '2. Hvad står i kolonnerne?');
  await click(page, 'button', 'Fortsæt');
  await heading(page, '3. Se, hvad der kommer ind');
}

const inLine = (text) => text.replace(/\n+/g, ' ');

/** The lines of the open groups: each with its name and what is changed. */
const lines = (page) =>
  page.$$eval('.list-group .list-rows > li', (all) => all.map((line) => line.innerText.trim().split(/\n+/)));

for (const [button, kind] of kinds) {
  story(`what is saved as ${kind} and saved again by a spreadsheet changes nothing`, async (t) => {
    const page = await opened(t);
    const file = await saved(page, button);
    assert.match(file.name, new RegExp(`^Ruteoverblik - .+ - \\d{4}-\\d\\d-\\d\\d\\.${kind}$`));
    await readAgain(page, await edited(page, file));
    await text(page, `${count} ruter står i sagen, som listen har det.`);
    await noText(page, 'skal rettes');
    assert.deepEqual(await lines(page), []);
    assert.equal((await all(page, 'button', 'Indlæs 0 ruter')).length, 1);
  });

  story(`what is edited in a spreadsheet, and nothing else, comes back from ${kind}`, async (t) => {
    const page = await opened(t);
    const file = await saved(page, button);
    const path = await edited(page, file, (xml) => {
      // Guarded in separated text, as it stands there.
      const guard = kind === 'csv' ? "'" : '';
      let now = put(xml, `0. ${note}`, 'Ændret\nigår "af" os');
      now = put(now, `${guard}0012`, `${guard}0013`);
      now = put(now, `${guard}=1+1`, `${guard}=2+2`);
      now = put(now, `2. ${note}`, '');
      const [before, row, after] = cut(now, routeName(1));
      return before + put(row, 'Erstat', 'Bevar') + after;
    });
    await readAgain(page, path);
    await text(page, `${count - 5} ruter står i sagen, som listen har det.`);
    await heading(page, 'Ændrede ruter (5)');
    const told = (await lines(page)).map(([name, ...rest]) => [name, rest.join(' ')]);
    assert.deepEqual(told, [
      [routeName(1), 'Handling: Erstat → Bevar (en beslutning i sagen)'],
      [names[0], `Bemærkning: »0. ${inLine(note)}« → »Ændret igår "af" os«`],
      ['=1+1', 'Rute: »=1+1« → »=2+2«'],
      ['@SUM(A1)', `Bemærkning: »2. ${inLine(note)}« → Intet`],
      ['0012', 'Rute: »0012« → »0013«'],
    ]);
    await click(page, 'button', 'Indlæs 3 ruter');
    await text(page, '3 ruter er rettet.');
    for (const name of ['=2+2', '0013']) await part(page, 'link', name);
    await click(page, 'link', names[0]);
    await eventually(async () => {
      const notes = await page.$$eval('textarea', (areas) => areas.map((area) => area.value));
      assert.ok(notes.includes('Ændret\nigår "af" os'), notes.join('|'));
    });
  });
}

/** The row that has this text in a cell, between what is before and behind it. */
function cut(xml, cell) {
  const at = xml.indexOf(`<text:p>${cell}</text:p>`);
  const start = xml.lastIndexOf('<table:table-row', at);
  const end = xml.indexOf('</table:table-row>', at);
  return [xml.slice(0, start), xml.slice(start, end), xml.slice(end)];
}
