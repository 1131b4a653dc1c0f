// "Vejledning": each role's guide, on the screen and on paper, with pictures of the app as it is.
//
// The pictures (public/vejledning) are made here, of the example. UPDATE_PICTURES=1 makes them again; without it the app must
// say in each place just what it says in the picture, and look as it does there.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { accessible, click, eventually, fill, fitsWidth, noText, part, pdf, pdfInfo, pdfText, story, text } from './harness.mjs';
import { exportCase, goTo, leaveTo, openExample, previewMerge, shows } from './case.mjs';
import { be, SA } from './playing.mjs';

const pictures = new URL('../../public/vejledning/', import.meta.url);
const words = new URL('../fixtures/vejledning.json', import.meta.url);
const size = { width: 760, height: 420 };
/** The day after the example's last act: what the app says of time is the same each day. */
const now = 1793180000000;

/** Pages that another page leads to: what is shown of them. */
const subpages = [
  ['underskrifter', '/ruter/underskrifter', '#indhold h1'],
  ['eksekveringsoversigt', '/ruter/eksekvering', '#indhold section h2'],
  ['koerebog', '/omlaegning/koerebog', '.live'],
];

/** Stops the clock of the pages that this tab opens. */
const stopClock = (page) =>
  page.evaluateOnNewDocument((now) => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...parts) {
        super(...(parts.length > 0 ? parts : [now]));
      }
      static now() {
        return now;
      }
    };
  }, now);

/** The words within a picture, in the order of the page, and the picture itself. */
async function take(page, selector) {
  await page.evaluate(() => document.fonts.ready);
  await eventually(async () => assert.ok(await page.$(selector), selector));
  const clip = await page.$eval(
    selector,
    (element, size) => {
      const box = element.getBoundingClientRect();
      return { x: Math.max(box.left - 6, 0), y: Math.max(box.top + scrollY - 6, 0), ...size };
    },
    size,
  );
  const said = await page.evaluate((clip) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const within = [];
    const range = document.createRange();
    while (texts.nextNode()) {
      range.selectNodeContents(texts.currentNode);
      const box = range.getBoundingClientRect();
      const top = box.top + scrollY;
      const inside = box.width > 0 && box.left >= clip.x && box.right <= clip.x + clip.width && top >= clip.y && top + box.height <= clip.y + clip.height;
      if (inside && texts.currentNode.data.trim()) within.push(texts.currentNode.data.trim());
    }
    return within;
  }, clip);
  return { said, image: await page.screenshot({ type: 'webp', quality: 80, clip, captureBeyondViewport: true }) };
}

/** How large a part of two pictures differs plainly: other shapes, not another edge of a letter. */
const difference = (page, one, other) =>
  page.evaluate(
    async (...images) => {
      const [a, b] = await Promise.all(
        images.map(async (image) => {
          const picture = new Image();
          picture.src = `data:image/webp;base64,${image}`;
          await picture.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
          const context = canvas.getContext('2d');
          context.drawImage(picture, 0, 0);
          return context.getImageData(0, 0, picture.width, picture.height).data;
        }),
      );
      if (a.length !== b.length) return 1;
      let plainly = 0;
      for (let at = 0; at < a.length; at += 4) {
        if (Math.abs(a[at] - b[at]) + Math.abs(a[at + 1] - b[at + 1]) + Math.abs(a[at + 2] - b[at + 2]) > 180) plainly += 1;
      }
      return (plainly * 4) / a.length;
    },
    ...[one, other].map((image) => Buffer.from(image).toString('base64')),
  );

