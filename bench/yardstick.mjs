// The yardstick, measured as the app is.

import { acts, times } from './runs.mjs';

const ready = 'body[data-ready]';

/** Its figures with this many rows. */
export async function measureYardstick(browser, address, { routes, runs }) {
  const context = await browser.context();
  try {
    const empty = await context.open(address, ready);
    await empty.evaluate(fill, routes);
    await empty.close();
    const figures = { load: [] };
    await times(runs, async () => {
      const page = await context.open(address, ready);
      figures.load.push(page.took);
      await page.close();
    });
    const page = await context.open(address, `${ready} #rows li`);
    Object.assign(figures, await acts(page, 'answer', runs, (run) => {
      const buttons = document.querySelectorAll('#rows li:nth-child(3) button');
      buttons[run % buttons.length].click();
    }));
    Object.assign(figures, await acts(page, 'filter', runs, (run) => {
      const search = document.querySelector('#search');
      search.value = ['bevillinger', 'borgeropslag', ''][run % 3];
      search.dispatchEvent(new Event('input', { bubbles: true }));
    }));
    figures.nodes = [await page.evaluate(() => window.bench.nodes())];
    figures.stored = [await page.evaluate(() => window.bench.stored())];
    await page.close();
    return { figures };
  } finally {
    await context.close();
  }
}

/** The rows as the app's cases have them, each with about what a route holds. */
function fill(routes) {
  const names = ['Borgeropslag', 'Adresseændringer', 'Egenbetaling', 'Gammel statistik', 'Arkivering', 'Bevillinger'];
  for (let n = 1; n <= routes; n += 1) {
    const row = {
      n,
      name: `SP-${String(n).padStart(5, '0')} ${names[n % names.length]}`,
      handling: n % 9 === 4 ? null : 'replace',
      closer: 'FN',
      old: { type: 'sftp', from: `Fagsystem ${(n % 12) + 1}`, to: 'Løn Gammel', addressing: 'explicit', active: true },
    };
    localStorage.setItem(`row:${n}`, JSON.stringify(row));
  }
}
