// A site's own settings: what the municipality sets is there for all, and a file with errors stops nothing.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { accessible, all, click, eventually, expectErrors, fill, fitsWidth, noText, part, story, text } from './harness.mjs';
import { casePages, createCase, goTo, leaveTo, openExample, shows } from './case.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const example = read('public/site.eksempel.json');
const mistakes = JSON.parse(read('tests/fixtures/site/mistakes.json'));
const settings = (site) => ({ over: { 'site.json': typeof site === 'string' ? site : JSON.stringify(site) } });
const footer = (page) => eventually(async () => {
  const found = await page.$('footer');
  assert.ok(found, 'there is no footer');
  return found;
});

story('what the municipality sets is there: name, logo, introduction, links, a new case and its messages', async ({ site, profile }) => {
  const page = await (await profile()).open(await site('/a/b/', undefined, settings(example)));
  await text(page, 'Nordlund Kommune');
  await text(page, 'Velkommen. Opret sagen her, når systemejeren har besluttet udskiftningen.');
  assert.equal(await page.$$eval('.site-introduction p', (lines) => lines.length), 2);
  await eventually(async () => assert.ok(await page.$eval('.site-brand img', (logo) => logo.complete && logo.naturalWidth > 0)));
  const links = await (await footer(page)).$$eval('a', (links) => links.map((link) => [link.innerText, link.getAttribute('href')]));
  assert.deepEqual(links, JSON.parse(example).links.map(({ label, address }) => [label, address]));
  await accessible(page);
  await page.setViewport({ width: 320, height: 640 });
  await fitsWidth(page);
  await page.setViewport({ width: 1280, height: 900 });

  await click(page, 'button', 'Ny sag');
  const form = await part(page, 'form', 'Ny sag');
  await fill(form, 'Sagens navn', 'Nyt lønsystem');
  assert.equal(await (await part(form, 'textbox', 'Myndighed')).evaluate((field) => field.value), 'Nordlund Kommune');
  await fill(form, 'Gammelt it-system', 'Alfa');
  await fill(form, 'Nyt it-system', 'Beta');
  await click(form, 'button', 'Opret sag');
  await shows(page, 'Stamdata');
  await noText(page, 'Velkommen. Opret sagen her');
  await goTo(page, 'Overblik');
  assert.equal(await page.$eval('.role-choice__summary', (roles) => roles.innerText.trim()), 'Systemansvarlig');
  await goTo(page, 'Overleveringer');
  const messages = () => page.$$eval('textarea', (areas) => areas.map((area) => area.value));
  await eventually(async () => {
    const written = (await messages()).filter((message) => message.includes('Venlig hilsen'));
    assert.ok(written.length > 0);
    for (const message of written) assert.ok(message.endsWith('Svar gerne til hele gruppen.'), message);
  });
  for (const name of casePages) await goTo(page, name);
  await leaveTo(page, 'Indstillinger');
  await text(page, 'Siden er sat op for Nordlund Kommune.');
});

story('the rules of who signs are read where the site has them', async ({ site, profile }) => {
  const over = {
    'site.json': JSON.stringify({ rules: 'vores/regler.json' }),
    'vores/regler.json': read('public/underskriver-regler.eksempel.json'),
  };
  const page = await (await profile()).open(await site('/', undefined, { over }));
  await leaveTo(page, 'Indstillinger');
  await text(page, 'Siden har 5 regler nu.');
});

story('text is only ever text, and no address runs anything', async ({ site, profile }) => {
  const script = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
  const page = await (await profile()).open(await site('/', undefined, settings({
    ...mistakes,
    municipality: script,
    texts: { introduction: script },
    links: [...mistakes.links, { label: script, address: 'https://a.example/"onclick="x' }],
  })));
  await text(await page.$('.page-header'), script);
  const found = await footer(page);
  const addresses = await found.$$eval('nav a', (links) => links.map((link) => link.getAttribute('href')));
  assert.deepEqual(addresses, ['HTTPS://a.example/b?c=d#e', 'https://a.example/"onclick="x']);
  assert.equal(await page.$$eval('main img, main script, footer img', (made) => made.length), 0);
});

for (const [what, file, first] of [
  ['is no JSON', '{ "municipality": "Nordlund" ', /^Sidens indstillinger kunne ikke læses: Filen site\.json er ikke gyldig JSON\. Ret den ved linje 1/],
  ['has mistakes', JSON.stringify(mistakes), /^Noget i sidens indstillinger kunne ikke læses: »municipalty« i site\.json/],
]) {
  story(`a file of settings that ${what} is told calmly, and stops nothing`, async ({ site, profile }) => {
    const page = await (await profile()).open(await site('/', undefined, settings(file)));
    const found = await footer(page);
    assert.match(await found.$eval('p', (line) => line.innerText), first);
    await accessible(page);
    await click(found, 'link', 'Se, hvad der er galt');
    await shows(page, 'Indstillinger');
    await part(page, 'region', 'Fejl i sidens indstillinger');
    await text(page, 'Dine sager er ikke berørt.');
    await accessible(page);
    await leaveTo(page, 'Sager');
    await openExample(page);
  });
}

story('a site without settings of its own is the app as it comes, with the file or without it', async ({ site, profile }) => {
  const person = await profile();
  for (const over of [{}, { 'site.json': null }, { 'site.json': '<!doctype html><title>Ikke fundet</title>' }]) {
    const page = await person.open(await site('/', undefined, { over }), {
      // Chromium itself notes what is not found, in its console.
      prepare: (page) => over['site.json'] === null && expectErrors(page, /404 .*site\.json/),
    });
    await createCase(page, { title: 'Nyt', oldSystem: 'A', newSystem: 'B', authority: 'C' });
    assert.equal(await page.$('footer'), null);
    assert.equal(await page.$('.site-brand'), null);
    assert.deepEqual(await all(page, 'button', 'Se, hvad der er galt'), []);
    await leaveTo(page, 'Indstillinger');
    await text(page, 'den har ingen egne indstillinger');
    await page.close();
  }
});

story('the schema takes what the app takes, and refuses what it refuses', async () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(read('public/site.schema.json')));
  for (const good of ['{}', read('public/site.json'), example]) {
    assert.ok(validate(JSON.parse(good)), `${good}: ${JSON.stringify(validate.errors)}`);
  }
  for (const [key, value] of Object.entries(mistakes)) assert.ok(!validate({ [key]: value }), key);
  mistakes.links.forEach((link, place) => {
    assert.equal(validate({ links: [link] }), place === mistakes.links.length - 1, `link ${place + 1}`);
  });
});