story('the guide shows the app as it is', async ({ site, profile }) => {
  const anna = await profile();
  const page = await anna.open(await site(), { prepare: stopClock });
  const taken = {};
  const shoot = async (name, selector) => {
    taken[name] = await take(page, selector);
  };
  // The page alone, at the width of a picture.
  await page.setViewport({ width: size.width + 20, height: 900 });
  await shoot('sager', 'main h1');
  await page.setViewport({ width: 1120, height: 900 });
  await openExample(page);
  await click(page, 'button', 'Luk besked');
  await shoot('overblik', 'main h1');
  await be(page, SA);
  await goTo(page, 'Min tur');
  await shoot('min-tur', 'main h1');
  await shoot('aktivitet', '.activity');
  await goTo(page, 'Ruter');
  await shoot('ruter', 'main .table-wrap');
  await click(page, 'link', 'Næste ubesluttede rute');
  await shoot('rute', 'main .choice');
  await goTo(page, 'Serviceaftaler');
  await shoot('serviceaftaler', '.agreement');
  for (const [name, address, selector] of subpages) {
    await page.evaluate((address) => {
      location.hash = `${/#\/sag\/[^/?]+/.exec(location.hash)[0]}${address}`;
    }, address);
    await shoot(name, selector);
  }
  await goTo(page, 'Omlægning');
  await shoot('omlaegning', 'main h1');
  await goTo(page, 'Møde');
  await shoot('moede', 'main h1');
  await goTo(page, 'Overleveringer');
  await shoot('overdrag', 'main h1');
  await goTo(page, 'Udskrifter');
  await shoot('udskrift', '.print-doc');

  const bo = await (await profile()).open(await site(), { prepare: stopClock });
  await openExample(bo);
  await goTo(bo, 'Stamdata');
  await fill(bo, 'BestillingsID', 'B-10442');
  await previewMerge(page, await exportCase(bo));
  await shoot('flet', 'main h1, main h2');

  if (process.env.UPDATE_PICTURES) {
    mkdirSync(pictures, { recursive: true });
    for (const [name, { image }] of Object.entries(taken)) writeFileSync(new URL(`${name}.webp`, pictures), image);
    writeFileSync(words, `${JSON.stringify(Object.fromEntries(Object.entries(taken).map(([name, { said }]) => [name, said])), null, 1)}\n`);
  }
  const kept = JSON.parse(readFileSync(words, 'utf8'));
  const anew = 'the guide is out of date: make its pictures again with UPDATE_PICTURES=1';
  assert.deepEqual(Object.keys(taken).sort(), Object.keys(kept).sort(), anew);
  for (const [name, { said, image }] of Object.entries(taken)) {
    assert.ok(said.length > 3, `${name} says nothing`);
    assert.deepEqual(said, kept[name], `${name}: ${anew}`);
    const differs = await difference(page, image, readFileSync(new URL(`${name}.webp`, pictures)));
    assert.ok(differs < 0.02, `${name} looks different by ${(differs * 100).toFixed(1)} %: ${anew}`);
  }
});

story('a role finds what it does, with pictures and its activities, and its way to the case', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await click(page, 'link', 'Vejledning til hver rolle');
  await shows(page, 'Vejledning');
  await accessible(page);
  await noText(page, 'Dine aktiviteter');
  const who = await part(page, 'group', 'Hvilken rolle har du?');
  await click(who, 'button', "SP's Helpdesk");
  await text(page, 'pkt. 6 Fremfind eksisterende ruter');
  await text(page, '2.3 pkt. 2 Åbn servicevindue');
  await noText(page, 'pkt. 7 Dan overblik');
  const pictures = await page.$$eval('.guide img', (all) => Promise.all(all.map(async (image) => {
    await image.decode();
    return { width: image.naturalWidth, alt: image.alt };
  })));
  assert.ok(pictures.length >= 6);
  for (const { width, alt } of pictures) assert.ok(width === size.width && alt.length > 20, alt);
  // With a case open the pictures lead into it, and the role is known.
  await leaveTo(page, 'Sager');
  await openExample(page);
  await be(page, SA);
  await leaveTo(page, 'Vejledning');
  await text(page, 'pkt. 7 Dan overblik');
  await accessible(page);
  await click(page, 'link', 'Åbn Ruter i »Omsorg Klassik til Omsorg Ny«');
  await shows(page, 'Ruter');
  await leaveTo(page, 'Vejledning');
  await page.setViewport({ width: 320, height: 640 });
  await fitsWidth(page);
});

story('the guide is printed for one role or for all', async ({ site, profile }) => {
  const page = await (await profile()).open(`${await site()}#/vejledning`);
  await click(page, 'button', 'Systemejer');
  await text(page, 'Det gør du');
  const one = await pdf(page);
  assert.ok(/Start Beslut, at it-system\s+skal udskiftes/.test(pdfText(one).join('\n')));
  assert.ok(!pdfText(one).join('\n').includes('Hvilken rolle har du?'), 'the choice was printed');
  assert.ok(pdfInfo(one).pages <= 4);
  await click(page, 'button', 'Alle roller');
  await text(page, 'Forvaltningsansvarlige – involverede it-systemer');
  const all = pdfText(await pdf(page));
  // Each role begins on a page of its own.
  for (const name of ['Systemansvarlig – nyt/gammelt it-system', 'Forvaltningsansvarlig – nyt it-system', "SP's Helpdesk"]) {
    assert.ok(all.some((words) => /^Udskift it-system\s*\n\s*(.+)/.exec(words.trim())?.[1].trim() === name), name);
  }
});
