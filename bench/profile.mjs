// Where the time of one act goes, by function: node bench/profile.mjs ACT [ROUTES], ACT one of open, answer, tick, filter, bulk, merge.
//
// The built wasm has no names, so the program is divided again in a copy of the site, with its names and without being
// optimised: shares are to be trusted and milliseconds less so. Build the site first.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseFile, chooseForty, longest, takeIn } from './app.mjs';
import { partedCase, writtenCase } from './cases.mjs';
import { browser as launch } from './chromium.mjs';
import { serve } from './server.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const named = path('../target/bench-profile/');
const [act = 'answer', count = '10000'] = process.argv.slice(2);
const routes = Number(count);

const press = {
  answer: () => [...document.querySelectorAll('fieldset.choice .choice__button')].slice(0, 3).find((button) => button.ariaPressed !== 'true').click(),
  tick: () => document.querySelector('#pkt-U1-case .button-row button').click(),
  filter: () => {
    const search = document.querySelector('#rute-soeg');
    search.value = search.value === '' ? 'bevillinger' : '';
    search.dispatchEvent(new Event('input', { bubbles: true }));
  },
  bulk: () => {
    const answer = document.querySelector('#valgte-svar');
    answer.value = answer.dataset.last === '0' ? '1' : '0';
    answer.dataset.last = answer.value;
    answer.dispatchEvent(new Event('change', { bubbles: true }));
    document.querySelector('.bulk .button-primary').click();
  },
  merge: () => document.querySelector('section.merge .button-primary')?.click(),
};

nameTheSite();
const site = await serve(named);
const browser = await launch();
try {
  const context = await browser.context();
  const page = await context.open(site.address, 'main h1');
  const [written, theirs] = act === 'merge' ? partedCase({ routes }) : [writtenCase({ routes })];
  await takeIn(page, written, {});
  const id = JSON.parse(written.text).case;
  const of = { answer: `/ruter/${written.routes[0]}`, filter: '/ruter', bulk: '/ruter', open: '/ruter' };
  const stands = { answer: 'fieldset.choice', filter: '.route-table tbody tr', bulk: '.route-table tbody tr', open: '.route-table tbody tr' };
  const go = `${site.address}#/sag/${id}${of[act] ?? ''}`;
  await page.session.send('Profiler.enable');
  await page.session.send('Profiler.setSamplingInterval', { interval: 500 });
  if (act === 'open') {
    await page.session.send('Profiler.start');
    await page.goto(`${site.address}?again#/sag/${id}/ruter`);
    await page.evaluate((there) => window.bench.until(null, there), stands.open);
  } else {
    await page.evaluate((href, there) => window.bench.until(() => (location.href = href), there), go, stands[act] ?? '#pkt-START-case');
    await longest(page);
    if (act === 'bulk') await chooseForty(page);
    if (act !== 'merge') await page.evaluate(`window.bench.frame(${press[act]})`);
    await page.session.send('Profiler.start');
    if (theirs) {
      await chooseFile(page, '#flet-fil', theirs.text);
      await page.evaluate((there) => window.bench.until(null, there), '#flet-overskrift');
    }
    for (let run = 0; run < (theirs ? 1 : 5); run += 1) await page.evaluate(`window.bench.frame(${press[act]})`);
  }
  const { profile } = await page.session.send('Profiler.stop');
  writeFileSync(path(`../target/bench-${act}.cpuprofile`), JSON.stringify(profile));
  print(profile);
} finally {
  await browser.close();
  await site.close();
}

function nameTheSite() {
  rmSync(named, { recursive: true, force: true });
  mkdirSync(named, { recursive: true });
  cpSync(path('../dist'), named, { recursive: true });
  const PATH = [path('../target/tools/bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH, TRUNK_PROFILE: 'release', TRUNK_STAGING_DIR: named, PART_NAMES: 'kept' };
  execFileSync('node', ['parts/build.mjs'], { cwd: path('../'), env, stdio: 'inherit' });
  const index = `${named}index.html`;
  writeFileSync(index, readFileSync(index, 'utf8').replace(/ integrity="[^"]*"/g, ''));
}

/** The functions that took most by themselves, and those under which most was spent; a function within itself counts once. */
function print({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parent = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const [self, under] = [new Map(), new Map()];
  const add = (sums, name, ms) => sums.set(name, (sums.get(name) ?? 0) + ms);
  let all = 0;
  samples.forEach((sample, n) => {
    const ms = timeDeltas[n] / 1_000;
    const name = (id) => byId.get(id).callFrame.functionName || '(anonymous)';
    if (name(sample) === '(idle)') return;
    all += ms;
    add(self, name(sample), ms);
    const seen = new Set();
    for (let at = sample; at !== undefined; at = parent.get(at)) seen.add(name(at));
    for (const one of seen) add(under, one, ms);
  });
  for (const [title, sums] of [['by itself', self], ['with what it calls', under]]) {
    console.log(`\n${title}, of ${Math.round(all)} ms`);
    const most = [...sums].sort((one, other) => other[1] - one[1]).slice(0, 40);
    for (const [name, ms] of most) console.log(`${ms.toFixed(0).padStart(7)} ms ${((100 * ms) / all).toFixed(1).padStart(5)} %  ${name.slice(0, 150)}`);
  }
}
