// What axe-core cannot see: the main story by keyboard alone, and what is seen and said at each stop of it.

import assert from 'node:assert/strict';
import { casePages, goTo, leaveTo, openExample } from './case.mjs';
import { click, eventually, part, story, text } from './harness.mjs';
import { beginsAt, press, stop, stops, tabTo, write } from './keys.mjs';

/** From wherever one is, by the case's own navigation. */
async function toPage(page, name) {
  await press(page, name);
  await beginsAt(page, name);
}

/** In a select: types what the option begins with. */
async function pick(page, name, option) {
  await tabTo(page, name);
  await page.keyboard.type(option);
  const chosen = await page.evaluate(() => document.activeElement.selectedOptions?.[0].text);
  assert.equal(chosen, option);
}

/** What is said without being asked for. */
const announced = (page) => page.$$eval('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]', (all) => all.map((e) => e.textContent.replace(/\s+/g, ' ').trim()).filter(Boolean).join(' | '));
const says = (page, words) => eventually(async () => assert.ok((await announced(page)).includes(words), `»${words}« is not announced, only: ${await announced(page)}`));

story('a case from nothing to its paper by keyboard alone', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await page.evaluate(() => {
    window.printed = 0;
    window.print = () => { window.printed += 1; };
    for (const kind of ['mousedown', 'pointerdown']) addEventListener(kind, () => { throw new Error('a mouse was used'); }, true);
  });
  // The first stop leads past the navigation.
  await press(page, 'Gå til indhold');
  assert.equal((await stop(page)).tag, 'MAIN');
  await press(page, 'Ny sag');
  await eventually(async () => assert.equal((await stop(page)).name, 'Sagens navn', 'the form does not take the focus'));
  await page.keyboard.type('Nyt lønsystem');
  await write(page, 'Gammelt it-system', 'Alfa Løn');
  await write(page, 'Nyt it-system', 'Beta Løn');
  await write(page, 'Myndighed', 'Nordby Kommune');
  await page.keyboard.press('Enter');
  await beginsAt(page, 'Stamdata');

  await write(page, 'BestillingsID', 'BEST-1');
  for (const [field, value] of [['Nyt involveret it-system', 'Borgerdata'], ['Ny organisation', 'Klippe A/S'], ['Ny organisation', 'Fyrtårn A/S']]) {
    await write(page, field, value);
    await page.keyboard.press('Enter');
    await says(page, `»${value}« er tilføjet`);
  }

  await toPage(page, 'Ruter');
  await press(page, 'Tilføj rute');
  await eventually(async () => assert.equal((await stop(page)).name, 'Rutens navn eller nummer'));
  await page.keyboard.type('SP-1 Borgeropslag');
  await page.keyboard.press('Enter');
  await beginsAt(page, 'Rute SP-1 Borgeropslag');
  await press(page, 'Etabler', ' ');
  await press(page, 'SFTP', ' ');
  await pick(page, 'Afsendersystem', 'Beta Løn');
  await pick(page, 'Modtagersystem', 'Borgerdata');
  await press(page, 'Nej', ' ');
  await press(page, /^Ikke part i rute/, ' ');
  const order = await part(page, 'article', 'Etabler ny rute');
  await text(order, 'Med delegering');
  await press(page, /^Tilføj Nordby Kommune/);
  await write(page, /^Underskriver \(navn\)|^Navn/, 'Karen Lind');
  await tabTo(page, 'Underskrevet den');
  await page.keyboard.type('21112026');
  await text(order, 'Underskrevet');

  await toPage(page, 'Overleveringer');
  await pick(page, 'Hvem skal have sagen?', 'Systemejer');
  await press(page, 'Overdrag');
  await eventually(() => assert.ok(page.downloads.at(-1)?.done, 'the file did not come'));

  await toPage(page, 'Udskrifter');
  await tabTo(page, /tjekliste|Status/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await press(page, 'Udskriv');
  await eventually(async () => assert.equal(await page.evaluate(() => window.printed), 1));
}, { timeout: 300_000, notInFirefox: 'Chromium’s fields for days are typed in by Danish order' });

