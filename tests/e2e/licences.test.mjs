// "Licenser": everything the site holds that others made, with the words of its licence. What must be there is asked of
// cargo and of the packages themselves, not of what wrote the list.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { accessible, click, eventually, fitsWidth, story } from './harness.mjs';
import { leaveTo, shows } from './case.mjs';

const root = new URL('../..', import.meta.url).pathname;

/** The crates of the program, as cargo draws its tree: without macros, which write code and are not in it. */
function crates() {
  const asked = ['tree', '--locked', '--target', 'wasm32-unknown-unknown', '--edges', 'normal,no-proc-macro', '--prefix', 'none', '--format', '{p}'];
  const lines = execFileSync('cargo', asked, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);
  const named = lines.filter((line) => !/\(proc-macro\)|\(\*\)$|\(\/|\(file:/.test(line)).map((line) => line.replace(' v', ' '));
  return [...new Set(named)].sort();
}

/** A package of npm with what it needs to run: as much of it as is bundled, all of it is free. */
const version = (name) => JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`${root}node_modules/${name}/package.json`), 'utf8')).version;

story('every part of the site stands under Licenser with the words of its licence', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await leaveTo(page, 'Indstillinger');
  await click(page, 'link', 'Licenser for det, appen er bygget af');
  await shows(page, 'Licenser');
  const parts = await eventually(async () => {
    const found = await page.$$eval('.licences summary', (all) => all.map((one) => one.innerText.trim()));
    assert.ok(found.length > 50, `${found.length} parts`);
    return found;
  });
  const listed = parts.map((part) => part.split(' · ')[0]);
  const wanted = crates();
  assert.ok(wanted.length > 50, 'cargo names the crates');
  assert.deepEqual(wanted.filter((crate) => !listed.includes(crate)), [], 'crates that are not listed');
  for (const name of ['docx', 'dkfds']) assert.ok(listed.includes(`${name} ${version(name)}`), name);
  // The typeface and the icons that the site has files of.
  assert.ok(readdirSync(`${root}style/generated/fonts`).length > 0 && listed.includes('IBM Plex Sans'));
  assert.ok(readdirSync(`${root}style/generated/icons`).length > 0 && listed.includes('Material Symbols'));
  assert.deepEqual(parts.filter((part) => !/ · \S/.test(part)), [], 'parts without a licence');

  await page.$$eval('.licences details', (all) => all.forEach((one) => (one.open = true)));
  const silent = await eventually(async () => {
    const found = await page.$$eval('.licences li', (all) => all.map((one) => [one.querySelector('summary').innerText, one.innerText.length - one.querySelector('summary').innerText.length]));
    const short = found.filter(([, length]) => length < 400).map(([name]) => name);
    assert.deepEqual(short, []);
    return short;
  });
  assert.deepEqual(silent, []);
  const said = await page.$eval('main', (main) => main.textContent);
  for (const words of ['Permission is hereby granted', 'Apache License', 'SIL OPEN FONT LICENSE', 'UNICODE LICENSE V3']) {
    assert.ok(said.includes(words), words);
  }
  await page.$$eval('.licences details', (all) => all.forEach((one) => (one.open = false)));
  await accessible(page);
  await page.setViewport({ width: 320, height: 640 });
  await fitsWidth(page);
});
