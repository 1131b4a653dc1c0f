// "Gem i fælles fil": several people write to one file on a share, and faults of the share lose nothing.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessible, all, click, download, eventually, fill, fitsWidth, intranet, noText, part, read, story, text, upload } from './harness.mjs';
import { createCase, everything, goTo, introduce, leaveTo, plan, shows } from './case.mjs';
import { Disk } from './shared_disk.mjs';

const file = 'Nyt lønsystem.json';
/** Longer than a change waits to be written. */
const patience = 20_000;
const late = (check) => eventually(check, patience);
const said = (page, needle) => late(() => text(page, needle));

/** As when the window comes to the front: the app looks at the file. */
const look = (page) => page.evaluate(() => window.dispatchEvent(new Event('focus')));

const events = (json) => JSON.parse(json).events.filter((event) => event !== null);
const values = (json) => events(json).map((event) => event.value);

/** Waits until the file holds all these values. */
const holds = (disk, ...wanted) => late(() => {
  const there = values(disk.read(file));
  for (const value of wanted) assert.ok(there.includes(value), `the file lacks ${value}`);
});

async function add(page, label, name) {
  await fill(page, label, name);
  await (await page.$(`::-p-aria([name="${label}"])`)).press('Enter');
  await text(page, `»${name}« er tilføjet`);
}

/** A person at a desk whose browser gives files of this disk. */
async function person(site, profile, disk, name, initials) {
  const page = await (await profile()).open(await site(), { prepare: (tab) => disk.prepare(tab) });
  await introduce(page, name, initials);
  return page;
}

async function chooseFile(page, name) {
  await page.evaluate((name) => { window.picked = name; }, name);
  await click(page, 'button', 'Gem i fælles fil');
  await click(page, 'button', 'Vælg en fil, der findes');
}

/** Mette has made a case, and a file of it in the folder. */
async function begin(site, profile, disk) {
  const mette = await person(site, profile, disk, 'Mette Holm', 'MH');
  await createCase(mette, plan);
  await click(mette, 'button', 'Gem i fælles fil');
  await click(mette, 'button', 'Opret filen i en mappe');
  await said(mette, `Gemt i fælles fil »${file}« kl. `);
  return mette;
}

/** Jonas has opened the file from the folder, and goes on in it. */
async function join_(site, profile, disk) {
  const jonas = await person(site, profile, disk, 'Jonas Berg', 'JB');
  await upload(jonas, 'Åbn fil', disk.path(file));
  await shows(jonas, 'Overblik');
  await goTo(jonas, 'Stamdata');
  await chooseFile(jonas, file);
  await said(jonas, `Gemt i fælles fil »${file}« kl. `);
  return jonas;
}

async function seeTheSame(...pages) {
  for (const page of pages) {
    await goTo(page, 'Stamdata');
    for (const close of await page.$$('::-p-aria([name="Luk besked"][role="button"])')) await close.click();
  }
  await late(async () => {
    const [first, ...others] = await Promise.all(pages.map(everything));
    for (const other of others) assert.deepEqual(other, first);
  });
}

const telling = (name, tell, more = () => new Disk()) => story(name, async (given) => {
  const disk = more();
  try {
    await tell({ ...given, disk });
  } finally {
    disk.remove();
  }
}, { timeout: 240_000 });

