// "Proces": the diagrams with the case's state, by mouse, keyboard and screen reader; on paper; and as a BPMN file.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { accessible, check, click, download, eventually, fitsWidth, part, pdf, pdfInfo, pdfText, pdfWords, story, text } from './harness.mjs';
import { createCase, goTo, openExample, shows } from './case.mjs';

const [one, two, prepare, cutover] = ['Udskift it-system (del 1)', 'Udskift it-system (del 2)', 'Forbered ruter', 'Gennemfør omlægning af ruter'];

async function process(site, profile) {
  const page = await (await profile()).open(await site());
  await openExample(page);
  await goTo(page, 'Proces');
  return page;
}

/** The links of the figure that is shown, in the order of the keyboard, by their accessible names. */
const links = (page) => page.$$eval('.flow-frame a', (all) => all.map((a) => a.getAttribute('aria-label')));

story('the figures show where the case stands, in the order of the process, and each part leads to its place', async ({ site, profile }) => {
  const page = await process(site, profile);
  const first = await links(page);
  const numbers = first.map((label) => /^pkt\. (\d+)/.exec(label)?.[1]).filter(Boolean).map(Number);
  assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  assert.ok(first.some((label) => label === 'pkt. 1 Giv besked om klargøring, Systemansvarlig: Udført'), first.join('\n'));
  await accessible(page);
  await click(page, 'button', prepare);
  await eventually(async () => assert.equal((await links(page)).filter((label) => /^2\.2 pkt\. \d/.test(label)).length, 8));
  const forms = (await links(page)).filter((label) => label.startsWith('2.2 pkt. 3'));
  assert.match(forms[0], /Forvaltningsansvarlig \(nyt\): \S+, \d+ af \d+ ruter$/);
  await click(page, 'button', cutover);
  await eventually(async () => assert.ok((await links(page)).some((label) => label.startsWith('2.3 pkt. 12'))));
  await accessible(page);
  // The sign of a subprocess shows its figure.
  await click(page, 'button', two);
  await click(page, 'button', 'Vis figuren Forbered ruter');
  await eventually(async () => assert.ok((await links(page))[0].startsWith('2.2 pkt. 1')));
  // A part leads to its place in the case, where the focus is.
  await click(page, 'button', one);
  await eventually(async () => assert.ok((await links(page))[0].startsWith('Start')));
  await page.focus('.flow-frame');
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.match(await focused(), /^Start/);
  await page.keyboard.press('Tab');
  assert.match(await focused(), /^pkt\. 1 /);
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
  await page.keyboard.press('Enter');
  await shows(page, 'Overblik');
  await eventually(async () => assert.match(await page.evaluate(() => document.activeElement.id), /^pkt-START/));
});

story('what is done in the case is seen in the figure', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await createCase(page, { title: 'Alfa til Beta', oldSystem: 'Alfa', newSystem: 'Beta', authority: 'Nordby' });
  await goTo(page, 'Proces');
  const state = async (start) => (await links(page)).find((label) => label.startsWith(start));
  assert.deepEqual((await links(page)).filter((label) => label.endsWith(': Klar')), ['Start Beslut, at it-system skal udskiftes, Systemejer: Klar']);
  await click(page, 'link', 'Start Beslut, at it-system skal udskiftes, Systemejer: Klar');
  await shows(page, 'Overblik');
  await eventually(async () => {
    const card = await page.evaluateHandle(() => document.activeElement);
    const done = await card.asElement().$('button');
    assert.equal(await done.evaluate((b) => b.innerText.trim()), 'Markér udført');
    await done.click();
  });
  await goTo(page, 'Proces');
  await eventually(async () => assert.match(await state('Start'), /: Udført$/));
  assert.match(await state('pkt. 1 '), /: Klar$/);
});

story('a figure is zoomed by buttons and keys within its frame, also on a narrow screen', async ({ site, profile }) => {
  const page = await process(site, profile);
  const width = () => page.$eval('.flow-frame svg', (svg) => svg.getBoundingClientRect().width);
  const before = await width();
  await click(page, 'button', 'Zoom ind');
  await eventually(async () => assert.ok((await width()) > before * 1.2));
  await page.focus('.flow-frame');
  await page.keyboard.press('0');
  const room = await page.$eval('.flow-frame', (frame) => frame.clientWidth);
  await eventually(async () => assert.ok(Math.abs((await width()) - room) < 2));
  await text(page, 'Tilpas bredden');
  await page.keyboard.press('+');
  await eventually(async () => assert.ok((await width()) > room));
  await page.setViewport({ width: 320, height: 640 });
  await fitsWidth(page);
  const scrolls = await page.$eval('.flow-frame', (frame) => frame.scrollWidth > frame.clientWidth);
  assert.ok(scrolls, 'the frame scrolls, not the page');
});

