// The app as one file, opened from a disk without a web server: a case's life from its beginning to its papers.

import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { click, download, eventually, expectErrors, pdf, pdfText, story, text, upload } from './harness.mjs';
import { casePages, createCase, exportCase, goTo, leaveTo, openExample, plan, shows } from './case.mjs';

const built = new URL('../../target/dist/udskift-it-system.html', import.meta.url);

/** The file on a drive of its own: nothing lies beside it. */
function onDrive(t) {
  if (!existsSync(built)) throw new Error('target/dist holds no file: run `cargo xtask dist` first');
  const drive = mkdtempSync(join(tmpdir(), 'drev-'));
  t.after(() => rmSync(drive, { recursive: true, force: true }));
  const folder = join(drive, 'Fælles drev (æøå) #1');
  mkdirSync(folder);
  copyFileSync(built, join(folder, 'udskift-it-system.html'));
  return pathToFileURL(join(folder, 'udskift-it-system.html')).href;
}

/** Keeps what the page asks for beside itself. */
const watched = (asked) => (page) =>
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
  });

/** Only the file itself was asked for. Of files Firefox tells nothing; there the policy, which both hold to, is the proof. */
function nothingBut(name, asked, { firefox = false }) {
  assert.ok(firefox || asked.length > 0, 'the page itself was not seen');
  assert.deepEqual(asked.filter((url) => new URL(url).pathname.split('/').at(-1) !== name), []);
}

for (const [browser, options] of [['Chromium', {}], ['Firefox', { firefox: true }]]) {
  story(`a case of one's own is kept when the file is opened again, in ${browser}`, async ({ profile, t }) => {
    const someone = await profile(options);
    const address = onDrive(t);
    const asked = [];
    const page = await someone.open(address, { prepare: watched(asked) });
    await createCase(page, plan);
    const file = await exportCase(page);
    assert.equal(JSON.parse(file.text).format, 'udskift-it-system');
    await page.reload();
    await shows(page, 'Stamdata');
    await leaveTo(page, 'Sager');
    await text(page, plan.title);

    const again = await someone.open(address, { prepare: watched(asked) });
    await text(again, plan.title);

    // Another person has the same file, and takes the case in.
    const other = await (await profile(options)).open(onDrive(t), { prepare: watched(asked) });
    await upload(other, 'Åbn fil', file.path);
    await shows(other, 'Overblik');
    await text(other, plan.title);
    nothingBut('udskift-it-system.html', asked, options);
  }, { timeout: 180_000 });

  story(`the example, all its pages, its paper and its Word file come from the file alone, in ${browser}`, async ({ profile, t }) => {
    const asked = [];
    const page = await (await profile(options)).open(onDrive(t), { prepare: watched(asked) });
    await openExample(page);
    await text(page, 'Dette er en eksempelsag');
    const faces = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter((face) => face.status === 'loaded').length;
    });
    assert.ok(faces > 0, 'the font is not in the file');
    for (const name of casePages) await goTo(page, name);
    await goTo(page, 'Udskrifter');
    const paper = pdfText(await pdf(page)).join('\n');
    assert.match(paper, /Omsorg Klassik/);
    const word = await download(page, () => click(page, 'button', 'Hent som Word-fil'));
    assert.match(word.name, /\.docx$/);
    assert.equal(readFileSync(word.path).subarray(0, 2).toString(), 'PK');
    for (const name of ['Begreber', 'Vejledning', 'Indstillinger']) {
      await leaveTo(page, name);
      if (name !== 'Vejledning') continue;
      await eventually(async () => {
        const pictures = await page.$$eval('main img', (images) => images.map((image) => image.complete && image.naturalWidth));
        assert.ok(pictures.length > 5 && pictures.every((width) => width > 0), `pictures: ${pictures}`);
      });
    }
    await click(page, 'link', 'Licenser for det, appen er bygget af');
    await text(page, 'IBM Plex Sans');
    nothingBut('udskift-it-system.html', asked, options);
  }, { timeout: 180_000 });
}

story('what a site writes in the file itself is in use, and rules that cannot be read are told', async ({ profile, t }) => {
  const address = onDrive(t);
  const page = readFileSync(new URL(address), 'utf8');
  const block = /(<script type="application\/json" data-file="underskriver-regler.json">\n)[^]*?(\n<\/script>)/;
  assert.match(page, block, 'the rules are not there to be written');
  writeFileSync(new URL(address), page.replace(block, '$1{ "format": $2'));
  const tab = await (await profile()).open(`${address}#/indstillinger`);
  await text(tab, 'Fejl i sidens regler for underskrivere');
});

story('where the browser lets a local file keep nothing, the app says so and goes on', async ({ profile, t }) => {
  const denied = (page) =>
    page.evaluateOnNewDocument(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
  const page = await (await profile()).open(onDrive(t), { prepare: denied });
  await openExample(page);
  await text(page, 'Gemmes ikke: browseren lader ikke siden gemme noget');
  const file = await exportCase(page);
  assert.equal(JSON.parse(file.text).format, 'udskift-it-system');
});

for (const [browser, options] of [['Chromium', {}], ['Firefox', { firefox: true }]]) {
  story(`the file's policy lets it fetch nothing from anywhere, in ${browser}`, async ({ profile, t }) => {
    const page = await (await profile(options)).open(onDrive(t));
    expectErrors(page, /content policy|Content.Security.Policy|Refused|violates|left its origin: https:..example.test|NetworkError/);
    const policy = await page.$eval('meta[http-equiv]', (meta) => meta.content);
    assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+'; img-src data:/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|'self'|https?:|\*/);
    const refused = await page.evaluate(async () => {
      const violated = [];
      document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
      new Image().src = 'https://example.test/picture.png';
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'https://example.test/style.css' }));
      const request = new XMLHttpRequest();
      request.open('GET', 'https://example.test/');
      await new Promise((resolve) => {
        request.onloadend = resolve;
        try {
          request.send();
        } catch {
          resolve();
        }
      });
      for (let tries = 0; tries < 50 && violated.length < 3; tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
      return violated.sort();
    });
    assert.deepEqual(refused, ['connect-src', 'img-src', 'style-src-elem']);
  });
}