telling('two people write to one file in turns and at once: nothing is lost, and both see all', async ({ site, profile, disk }) => {
  const mette = await begin(site, profile, disk);
  await accessible(mette);
  const jonas = await join_(site, profile, disk);
  const before = disk.writes;
  await look(jonas);
  assert.equal(disk.writes, before, 'what is there already is not written again');

  await fill(mette, 'BestillingsID', 'BEST-4711');
  await holds(disk, 'BEST-4711');
  await look(jonas);
  await said(jonas, 'Den fælles fil er ændret af en anden: 1 ændring er flettet ind her.');
  await late(async () => assert.ok((await everything(jonas)).fields.includes('BEST-4711')));
  await fill(jonas, 'Bemærkning', 'Går i drift til foråret.');
  await holds(disk, 'BEST-4711', 'Går i drift til foråret.');
  await look(mette);
  await said(mette, '1 ændring er flettet ind her');
  await seeTheSame(mette, jonas);

  const names = [1, 2, 3, 4].map((number) => [`Mettes ${number} A/S`, `Jonas ${number} A/S`]);
  for (const [hers, his] of names) {
    await Promise.all([add(mette, 'Ny organisation', hers), add(jonas, 'Ny organisation', his)]);
    await Promise.all([look(mette), look(jonas)]);
  }
  await late(async () => {
    await Promise.all([look(mette), look(jonas)]);
    const there = values(disk.read(file));
    for (const name of names.flat()) assert.ok(there.includes(name), `the file lacks ${name}`);
  });
  await seeTheSame(mette, jonas);
  const ids = events(disk.read(file)).map((event) => event.id);
  assert.equal(new Set(ids).size, ids.length);

  // What came in unasked is taken back as one step, after what was done here.
  await click(jonas, 'button', 'Fortryd');
  await text(jonas, 'Fortrudt: ');
  await late(async () => assert.equal((await all(jonas, 'group', 'Jonas 4 A/S')).length, 0));
  await late(async () => assert.ok((await everything(jonas)).text.some((line) => line.includes('Mettes 4 A/S')) || (await everything(jonas)).fields.includes('Mettes 4 A/S')));
});

telling('a file that is changed while it is written is read once more, and neither is lost', async ({ site, profile, disk }) => {
  const mette = await begin(site, profile, disk);
  const line = '{"id":"zzzzzzzz-1","clock":40,"at":1795420800000,"by":{"name":"Eva Lund"},"field":"case/note","value":"Evas bemærkning"},';
  let changed = 0;
  disk.onBegin = () => {
    // Of the same length and the same age would be a change all the same: the content is compared.
    changed += 1;
    if (changed === 1) disk.write(file, disk.read(file).replace('\nnull\n', `\n${line}\nnull\n`));
  };
  const before = disk.writes;
  await fill(mette, 'BestillingsID', 'BEST-4711');
  await holds(disk, 'BEST-4711', 'Evas bemærkning');
  assert.deepEqual([changed, disk.writes - before], [2, 1], 'begun twice, put in place once');
  await said(mette, 'Den fælles fil er ændret af en anden: 1 ændring er flettet ind her.');
  await late(async () => assert.ok((await everything(mette)).fields.includes('Evas bemærkning')));
  await click(mette, 'button', 'Fortryd flet');
  await late(async () => assert.ok(!(await everything(mette)).fields.includes('Evas bemærkning')));

  // Another who read the file before puts an own version in its place right after: that is found, and mended.
  await late(() => holds(disk, 'BEST-4711'));
  const older = disk.read(file);
  disk.onWritten = () => {
    disk.onWritten = () => {};
    disk.write(file, older.replace('\nnull\n', `\n${line.replaceAll('zzzzzzzz-1', 'zzzzzzzz-2').replace('Evas bemærkning', 'Evas næste')}\nnull\n`));
  };
  await fill(mette, 'BestillingsID', 'BEST-4712');
  await holds(disk, 'BEST-4712', 'Evas næste');
});

telling('what cannot be read, or is another case, is told and left alone', async ({ site, profile, disk }) => {
  const mette = await begin(site, profile, disk);
  const good = disk.read(file);
  const other = good.replaceAll(JSON.parse(good).case, 'zzzzzzzz-1');
  for (const [content, words] of [
    ['Kære Mette, jeg kom til at skrive i filen.', 'den kan ikke læses som en sag'],
    [good.slice(0, good.length / 2), 'den kan ikke læses som en sag'],
    [other, 'den er en anden sag'],
  ]) {
    disk.write(file, content);
    const writes = disk.writes;
    await fill(mette, 'BestillingsID', `BEST-${content.length}`);
    await said(mette, `Ikke gemt i fælles fil »${file}«. Filen er ladt urørt, for ${words}`);
    await look(mette);
    assert.deepEqual([disk.read(file), disk.writes], [content, writes]);
  }
  await accessible(mette);
  disk.write(file, good);
  await look(mette);
  await said(mette, `Gemt i fælles fil »${file}« kl. `);
  await holds(disk, `BEST-${other.length}`);

  // Set back to an older version, as one does in the history of a folder.
  disk.write(file, good);
  await look(mette);
  await said(mette, 'Den fælles fil var tømt eller sat tilbage til en ældre udgave');
  await holds(disk, `BEST-${other.length}`);
});

