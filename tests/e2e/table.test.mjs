// The route overview at scale: narrowed, sorted, and many routes answered at once, by keyboard alone.

import assert from 'node:assert/strict';
import { accessible, click, eventually, fill, fitsWidth, heading, part, story, text, upload } from './harness.mjs';
import { caseFile } from './written_case.mjs';

async function table({ site, profile }, routes) {
  const page = await (await profile()).open(await site());
  await upload(page, 'Åbn fil', caseFile(page, { routes }));
  await click(await part(page, 'navigation', 'Sagens sider'), 'link', 'Ruter');
  await heading(page, 'Ruteoverblik');
  return page;
}

const names = (page) => page.$$eval('.route-table tbody th', (cells) => cells.map((cell) => cell.innerText.trim()));
const handlings = (page) =>
  page.$$eval('.row-select', (selects) => selects.map((select) => select.selectedOptions[0].text.trim()));
const focused = (page) => page.evaluate(() => document.activeElement.closest('tr')?.querySelector('th').innerText.trim());

/** Goes to a control with Tab alone. */
async function tabTo(page, selector, back = false) {
  if (back) await page.keyboard.down('Shift');
  for (let steps = 0; steps < 400; steps += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) {
      if (back) await page.keyboard.up('Shift');
      return;
    }
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

async function pressed(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

story('two filters, a sort, 38 routes chosen and one answer for them, and one undo, by keyboard alone', async (t) => {
  const page = await table(t, 200);
  const listed = (count) => part(page, 'checkbox', `Vælg alle ${count} ruter på listen`);
  await tabTo(page, '#rute-filter');
  await page.keyboard.type('Kun');
  await listed(22);
  await page.keyboard.press('Home');
  await listed(200);
  await tabTo(page, '#rute-filter-2');
  await page.keyboard.type('Impl');
  await listed(67);
  await tabTo(page, '#rute-filter-3');
  await page.keyboard.type('Gammel');
  // Those that are only established have no end in the old system.
  await listed(45);
  await tabTo(page, '#kolonne-0');
  await pressed(page, 'Enter', 'Enter');
  await eventually(async () => {
    const sort = await page.$eval('th:has(#kolonne-0)', (head) => head.getAttribute('aria-sort'));
    assert.equal(sort, 'descending');
    const shown = await names(page);
    assert.equal(shown[0].slice(0, 6), 'SP-199');
    assert.deepEqual(shown, [...shown].sort().reverse());
  });
  const before = await handlings(page);
  // The first is chosen from its box, the arrows go on from there, and a range is chosen at the 38th.
  await tabTo(page, 'tbody .row-check');
  await pressed(page, 'Space', ...Array(37).fill('ArrowDown'));
  assert.equal(await focused(page), (await names(page))[37]);
  await page.keyboard.down('Shift');
  await page.keyboard.press('Space');
  await page.keyboard.up('Shift');
  await text(page, '38 ruter er valgt.');
  await tabTo(page, '#valgte-svar', true);
  await page.keyboard.type('Bevar');
  await tabTo(page, '.bulk button');
  await page.keyboard.press('Enter');
  await text(page, 'Handling: Bevar er sat for 38 ruter.');
  const after = await handlings(page);
  assert.deepEqual(after.slice(0, 38), Array(38).fill('Bevar'));
  assert.deepEqual(after.slice(38), before.slice(38), 'others are changed too');
  await page.keyboard.down('Control');
  await page.keyboard.press('z');
  await page.keyboard.up('Control');
  await eventually(async () => assert.deepEqual(await handlings(page), before));
});

story('rows are walked with the arrows, chosen with space, opened with Enter, and answered by a letter', async (t) => {
  const page = await table(t, 30);
  const shown = await names(page);
  await tabTo(page, 'tbody th a');
  await pressed(page, 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Space');
  assert.equal(await focused(page), shown[1]);
  await text(page, '1 rute er valgt.');
  await pressed(page, 'End');
  assert.equal(await focused(page), shown[29]);
  await pressed(page, 'Home');
  await tabTo(page, '.row-select');
  await page.keyboard.type('N');
  await eventually(async () => assert.equal((await handlings(page))[0], 'Nedlæg'));
  assert.equal(await focused(page), shown[0], 'the answer takes the focus away');
  await tabTo(page, 'tbody .row-check', true);
  await page.keyboard.press('Enter');
  await heading(page, `Rute ${shown[0]}`);
});

story('what the filter no longer shows is chosen no more, and is told by name and number', async (t) => {
  const page = await table(t, 30);
  await click(page, 'checkbox', 'Vælg alle 30 ruter på listen');
  await text(page, '30 ruter er valgt.');
  await fill(page, 'Adressering', 'Eksplicit');
  await text(page, /ruter vises ikke mere og er valgt fra: SP-001 Adresseændringer/);
  const left = (await names(page)).length;
  await text(page, `${left} ruter er valgt.`);
  await fill(page, 'Sæt', '»Hvem nedlægger?«');
  await fill(page, 'til', 'Forvaltningsansvarlig (gammelt)');
  await click(page, 'button', `Sæt for ${left} ruter`);
  await text(page, /har ikke det spørgsmål/);
  // An answer that takes the row out of the list leaves the keyboard at the next one.
  await fill(page, 'Adressering', 'Alle');
  await fill(page, 'Vis', 'Kun ikke afgjorte');
  await eventually(async () => assert.ok((await names(page)).length < 10));
  const open = await names(page);
  await page.focus('.row-select');
  await page.keyboard.type('B');
  await eventually(async () => assert.equal(await focused(page), open[1]));
});

story('columns are left out here and remembered, and the table is read aloud and fits a phone', async (t) => {
  const page = await table(t, 30);
  await click(page, 'checkbox', 'Vælg alle 30 ruter på listen');
  await accessible(page);
  await page.click('.columns summary');
  await click(page, 'checkbox', 'Gammel rute');
  const hidden = () => page.$eval('.route-table tbody td:nth-child(4)', (cell) => getComputedStyle(cell).display);
  assert.equal(await hidden(), 'none');
  await page.reload();
  await heading(page, 'Ruteoverblik');
  assert.equal(await hidden(), 'none');
  await page.setViewport({ width: 320, height: 640 });
  await fitsWidth(page);
});

story('2,000 routes are a page of few nodes, and one answer leaves the other rows as they are', async (t) => {
  const page = await table(t, 2000);
  await eventually(async () => assert.equal((await names(page)).length, 40));
  // Elements, texts and all.
  const nodes = await page.evaluate(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let count = 1;
    while (walker.nextNode()) count += 1;
    return count;
  });
  assert.ok(nodes <= 5000, `there are ${nodes} nodes`);
  assert.equal(await page.$eval('.route-table', (it) => it.getAttribute('aria-rowcount')), '2001');
  await page.evaluate(() => {
    const rows = [...document.querySelectorAll('.route-table tbody tr')];
    window.touched = new Set();
    const seen = (changes) => changes.forEach(({ target }) => {
      const element = target.nodeType === 1 ? target : target.parentElement;
      window.touched.add(rows.indexOf(element?.closest('tr')));
    });
    const watch = { childList: true, subtree: true, attributes: true, characterData: true };
    new MutationObserver(seen).observe(document.querySelector('.route-table tbody'), watch);
  });
  await page.focus('tr:nth-child(4) .row-select');
  await page.keyboard.type('B');
  await eventually(async () => assert.equal((await handlings(page))[3], 'Bevar'));
  assert.deepEqual(await page.evaluate(() => [...window.touched]), [3]);
});

story('an answer for many rows shows where one looks in the next frame, and everywhere soon after', async (t) => {
  const page = await table(t, 200);
  await eventually(async () => assert.equal((await names(page)).length, 40));
  const before = await handlings(page);
  await page.$$eval('.route-table tbody .row-check', (boxes) => boxes.forEach((box) => box.click()));
  await page.waitForSelector('#valgte-svar');
  await page.$eval('.route-table tbody tr:nth-child(31)', (row) => row.scrollIntoView());
  // The page tells where it is scrolled to as it draws.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const next = await page.evaluate(async () => {
    const answer = document.querySelector('#valgte-svar');
    answer.value = [...answer.options].find((option) => option.text.trim() === 'Bevar').value;
    answer.dispatchEvent(new Event('change', { bubbles: true }));
    document.querySelector('.bulk .button-primary').click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return [...document.querySelectorAll('.row-select')].map((select) => select.selectedOptions[0].text.trim());
  });
  const first = next.findIndex((handling, row) => handling !== before[row]);
  assert.ok(first === 30 || first === 31, `the first row that shows it is ${first + 1}`);
  await eventually(async () => assert.deepEqual(new Set(await handlings(page)), new Set(['Bevar'])));
});

story('a search shows its first rows in the next frame, and all of the portion soon after', async (t) => {
  const page = await table(t, 200);
  await eventually(async () => assert.equal((await names(page)).length, 40));
  const search = (words) => page.evaluate(async (words) => {
    const field = document.querySelector('#rute-soeg');
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return [...document.querySelectorAll('.route-table tbody th')].map((cell) => cell.innerText.trim());
  }, words);
  const [one] = await search('SP-150');
  assert.match(one, /SP-150/);
  const shown = await search('');
  assert.ok(shown.length > 1 && shown.length < 40, `${shown.length} rows in the first frame`);
  assert.match(shown[0], /SP-001/);
  await eventually(async () => assert.equal((await names(page)).length, 40));
  assert.deepEqual(await names(page), [...(await names(page))].sort());
});
