// The app, measured at one size: opened, worked in, looked at.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memory } from './chromium.mjs';
import { writtenCase } from './cases.mjs';
import { acts, times } from './runs.mjs';

const rows = '.route-table tbody tr';
const first = { list: 'main h1', overview: '#pkt-START-case', routes: rows, route: 'fieldset.choice' };
const pages = ['', '/min-tur', '/ruter', null, '/serviceaftaler', '/omlaegning', '/overleveringer', '/udskrifter', '/historik', '/stamdata'];

/** All figures of one size, each as its runs; `notes` says in words what does not fit in a number. */
export async function measureApp(browser, address, { routes, runs }) {
  const written = writtenCase({ routes, perRoute: routes === 2_000 ? 10 : 5 });
  const context = await browser.context();
  try {
    const figures = { events: [written.events], fileCharacters: [written.text.length] };
    const notes = {};
    const page = await context.open(address, first.list);
    Object.assign(figures, await takeIn(page, written, notes));
    await page.close();
    const at = (path) => `${address}#/sag/${written.id}${path}`;
    Object.assign(figures, await opened(context, address, at, runs));
    Object.assign(figures, await worked(context, at, written, runs, notes));
    return { figures, notes };
  } finally {
    await context.close();
  }
}

/** Opens a file as a person does, in a browser that has not the case. */
export async function takeIn(page, written, notes) {
  await chooseFile(page, 'input[type=file]', written.text);
  const took = await page.evaluate((overview) => window.bench.until(null, overview), first.overview);
  const figures = { openFile: [took], openFileTask: [await longest(page)] };
  figures.stored = [await page.evaluate(() => window.bench.stored())];
  notes.saved = await page.$eval('.save-state', (element) => element.innerText.trim());
  return figures;
}

/** Chooses a text as a file. */
export async function chooseFile(page, input, text) {
  const path = join(page.folder, 'sag.json');
  writeFileSync(path, text);
  await (await page.$(input)).uploadFile(path);
}

export const longest = (page) => page.evaluate(() => window.bench.longest());

async function opened(context, address, at, runs) {
  const figures = { open: [], openPaint: [], openTask: [], readyWithCase: [], openFromList: [] };
  await times(runs, async () => {
    const list = await context.open(address, first.list);
    figures.readyWithCase.push(list.took);
    const click = (overview) => window.bench.until(() => document.querySelector('.card__title a').click(), overview);
    figures.openFromList.push(await list.evaluate(click, first.overview));
    await list.close();
    const page = await context.open(at('/ruter'), first.routes);
    figures.open.push(page.took);
    figures.openPaint.push(page.paint);
    figures.openTask.push(await longest(page));
    await page.close();
  });
  return figures;
}

async function worked(context, at, written, runs, notes) {
  const figures = {};
  const route = written.routes[Math.floor(written.routes.length / 2)];
  const page = await context.open(at(`/ruter/${route}`), first.route);
  // A tab that has just opened a case folds what closed ones left of it; that is no part of an edit.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  Object.assign(figures, await acts(page, 'answer', runs, () => {
    const answers = [...document.querySelector('fieldset.choice').querySelectorAll('.choice__button')].slice(0, 3);
    answers[(answers.findIndex((button) => button.ariaPressed === 'true') + 1) % answers.length].click();
  }));
  await go(page, at(''), first.overview);
  // Marks as done and takes back, in turn.
  Object.assign(figures, await acts(page, 'tick', runs, () => document.querySelector('#pkt-U1-case .button-row button').click()));
  await go(page, at('/ruter'), first.routes);
  notes.routes = await page.$eval('.tile__number', (element) => element.innerText);
  Object.assign(figures, await acts(page, 'filter', runs, (run) => {
    const search = document.querySelector('#rute-soeg');
    search.value = ['bevillinger', 'borgeropslag', ''][run % 3];
    search.dispatchEvent(new Event('input', { bubbles: true }));
  }));
  Object.assign(figures, await bulk(page, runs));
  const edits = [...figures.answerSaves, ...figures.tickSaves];
  if (!edits.some((save) => save.characters > 0)) throw new Error('the edits wrote nothing: what was measured is not what was meant');
  for (const [name, key] of [['saveCalls', 'calls'], ['saveCharacters', 'characters'], ['saveMs', 'ms']]) {
    figures[name] = edits.map((save) => save[key]);
  }
  Object.assign(figures, await looked(page, at, route, notes));
  const used = await memory(page);
  figures.heap = [used.used];
  figures.wasmMemory = [used.wasm];
  await page.close();
  return figures;
}

/** One answer for the forty rows that are shown first. */
async function bulk(page, runs) {
  await page.evaluate(() => {
    const search = document.querySelector('#rute-soeg');
    search.value = '';
    search.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await chooseForty(page);
  const figures = await acts(page, 'bulk', runs, (run) => {
    const answer = document.querySelector('#valgte-svar');
    answer.value = String(run % 2);
    answer.dispatchEvent(new Event('change', { bubbles: true }));
    document.querySelector('.bulk .button-primary').click();
  });
  if (!figures.bulkSaves.every((save) => save.characters > 0)) throw new Error('the answer for many rows wrote nothing');
  return figures;
}

/** Chooses the forty routes that are shown first. */
export async function chooseForty(page) {
  await page.waitForFunction(() => document.querySelectorAll('.route-table tbody tr').length >= 40);
  await page.evaluate(() => {
    for (const box of [...document.querySelectorAll('.route-table tbody input[type=checkbox]')].slice(0, 40)) box.click();
  });
  await page.waitForSelector('#valgte-svar');
}

/** Every page of the case: how many nodes it has, and its longest task. */
async function looked(page, at, route, notes) {
  notes.pages = {};
  // The list is looked at with all its rows, whatever was searched for last.
  await page.evaluate(() => {
    const search = document.querySelector('#rute-soeg');
    search.value = '';
    search.dispatchEvent(new Event('input', { bubbles: true }));
  });
  for (const path of pages) {
    await longest(page);
    await page.evaluate((href) => void (location.href = href), at(path ?? `/ruter/${route}`));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const task = await longest(page);
    notes.pages[path ?? '/ruter/…'] = { nodes: await page.evaluate(() => window.bench.nodes()), task };
  }
  const all = Object.values(notes.pages);
  return { nodes: [Math.max(...all.map((one) => one.nodes))], pageTask: [Math.max(...all.map((one) => one.task))] };
}

async function go(page, address, selector) {
  await page.evaluate((href, there) => window.bench.until(() => (location.href = href), there), address, selector);
  await longest(page);
}