story('on every page the keyboard goes through all, in the order it is seen, and out again', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  const wrong = [];
  const walk = async (name) => {
    const all = await stops(page);
    assert.ok(all.length > 5, `${name} has ${all.length} stops`);
    for (const it of all) for (const what of it.wrong) wrong.push(`${name}: ${what}: ${it.html}`);
    // No stop lies above the one before it, in the same column.
    all.slice(1).forEach((it, index) => {
      const before = all[index];
      const above = it.part === before.part && it.bottom <= before.top && it.left < before.right && it.right > before.left;
      if (above) wrong.push(`${name}: ${it.html} comes after what is below it: ${before.html}`);
    });
  };
  for (const name of casePages) {
    await goTo(page, name);
    await walk(name);
  }
  for (const name of ['Begreber', 'Indstillinger', 'Sager']) {
    await leaveTo(page, name);
    await walk(name);
  }
  assert.ok(wrong.length === 0, `${wrong.length} found:\n${wrong.join('\n')}`);
}, { timeout: 600_000 });

story('each page begins at its one heading, with a title of its own; what is seen of a name is in it', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  const titles = new Set();
  const look = async (name) => {
    await beginsAt(page, name);
    assert.equal((await page.$$('h1')).length, 1, name);
    const title = await page.title();
    // Where a document is shown, its own name is what it is saved under when it is printed.
    assert.ok(title.startsWith(name === 'Udskrifter' ? 'Overleveringstjekliste' : name), title);
    titles.add(title);
    const apart = await page.$$eval(':is(a, button, input, select, textarea, summary)[aria-label]', (all) => all.filter((e) => {
      const words = (it) => it.toLowerCase().replace(/[^\p{L}\p{N} ]+/gu, ' ').replace(/\s+/g, ' ').trim();
      const seen = words(e.labels?.[0]?.innerText ?? e.innerText ?? '');
      return e.checkVisibility() && seen && !words(e.getAttribute('aria-label')).includes(seen);
    }).map((e) => e.outerHTML.slice(0, 200)));
    assert.deepEqual(apart, [], name);
  };
  for (const name of casePages.toReversed()) {
    await goTo(page, name);
    await look(name);
  }
  for (const name of ['Begreber', 'Indstillinger', 'Sager']) {
    await leaveTo(page, name);
    await look(name);
  }
  assert.equal(titles.size, casePages.length + 3);
});

story('a question over the page holds the keyboard, and gives it back to who asked', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  await leaveTo(page, 'Sager');
  for (const leave of ['Escape', 'Annullér']) {
    await press(page, 'Slet');
    await part(page, 'dialog', 'Slet »Omsorg Klassik til Omsorg Ny«?');
    const within = () => page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest('dialog')));
    for (let presses = 0; presses < 8; presses += 1) {
      assert.ok(await within(), 'the keyboard is behind the question');
      await page.keyboard.press('Tab');
    }
    if (leave === 'Escape') await page.keyboard.press('Escape');
    else await press(page, leave);
    await eventually(async () => assert.equal((await stop(page))?.name, 'Slet'));
  }
});

story('what happens elsewhere on the page is announced', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  await goTo(page, 'Ruter');
  await write(page, 'Søg i ruterne', 'balance kontoplan');
  await says(page, 'Viser 1 af');
  await goTo(page, 'Stamdata');
  await write(page, 'Ny organisation', 'Klippe A/S');
  await page.keyboard.press('Enter');
  await says(page, '»Klippe A/S« er tilføjet');
  await click(page, 'button', 'Fortryd');
  await says(page, 'Fortrudt');
  await eventually(async () => assert.match(await announced(page), /Gemt i denne browser/));
  await leaveTo(page, 'Begreber');
  await write(page, 'Søg i begreberne', 'aftaleadministrator');
  await says(page, '1 begreb passer.');
  await leaveTo(page, 'Sager');
  await press(page, 'Ny sag');
  await press(page, 'Opret sag');
  // What is wrong with a field is said with the field, which takes the focus.
  await eventually(async () => {
    const [name, invalid, described] = await page.evaluate(() => {
      const e = document.activeElement;
      const by = e.getAttribute('aria-describedby')?.split(' ') ?? [];
      return [e.labels?.[0]?.innerText, e.getAttribute('aria-invalid'), by.map((id) => document.getElementById(id)?.innerText).join(' ')];
    });
    assert.deepEqual([name, invalid], ['Sagens navn', 'true']);
    assert.match(described, /Skriv sagens navn\./);
  });
});
