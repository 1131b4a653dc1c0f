// Text from files is only ever text: a case full of what would run, fetch, calculate or disguise goes through every page,
// paper, export and message. Nothing runs, nothing is fetched, and nothing is disguised. The harness sees to requests,
// windows and the content policy.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import ICAL from 'ical.js';
import { click, download, eventually, part, pdf, pdfText, story, text, upload } from './harness.mjs';
import { exportCase, goTo, merge, previewMerge, shows } from './case.mjs';
import { paste, toImport } from './lists.mjs';
import { disguises, hidden, host, hostileCase, mark, payloads, unfilled } from './payloads.mjs';

const plainTexts = [...payloads, ...disguises.map(([, shown]) => shown)];

/** A person's browser that tells of every dialog. */
async function person(site, profile, viewport) {
  const prepare = (page) => {
    page.asked = [];
    page.on('dialog', (dialog) => {
      page.asked.push(dialog.message());
      dialog.dismiss();
    });
  };
  const page = await (await profile()).open(await site(), { prepare });
  if (viewport) await page.setViewport(viewport);
  return page;
}

async function opened({ site, profile }) {
  const page = await person(site, profile);
  const { text: file, routes } = hostileCase();
  // A file may have any name that a disk takes.
  const path = join(mkdtempSync(join(tmpdir(), 'udskift-')), `<img src=x onerror=${mark}=7> =1+1.json`);
  writeFileSync(path, file);
  await upload(page, 'Åbn fil', path);
  await shows(page, 'Overblik');
  return { page, routes, at: page.url() };
}