story('the figure in words has each role with its steps, its messages and where answers lead', async ({ site, profile }) => {
  const page = await process(site, profile);
  await page.$$eval('summary', (all) => all.find((s) => s.innerText.trim() === 'Figuren som tekst').click());
  await eventually(async () => {
    const told = await page.$eval('.flow-text', (element) => element.innerText);
    assert.match(told, /Sender beskeden “Ruteoverblik” til Forvaltningsansvarlig \(nyt\)/);
    assert.match(told, /Opret flere serviceaftaler\?\s+Ja → pkt\. 9 Koordiner serviceaftaler/);
  });
  await accessible(page);
});

story('on paper a figure is one side of A3, or two of A4, with the case at its head', async ({ site, profile }) => {
  const page = await process(site, profile);
  const sides = async (size, count) => {
    const path = await pdf(page);
    const { width, height } = pdfInfo(path);
    assert.deepEqual([width, height], size);
    const pages = pdfText(path);
    assert.equal(pages.length, count);
    pages.forEach((side) => assert.match(side, /Omsorg Klassik til Omsorg Ny/));
    for (const word of pdfWords(path)) {
      assert.ok(word.left >= 0 && word.right <= (size[0] * 72) / 25.4, `"${word.text}" is cut`);
    }
    return pages;
  };
  await eventually(() => sides([420, 297], 1));
  await check(page, 'Alle fire figurer');
  await eventually(() => sides([420, 297], 4));
  await click(page, 'radio', 'A4, to sider pr. bred figur');
  const pages = await eventually(() => sides([297, 210], 7));
  assert.match(pages[1], /del 1\), 2 af 2/);
}, { notInFirefox: 'it takes the size of the paper from its own print dialog' });

story('the BPMN file is the process, which other programs read', async ({ site, profile }) => {
  const page = await process(site, profile);
  const file = await download(page, () => click(page, 'button', 'Hent BPMN'));
  assert.equal(file.name, 'Udskift it-system.bpmn');
  const { rootElement, warnings } = await new BpmnModdle().fromXML(readFileSync(file.path, 'utf8'));
  assert.deepEqual(warnings, []);
  assert.deepEqual(rootElement.diagrams.map((diagram) => diagram.name), [one, two, prepare, cutover]);
});

story('a route shows its own way through Forbered ruter, and who is who on it', async ({ site, profile }) => {
  const page = await process(site, profile);
  await goTo(page, 'Ruter');
  const row = await eventually(async () => {
    const found = await page.$('main table tbody a[id^="rute-"], main a[id^="rute-"]');
    assert.ok(found);
    return found;
  });
  await row.click();
  await eventually(async () => assert.ok(await page.$('#rutens-vej')));
  await page.$$eval('summary', (all) => all.find((s) => s.innerText.trim() === 'Rutens vej i figuren Forbered ruter').click());
  await eventually(async () => assert.ok((await page.$$('.flow--route .flow__line--taken')).length > 0));
  await page.$$eval('summary', (all) => all.find((s) => s.innerText.trim() === 'Hvem er hvem på ruten').click());
  await eventually(async () => assert.ok(await page.$('svg.diagram .diagram__own')));
  await accessible(page);
  assert.ok(await part(page, 'region', 'Rutens vej i figuren Forbered ruter'));
});

story('a term shows its meaning where it is used, and Begreber says where in the process it matters', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await openExample(page);
  await goTo(page, 'Omlægning');
  const summary = (name) => eventually(async () => {
    const found = await page.evaluateHandle((wanted) => [...document.querySelectorAll('main summary')].find((s) => s.innerText.trim() === wanted && s.checkVisibility()), name);
    assert.ok(found.asElement(), name);
    return found.asElement();
  });
  const open = async (name) => {
    const element = await summary(name);
    await element.focus();
    await page.keyboard.press('Enter');
  };
  await open('Ord på siden');
  await open('Servicevindue');
  await click(page, 'link', 'Se det i Begreber: Servicevindue');
  await shows(page, 'Begreber');
  await eventually(async () => assert.equal(await page.evaluate(() => document.activeElement.id), 'begreb-servicevindue'));
  await text(page, 'Har betydning i:');
  const places = await page.$$('#begreb-servicevindue a');
  assert.deepEqual(await Promise.all(places.map((a) => a.evaluate((e) => e.innerText))), ['pkt. 16 Koordiner overgangstidspunkt (ruteskift)', '2.3 pkt. 2 Åbn servicevindue', '2.3 pkt. 12 Giv besked til forvaltningsansvarlig og luk servicevindue']);
  await places[1].click();
  await shows(page, 'Omlægning');
  await accessible(page);
});
