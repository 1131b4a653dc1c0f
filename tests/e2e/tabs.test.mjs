// Several tabs on one case, and storage that fails, is emptied or denied while a case is open.

import assert from 'node:assert/strict';
import { click, eventually, fill, story, text } from './harness.mjs';
import { createCase, goTo, plan } from './case.mjs';

/** A case on "Stamdata", in as many tabs of one browser. */
async function tabsOn(site, profile, count) {
  const browser = await profile();
  const first = await browser.open(await site());
  await createCase(first, plan);
  await goTo(first, 'Stamdata');
  const tabs = [first];
  const address = await first.evaluate(() => location.href);
  while (tabs.length < count) tabs.push(await browser.open(address));
  return tabs;
}

/** Adds an organisation without waiting for anything, as quickly as the page can. */
const addQuickly = (page, name) => page.evaluate((name) => {
  const input = document.getElementById('tilfoej-organisation');
  input.value = name;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.form.requestSubmit();
}, name);

const organisations = (page) => page.evaluate(() =>
  [...document.querySelectorAll('input')].map((input) => input.value).concat(document.body.innerText));
const segments = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':e:')).length);

for (const count of [2, 10]) {
  story(`${count} tabs write at once: each sees what the others wrote, and all is there after a reload`, async ({ site, profile }) => {
    const tabs = await tabsOn(site, profile, count);
    const names = [];
    for (const round of [1, 2, 3]) {
      await Promise.all(tabs.map((tab, index) => {
        names.push(`Org ${round}-${index + 1}.`);
        return addQuickly(tab, names.at(-1));
      }));
    }
    const seesAll = (tab) => eventually(async () => {
      const shown = (await organisations(tab)).join('\n');
      for (const name of names) assert.ok(shown.includes(name), `${name} is missing`);
    });
    for (const tab of tabs) await seesAll(tab);
    const [first, ...others] = tabs;
    for (const tab of others) await tab.close();
    // Each opening folds what the tabs before it left.
    for (let opening = 0; opening < 3; opening += 1) {
      await first.reload();
      await seesAll(first);
      await eventually(async () => assert.ok(await segments(first) <= 3, `${await segments(first)} segments`));
    }
  });
}

story('when the site’s data is cleared, the case is still in the tab and can be saved again', async ({ site, profile }) => {
  const [page, other] = await tabsOn(site, profile, 2);
  await other.evaluate(() => localStorage.clear());
  await text(page, 'Sagen er slettet fra browseren');
  // A tab in the background takes no clicks.
  await page.bringToFront();
  await click(page, 'button', 'Gem sagen igen');
  await text(page, 'Gemt i denne browser');
  await page.reload();
  await text(page, plan.title);
});

story('what the browser refuses to store is kept, and stored with the next change', async ({ site, profile }) => {
  const [page] = await tabsOn(site, profile, 1);
  await page.evaluate(() => {
    window.original = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await fill(page, 'BestillingsID', 'BEST-1');
  await text(page, 'Ikke gemt: browseren tager ikke imod mere');
  await page.evaluate(() => { Storage.prototype.setItem = window.original; });
  await fill(page, 'Bemærkning', 'Nu er der plads.');
  await text(page, 'Gemt i denne browser');
  await page.reload();
  await eventually(async () => assert.ok((await organisations(page)).includes('BEST-1')));
});

story('where storage is denied the app works in memory, and says so', async ({ site, profile }) => {
  const prepare = (page) => page.evaluateOnNewDocument(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
  });
  const page = await (await profile()).open(await site(), { prepare });
  await createCase(page, plan);
  await text(page, 'Gemmes ikke: browseren lader ikke siden gemme noget');
  await goTo(page, 'Stamdata');
  await fill(page, 'BestillingsID', 'BEST-2');
  await page.evaluate(() => { location.hash = '#/'; });
  await text(page, plan.title);
  await click(page, 'link', plan.title);
  await goTo(page, 'Stamdata');
  await eventually(async () => assert.ok((await organisations(page)).includes('BEST-2')));
});