/** Opens what is folded on the page, so that all of it is there. */
async function unfold(page) {
  await page.$$eval('main details', (all) => all.forEach((one) => (one.open = true)));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Nothing on the page has run or been made into more than text. */
async function isText(page, where) {
  await unfold(page);
  const found = await page.evaluate((name) => {
    const root = document.documentElement;
    const made = [...document.querySelectorAll('script, iframe, object, embed, base, form[action], style, [onerror], [onload], img:not([src^="./"])')];
    const links = [...document.querySelectorAll('a[href], area[href]')].map((link) => link.getAttribute('href'));
    const texts = [root.innerText];
    for (const element of document.querySelectorAll('*')) {
      for (const attribute of element.attributes) texts.push(attribute.value);
      if ('value' in element) texts.push(String(element.value));
    }
    return { ran: window[name] ?? Object.prototype[name], made: made.map((element) => element.outerHTML.slice(0, 200)), links, texts };
  }, mark);
  assert.equal(found.ran, undefined, `${where}: something ran`);
  assert.deepEqual(page.asked, [], `${where}: something asked`);
  const ours = found.made.filter((html) => !/^<script [^>]*src="\.\/[^"<>]+"[^>]*><\/script>$/.test(html));
  assert.deepEqual(ours, [], `${where}: a text became an element`);
  for (const href of found.links) {
    const url = new URL(href, page.url());
    assert.ok(['http:', 'https:', 'mailto:', 'tel:', 'blob:'].includes(url.protocol), `${where}: ${href}`);
    assert.ok(!url.hostname.includes(host), `${where} leads to ${href}`);
    if (url.protocol === 'mailto:') isPlainMail(href, where);
    if (url.protocol === 'tel:') assert.match(href, /^tel:[+\d]+$/, where);
  }
  for (const shown of found.texts) assert.ok(!hidden.test(shown), `${where} disguises: ${JSON.stringify(shown.slice(0, 300))}`);
}

/** A mail link has a subject and a body, and no more; who is written to is an address. */
function isPlainMail(href, where) {
  const { pathname, searchParams } = new URL(href);
  assert.deepEqual([...searchParams.keys()].filter((key) => !['subject', 'body'].includes(key)), [], `${where}: ${href}`);
  assert.ok(!/[?&\s]/.test(pathname), `${where}: ${href}`);
  assert.ok(!/[\r\n]/.test(searchParams.get('subject') ?? ''), `${where}: a subject of several lines`);
}

test('the corpus is in every text field that the published schema knows', () => {
  assert.deepEqual(unfilled(hostileCase().events), []);
});

story('on every page a text of a file is a text', async (t) => {
  const { page, routes, at } = await opened(t);
  await isText(page, 'Overblik');
  const ways = ['min-tur', 'ruter', 'ruter/eksekvering', 'ruter/underskrifter', 'ruter/indlaes', 'serviceaftaler', 'omlaegning', 'omlaegning/koerebog', 'overleveringer', 'moede', 'proces', 'udskrifter', 'historik', 'stamdata'];
  const addresses = [...ways.map((way) => `${at}/${way}`), ...routes.map((route) => `${at}/ruter/${route}`)];
  for (const address of [...addresses, at.replace(/#.*/, '#/'), at.replace(/#.*/, '#/begreber'), at.replace(/#.*/, '#/indstillinger')]) {
    await page.evaluate((hash) => { location.hash = hash; }, new URL(address).hash);
    await eventually(async () => assert.ok(await page.$('main h1')));
    await isText(page, address);
  }
  await page.goto(`${at}/stamdata`);
  await shows(page, 'Stamdata');
  const values = await page.$$eval('main input, main textarea', (fields) => fields.map((field) => field.value));
  const said = [...values, await page.$eval('main', (main) => main.textContent)].join('\n');
  for (const shown of plainTexts) assert.ok(said.includes(shown) || said.includes(shown.replaceAll('\n', '')), `Stamdata does not show ${shown}`);
}, { timeout: 300_000 });

story('on every paper, and in every Word file, a text of a file is a text', async (t) => {
  const { page } = await opened(t);
  await goTo(page, 'Udskrifter');
  const names = await page.$$eval('input[name=dokument], .print-choices input[type=radio]', (radios) => radios.map((radio) => radio.labels[0].innerText.trim()));
  assert.ok(names.length >= 9, names.join());
  for (const name of names) {
    await click(page, 'radio', name);
    await eventually(async () => assert.equal(await page.$eval('.print-doc h3', (h) => h.innerText), name));
    await isText(page, name);
    const paper = pdfText(await pdf(page)).join('\n');
    assert.ok(!hidden.test(paper.replaceAll('\f', '')), `${name} is disguised on paper`);
    const file = await download(page, () => click(page, 'button', 'Hent som Word-fil'));
    assert.ok(!hidden.test(file.name) && !/[<>"|]/.test(file.name), file.name);
    for (const [entry, xml] of unpacked(file.path)) {
      assert.ok(!/TargetMode="External"|<w:hyperlink|<w:fldSimple|<w:instrText[^>]*>[^<]*(HYPERLINK|DDE|INCLUDE)/.test(xml), `${name}: ${entry} leads out`);
      assert.ok(!/<(script|img|svg|iframe|x)[\s>]/i.test(xml), `${name}: ${entry} has elements of a text`);
      assert.ok(!hidden.test(xml), `${name}: ${entry} is disguised`);
    }
  }
}, { timeout: 400_000 });

story('in tables no text is a formula, and in the calendar no text is an entry', async (t) => {
  const { page, at } = await opened(t);
  for (const [way, group] of [['ruter', 'Hent ruteoverblik'], ['ruter/eksekvering', 'Hent eksekveringsoversigt'], ['ruter/eksekvering', 'Hent underskrifter']]) {
    await page.goto(`${at}/${way}`);
    const scope = await part(page, 'group', group);
    const csv = await download(page, () => click(scope, 'button', 'CSV'));
    assert.ok(!hidden.test(csv.text.replace(/^\ufeff/, '')), `${group}: CSV is disguised`);
    for (const cell of cellsOf(csv.text)) assert.ok(!/^[=+\-@\t\r]/.test(cell), `${group}: ${cell} is a formula`);
    const xlsx = await download(page, () => click(scope, 'button', 'Excel (XLSX)'));
    for (const [entry, xml] of unpacked(xlsx.path)) {
      assert.ok(!/<f[\s>]|<hyperlink|TargetMode="External"|<x>/.test(xml), `${group}: ${entry} has a formula or a link`);
      assert.ok(!hidden.test(xml), `${group}: ${entry} is disguised`);
    }
  }
  await goTo(page, 'Omlægning');
  const file = await download(page, () => click(page, 'button', 'Hent kalenderfil'));
  const events = new ICAL.Component(ICAL.parse(file.text)).getAllSubcomponents('vevent');
  assert.equal(events.length, 2, 'a window and a frist');
  for (const event of events) {
    const names = event.getAllProperties().map((property) => property.name);
    assert.deepEqual(names.filter((name) => ['attach', 'attendee', 'url', 'organizer'].includes(name)), []);
  }
  assert.ok(!hidden.test(file.text));
});

story('in messages and in the file that is sent a text is a text, and comes back as it was', async (t) => {
  const { page } = await opened(t);
  await goTo(page, 'Overleveringer');
  await unfold(page);
  const mails = await page.$$eval('a[href^="mailto:"]', (links) => links.map((link) => link.getAttribute('href')));
  assert.ok(mails.length > 0);
  mails.forEach((href) => isPlainMail(href, 'Overleveringer'));
  const sent = await exportCase(page);
  assert.ok(!hidden.test(sent.name) && !/[<>:"/\\|?*]/.test(sent.name), sent.name);
  const { events, summary } = JSON.parse(sent.text);
  const taken = events.map((event) => event.value).filter((value) => typeof value === 'string');
  for (const shown of plainTexts) assert.ok(taken.includes(shown), `the file lost ${shown}`);
  assert.ok(!hidden.test(JSON.stringify(events)) && !hidden.test(JSON.stringify(summary)));
  const other = await person(t.site, t.profile);
  await upload(other, 'Åbn fil', sent.path);
  await shows(other, 'Overblik');
  const again = JSON.parse((await exportCase(other)).text);
  assert.deepEqual(again.events, events);
});

story('in a merge, a conflict, a list and what is said of a file a text is a text', async (t) => {
  const { page } = await opened(t);
  const folder = mkdtempSync(join(tmpdir(), 'udskift-'));
  const write = (name, said) => {
    writeFileSync(join(folder, name), said);
    return { path: join(folder, name) };
  };
  // Another's copy: the same case, with more in it.
  const { text: file } = hostileCase();
  const more = JSON.parse(file);
  more.authors.push({ name: payloads[0], initials: payloads[1], organisation: disguises[0][0] });
  const clock = Math.max(...more.events.map((event) => event.clock));
  payloads.forEach((value, at) => more.events.push({ id: `zzzz9999-${at + 1}`, clock: clock + at + 1, at: 1_790_000_000_000 + at, by: more.authors.length - 1, field: at % 2 ? 'case/note' : 'case/title', value }));
  const theirs = write(`"><svg onload=${mark}=8>.json`, JSON.stringify(more));
  await previewMerge(page, theirs);
  await isText(page, 'the preview of a merge');
  await merge(page, theirs);
  await text(page, 'Filen er flettet ind');
  await goTo(page, 'Overblik');
  await isText(page, 'Overblik with conflicts');
  await goTo(page, 'Historik');
  await isText(page, 'Historik after a merge');

  await upload(page, 'Flet fil ind', write(`<img src=x onerror=${mark}=9>\u202egpj.json`, '{"format": <script>').path);
  await text(page, 'kunne ikke');
  await isText(page, 'a file that cannot be read');

  await toImport(page);
  const heads = ['Rutenavn', 'Bemærkning', 'Afsendersystem', '<b>=1+1</b>', 'a\u202eb'];
  const rows = plainTexts.concat(disguises.map(([raw]) => raw)).map((value) => heads.map(() => `"${value.replaceAll('"', '""')}"`));
  await paste(page, [heads, ...rows].map((row) => row.join('\t')).join('\n'));
  await isText(page, 'the columns of a list');
  await click(page, 'button', 'Fortsæt');
  await text(page, '3. Se, hvad der kommer ind');
  await isText(page, 'what a list brings');
});

/** The XML parts of a zip, each with its name: its list stands at the end, each part behind its own head. */
function unpacked(path) {
  const zip = readFileSync(path);
  const parts = [];
  for (let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06') + 16); zip.readUInt32LE(at) === 0x02014b50; ) {
    const [packed, length, extra, comment] = [zip.readUInt32LE(at + 20), ...[28, 30, 32].map((of) => zip.readUInt16LE(at + of))];
    const name = zip.toString('utf8', at + 46, at + 46 + length);
    const head = zip.readUInt32LE(at + 42);
    const from = head + 30 + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28);
    const bytes = zip.subarray(from, from + packed);
    if (/\.(xml|rels)$/.test(name)) parts.push([name, (zip.readUInt16LE(at + 10) ? inflateRawSync(bytes) : bytes).toString('utf8')]);
    at += 46 + length + extra + comment;
  }
  assert.ok(parts.length > 3, `${path} has ${parts.length} parts`);
  return parts;
}

/** The cells of separated text, without their quotation marks. */
function cellsOf(text) {
  const cells = text.replace(/^\ufeff/, '').matchAll(/(?:^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;"\r\n]*))/g);
  return [...cells].map(([, quoted, bare]) => (quoted ?? bare).replaceAll('""', '"'));
}