telling('a share that is away, full or locked is told, nothing is lost, and saving goes on when it is back', async ({ site, profile, disk }) => {
  const mette = await begin(site, profile, disk);
  const faults = [
    [{ read: 'NotFoundError' }, 'filen er der ikke'],
    [{ read: 'NotReadableError' }, 'filen kan ikke læses eller skrives lige nu'],
    [{ begin: 'NoModificationAllowedError' }, 'filen kan ikke læses eller skrives lige nu'],
    [{ write: 'QuotaExceededError' }, 'der er ikke plads på drevet'],
    [{ write: 'UnknownError' }, 'browseren siger »UnknownError«'],
  ];
  for (const [index, [troubles, words]] of faults.entries()) {
    disk.troubles = troubles;
    await fill(mette, 'BestillingsID', `BEST-${index}`);
    await said(mette, words);
    await text(mette, 'Dine ændringer er gemt i denne browser.');
    disk.troubles = {};
    await look(mette);
    await said(mette, `Gemt i fælles fil »${file}« kl. `);
    await holds(disk, `BEST-${index}`);
  }
});

telling('a file that may not be written to is left until it may, and can be let go', async ({ site, profile, disk }) => {
  const mette = await person(site, profile, disk, 'Mette Holm', 'MH');
  await createCase(mette, plan);
  disk.write(file, '');
  await mette.evaluate(() => { window.answer = 'denied'; });
  await chooseFile(mette, file);
  await said(mette, 'browseren har ikke lov til at skrive i filen');
  await fill(mette, 'BestillingsID', 'BEST-4711');
  await look(mette);
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  assert.equal(disk.read(file), '');
  await mette.evaluate(() => { window.answer = 'granted'; });
  await click(mette, 'button', 'Gem i fælles fil');
  await holds(disk, 'BEST-4711');
  await mette.setViewport({ width: 320, height: 700 });
  await fitsWidth(mette);

  await click(mette, 'button', 'Slip den fælles fil');
  await text(mette, `Sagen bliver ikke længere gemt i »${file}«. Filen ligger der stadig.`);
  const left = disk.read(file);
  await fill(mette, 'BestillingsID', 'BEST-0');
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  assert.equal(disk.read(file), left);
});

story('on plain http and in browsers without file handles the button downloads the same file, and says so', async ({ site, profile }) => {
  const mette = await (await profile()).open(await site('/', intranet));
  await createCase(mette, plan);
  const got = await download(mette, () => click(mette, 'button', 'Gem i fælles fil'));
  assert.equal(got.name, file);
  await text(mette, 'Denne browser kan ikke gemme i en fælles fil. Filen er i stedet hentet som');
  assert.ok(values(got.text).includes(plan.title) && JSON.parse(got.text).version === 2);
  const jonas = await (await profile()).open(await site());
  await upload(jonas, 'Åbn fil', got.path);
  await text(jonas, plan.title);
});

story('the file is remembered at the next visit, with the browser’s own handles', async ({ site, profile }) => {
  const browser = await profile();
  const prepare = (page) => page.evaluateOnNewDocument(() => {
    // The browser's own private folder: real handles, which it can keep.
    window.showDirectoryPicker = () => navigator.storage.getDirectory();
    window.showOpenFilePicker = async () => [];
  });
  const address = await site();
  const mette = await browser.open(address, { prepare });
  await createCase(mette, plan);
  await click(mette, 'button', 'Gem i fælles fil');
  await click(mette, 'button', 'Opret filen i en mappe');
  await said(mette, `Gemt i fælles fil »${file}« kl. `);
  const there = (page) => page.evaluate(async (name) => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle(name)).getFile()).text();
  }, file);
  assert.ok(values(await there(mette)).includes(plan.title));
  await mette.reload();
  await shows(mette, 'Stamdata');
  await said(mette, `Gemt i fælles fil »${file}« kl. `);
  await fill(mette, 'BestillingsID', 'BEST-4711');
  await late(async () => assert.ok(values(await there(mette)).includes('BEST-4711')));
  // Another case has none.
  await leaveTo(mette, 'Sager');
  await createCase(mette, { ...plan, title: 'En anden sag' });
  await noText(mette, `»${file}«`);
  await click(mette, 'button', 'Gem i fælles fil');
  await part(mette, 'button', 'Opret filen i en mappe');
});

