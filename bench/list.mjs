// A list of routes pasted into a case that has none: read, shown, and taken in; what stands still meanwhile.

import { longest, takeIn } from './app.mjs';
import { writtenCase } from './cases.mjs';
import { watched } from './merge.mjs';
import { times } from './runs.mjs';

/** Figures of taking in a list of so many rows. */
export async function measureList(browser, address, { routes, runs }) {
  const figures = { listColumns: [], listPreview: [], listDo: [], listTask: [] };
  const notes = {};
  const empty = writtenCase({ routes: 0 });
  await times(runs, async () => {
    const context = await browser.context();
    try {
      const page = await context.open(address, 'main h1');
      await takeIn(page, empty, {});
      await page.evaluate((href, there) => window.bench.until(() => (location.href = href), there), `${address}#/sag/${empty.id}/ruter/indlaes`, '#indlaes-tekst');
      await longest(page);
      await page.evaluate((text) => void (window.bench.list = text), list(routes));
      const seen = [await page.evaluate(pasted), await page.evaluate(watched, '.page-main .button-primary', '.page-main:not(:has(.list-columns)) .button-row .button-primary')];
      seen.push(await page.evaluate(watched, '.page-main .button-primary', '.route-table tbody tr'));
      ['listColumns', 'listPreview', 'listDo'].forEach((name, n) => figures[name].push(seen[n].took));
      figures.listTask.push(await longest(page));
      notes.saved = await page.$eval('.save-state', (element) => element.innerText.trim());
      // What is over within a second needs no progress.
      notes.told = seen.every((one) => one.took < 1_000 || (one.progress && one.stop));
    } finally {
      await context.close();
    }
  });
  return { figures, notes };
}

/** In the page: the list is pasted, and its columns are waited for. */
async function pasted() {
  const { bench } = window;
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', bench.list);
  const area = document.querySelector('#indlaes-tekst');
  const paste = () => area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  return { took: await bench.until(paste, '.list-columns') };
}

/** Rows as they are copied from a spreadsheet. */
function list(rows) {
  const head = ['Rute-id', 'Rutenavn', 'Rutetype', 'Afsendersystem', 'Modtagersystem', 'Myndighed', 'Status'];
  const row = (n) => [`R-${n}`, `SP-${String(n).padStart(5, '0')} Ærinde`, n % 3 ? 'Webservice' : 'SFTP', `Fagsystem ${n % 12}`, 'Løn Gammel', `Å${n % 98} Kommune`, n % 7 ? 'Aktiv' : 'Inaktiv'];
  return [head, ...Array.from({ length: rows }, (_, n) => row(n + 1))].map((cells) => cells.join('\t')).join('\r\n');
}
