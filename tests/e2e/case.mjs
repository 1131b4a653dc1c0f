// What people do in a case, wherever they work with it: go to a page, say who they are, open and send files.

import assert from 'node:assert/strict';
import { click, download, eventually, fill, part, text, upload } from './acts.mjs';

/** The pages of a case, by their names in the navigation. */
export const casePages = [
  'Overblik',
  'Min tur',
  'Ruter',
  'Serviceaftaler',
  'Omlægning',
  'Overleveringer',
  'Møde',
  'Proces',
  'Udskrifter',
  'Historik',
  'Stamdata',
];

/** Follows the case's own navigation, and waits for the page. */
export async function goTo(page, name) {
  const pages = await part(page, 'navigation', 'Sagens sider');
  await click(pages, 'link', name);
  await shows(page, name);
}

/** Follows the main navigation, and waits for the page. */
export async function leaveTo(page, name) {
  const pages = await part(page, 'navigation', 'Hovedmenu');
  await click(pages, 'link', name);
  await shows(page, name);
}

/** Waits until the page stands under its name. */
export async function shows(page, name) {
  await eventually(async () => {
    const heading = await page.$('main h1');
    assert.equal(await heading?.evaluate((e) => e.innerText.trim()), name);
  });
}

/** Opens the example from the list of cases. */
export async function openExample(page) {
  await click(page, 'button', 'Prøv med eksempelsag');
  await shows(page, 'Overblik');
}

/** Says who one is, so that what is done is signed. */
export async function introduce(page, name, initials) {
  await leaveTo(page, 'Indstillinger');
  await fill(page, 'Mit navn', name);
  await fill(page, 'Mine initialer', initials);
  await leaveTo(page, 'Sager');
}

/** Exports the open case, and gives the file. */
export async function exportCase(page) {
  return download(page, () => click(page, 'button', 'Eksportér sag'));
}

/** Creates a case, which opens at "Stamdata". */
export async function createCase(page, { title, oldSystem, newSystem, authority }) {
  await click(page, 'button', 'Ny sag');
  const form = await part(page, 'form', 'Ny sag');
  await fill(form, 'Sagens navn', title);
  await fill(form, 'Gammelt it-system', oldSystem);
  await fill(form, 'Nyt it-system', newSystem);
  await fill(form, 'Myndighed', authority);
  await click(form, 'button', 'Opret sag');
  await shows(page, 'Stamdata');
}

/** Everything a page says and holds in its fields. */
export async function everything(page) {
  return page.$eval('main', (main) => {
    const fields = [...main.querySelectorAll('input, select, textarea')].map((field) => {
      if (field.type === 'checkbox') return field.checked;
      return field.tagName === 'SELECT' ? field.selectedOptions[0]?.text : field.value;
    });
    return { text: main.innerText.split(/\s*\n\s*/), fields };
  });
}

/** Chooses a file to merge, and waits for what it would do. */
export async function previewMerge(page, ...files) {
  await upload(page, 'Flet fil ind', ...files.map((file) => file.path));
  await eventually(async () => {
    const focused = await page.evaluate(() => document.activeElement?.innerText ?? '');
    assert.match(focused, /^Før du fletter/);
  });
}

/** Merges files into the open case, once what they would do is seen. */
export async function merge(page, ...files) {
  await previewMerge(page, ...files);
  await click(page, 'button', 'Flet ind');
}

export const plan = { title: 'Nyt lønsystem', oldSystem: 'Løn Gammel', newSystem: 'Løn Ny', authority: 'Fjordby Kommune' };

/** Mette has made a case and sent it to Jonas, who has opened it. */
export async function shared(site, profile) {
  const address = await site();
  const mette = await (await profile()).open(address);
  await introduce(mette, 'Mette Holm', 'MH');
  await createCase(mette, plan);
  const file = await exportCase(mette);

  const jonas = await (await profile()).open(address);
  await introduce(jonas, 'Jonas Berg', 'JB');
  await upload(jonas, 'Åbn fil', file.path);
  await shows(jonas, 'Overblik');
  await text(jonas, plan.title);
  await goTo(jonas, 'Stamdata');
  return { mette, jonas, file };
}