/** Runs git with nobody's own settings. */
function git(folder, ...args) {
  const who = Object.fromEntries(['AUTHOR', 'COMMITTER'].flatMap((as) => [[`GIT_${as}_NAME`, 'Test'], [`GIT_${as}_EMAIL`, 'test@eksempel.example']]));
  const env = { ...process.env, ...who, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
}

story('two people each save to their own clone of a git repository, and no merge asks anybody anything', async ({ site, profile }) => {
  const folder = mkdtempSync(join(tmpdir(), 'udskift-git-'));
  try {
    git(folder, 'init', '--quiet', '--bare', '--initial-branch=main', 'origin');
    mkdirSync(join(folder, 'mette'));
    git(folder, 'clone', '--quiet', 'origin', 'mette');
    const hers = new Disk(join(folder, 'mette'));
    const mette = await begin(site, profile, hers);
    writeFileSync(hers.path('.gitattributes'), '*.json merge=union\n');
    const keep = (disk) => {
      git(disk.folder, 'add', '.');
      git(disk.folder, 'commit', '--quiet', '--message=gem');
    };
    git(hers.folder, 'checkout', '--quiet', '-B', 'main');
    keep(hers);
    git(hers.folder, 'push', '--quiet', '--set-upstream', 'origin', 'main');
    git(folder, 'clone', '--quiet', 'origin', 'jonas');
    const his = new Disk(join(folder, 'jonas'));
    const jonas = await join_(site, profile, his);

    for (const round of [1, 2]) {
      // Both change the same field, and something of their own, and commit before either knows of it.
      await fill(mette, 'BestillingsID', `BEST-M${round}`);
      await add(mette, 'Ny organisation', `Mettes ${round} A/S`);
      await fill(jonas, 'BestillingsID', `BEST-J${round}`);
      await add(jonas, 'Ny organisation', `Jonas ${round} A/S`);
      await holds(hers, `BEST-M${round}`, `Mettes ${round} A/S`);
      await holds(his, `BEST-J${round}`, `Jonas ${round} A/S`);
      keep(hers);
      keep(his);
      git(hers.folder, 'push', '--quiet');
      git(his.folder, 'pull', '--quiet', '--no-rebase', '--no-edit');
      const merged = his.read(file);
      assert.ok(!merged.includes('<<<<<<<'));
      assert.equal(git(his.folder, 'ls-files', '--unmerged'), '');
      git(his.folder, 'push', '--quiet');
      git(hers.folder, 'pull', '--quiet', '--no-rebase', '--no-edit');
      for (const page of [mette, jonas]) {
        await look(page);
        await said(page, 'er flettet ind her');
      }
      const all = [`BEST-M${round}`, `Mettes ${round} A/S`, `BEST-J${round}`, `Jonas ${round} A/S`];
      await holds(hers, ...all);
      await holds(his, ...all);
      await seeTheSame(mette, jonas);
      await late(() => assert.equal(hers.read(file), his.read(file)));
      for (const disk of [hers, his]) if (git(disk.folder, 'status', '--porcelain')) keep(disk);
    }
    await goTo(mette, 'Overblik');
    const conflicts = await part(mette, 'region', 'Konflikter');
    for (const value of ['BEST-M2', 'BEST-J2', 'Mette Holm', 'Jonas Berg']) await text(conflicts, value);
    assert.ok(readFileSync(his.path(file), 'utf8').includes('"name":"Mette Holm"'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, { timeout: 240_000 });
