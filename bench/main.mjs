// Measures the built site and the yardstick in one browser under one slowdown; prints a table, writes target/bench.json.
//
// node bench/main.mjs [--runs N] [--sizes 100,2000,10000]; `cargo xtask bench` builds the site first.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { measureApp } from './app.mjs';
import { browser as launch, slowdown } from './chromium.mjs';
import { measureList } from './list.mjs';
import { measureMerge } from './merge.mjs';
import { byKind } from './numbers.mjs';
import { medians, report } from './report.mjs';
import { times } from './runs.mjs';
import { serve } from './server.mjs';
import { judged } from './targets.mjs';
import { measureYardstick } from './yardstick.mjs';

const { runs, sizes } = asked(process.argv.slice(2));
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const site = await serve(path('../dist'));
const plain = await serve(path('./yardstick'));
const browser = await launch();
try {
  const visit = await firstVisits();
  const app = {};
  const yardstick = {};
  for (const routes of sizes) {
    yardstick[routes] = await told(`yardstick, ${routes} rows`, () => measureYardstick(browser, plain.address, { routes, runs }));
    app[routes] = await told(`app, ${routes} routes`, () => measureApp(browser, site.address, { routes, runs }));
    const merged = await told(`merge, ${routes} routes`, () => measureMerge(browser, site.address, { routes, runs: Math.min(runs, 3) }));
    const list = await told(`list, ${routes} rows`, () => measureList(browser, site.address, { routes, runs: Math.min(runs, 3) }));
    const { figures } = app[routes];
    // The preview of a merge is a page to look at too.
    figures.nodes.push(...merged.figures.mergeNodes);
    Object.assign(figures, merged.figures, { mergeProgress: [merged.notes.told] });
    Object.assign(figures, list.figures, { listProgress: [list.notes.told] });
    Object.assign(app[routes].notes, { merge: merged.notes, list: list.notes });
  }
  const result = {
    date: new Date().toISOString(),
    commit: commit(),
    cores: cpus().length,
    chromium: await browser.version(),
    slowdown,
    runs,
    visit,
    app,
    yardstick,
  };
  result.targets = judged(medians(result));
  mkdirSync(path('../target'), { recursive: true });
  writeFileSync(path('../target/bench.json'), `${JSON.stringify(result, null, 1)}\n`);
  console.log(report(result));
} finally {
  await browser.close();
  await site.close();
  await plain.close();
}

/** Nothing stored, nothing in the cache; the app and the yardstick by turns. */
async function firstVisits() {
  const visit = { ready: [], paint: [], task: [], yardstickReady: [], yardstickPaint: [] };
  await told('first visits', () =>
    times(runs, async () => {
      const context = await browser.context();
      const page = await context.open(site.address, 'main h1');
      visit.ready.push(page.took);
      visit.paint.push(page.paint);
      visit.task.push(await page.evaluate(() => window.bench.longest()));
      await context.close();
      const other = await browser.context();
      const bare = await other.open(plain.address, 'body[data-ready]');
      visit.yardstickReady.push(bare.took);
      visit.yardstickPaint.push(bare.paint);
      await other.close();
    }),
  );
  visit.files = site.asked();
  visit.bytes = byKind(visit.files);
  return visit;
}

async function told(what, act) {
  const from = Date.now();
  const result = await act();
  console.error(`${what}: ${Math.round((Date.now() - from) / 1_000)} s`);
  return result;
}

function commit() {
  try {
    const git = (...words) => execFileSync('git', words, { cwd: path('..'), encoding: 'utf8' }).trim();
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') ? ', with changes' : '');
  } catch {
    return 'unknown';
  }
}

function asked(words) {
  const options = { runs: 9, sizes: [100, 2_000, 10_000] };
  for (let n = 0; n < words.length; n += 2) {
    const [option, value] = [words[n], words[n + 1] ?? ''];
    if (option === '--runs' && Number(value) >= 1) options.runs = Number(value);
    else if (option === '--sizes' && /^\d+(,\d+)*$/.test(value)) options.sizes = value.split(',').map(Number);
    else throw new Error(`${option} ${value} is not understood`);
  }
  return options;
}
