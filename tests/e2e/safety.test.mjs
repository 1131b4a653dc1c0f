// What the page may do is in the page itself, as strict as it can be, and both browsers hold it to that.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { click, eventually, expectErrors, story, text } from './harness.mjs';
import { goTo, openExample } from './case.mjs';
import { serve } from './server.mjs';

const page = readFileSync(new URL('../../dist/index.html', import.meta.url), 'utf8');
const browsers = [['Chromium', {}], ['Firefox', { firefox: true }]];
const tags = (name) => [...page.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag);
const of = (tag, attribute) => tag.match(new RegExp(`\\b${attribute}="([^"]*)"`))?.[1];

/** The policy's directives, by name. */
function policy() {
  const [tag, ...others] = tags('meta').filter((tag) => of(tag, 'http-equiv') === 'Content-Security-Policy');
  assert.deepEqual(others, []);
  return Object.fromEntries(
    of(tag, 'content').split(';').map((directive) => {
      const [name, ...values] = directive.trim().split(/\s+/);
      return [name, values.join(' ')];
    }),
  );
}

test('the page forbids all but what it needs, and comes before anything that it forbids', () => {
  assert.deepEqual(policy(), {
    'default-src': "'none'",
    'script-src': "'self' 'wasm-unsafe-eval'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'default',
  });
  assert.doesNotMatch(page, /unsafe-inline|'unsafe-eval'|https?:\/\/(?!www\.w3\.org)/);
  assert.ok(page.indexOf('Content-Security-Policy') < page.search(/<(script|link|style)\b/));
});

test('each script and style of the page, and what they fetch of the program, is named with what it must hold', () => {
  const scripts = tags('script');
  assert.equal(scripts.length, 2, 'one script starts all, one keeps it for use without network');
  const fetched = tags('link').filter((tag) => ['stylesheet', 'modulepreload', 'preload'].includes(of(tag, 'rel')));
  assert.equal(fetched.length, 3, 'a style, the glue, the program');
  for (const tag of [...scripts, ...fetched]) assert.match(of(tag, 'integrity') ?? '', /^sha384-.{64}$/, tag);

  const [about] = tags('meta').filter((tag) => of(tag, 'name') === 'app');
  for (const name of ['wasm', 'rest', 'word']) assert.match(of(about, `data-${name}-proof`), /^sha384-.{64}$/, name);
  const preloaded = fetched.find((tag) => of(tag, 'rel') === 'modulepreload');
  assert.equal(of(preloaded, 'href'), of(about, 'data-js'), 'the preload is what holds the glue to its integrity');
  const glue = readFileSync(new URL(`../../dist/${of(about, 'data-js')}`, import.meta.url), 'utf8');
  assert.doesNotMatch(glue, /\bimport\s*["'{*(]|\bfrom\s*["']/, 'the glue imports nothing that the page does not name');
  assert.ok(glue.includes(of(about, 'data-rest-proof')));
});

for (const [browser, options] of browsers) {
  for (const [what, altered] of [
    ['start', /^boot-.*\.js$/],
    ['glue', /^udskift-it-system-[0-9a-f]+\.js$/],
    ['program', /_bg\.wasm$/],
  ]) {
    story(`${browser} does not run a ${what} that is not the one the page names`, async ({ profile, t }) => {
      let served = 0;
      const server = await serve('/', (file, body) => {
        if (!altered.test(file)) return body;
        served += 1;
        // Still valid, so that only its integrity keeps it from running.
        return file.endsWith('.js') ? Buffer.concat([body, Buffer.from('\nglobalThis.altered = true;')]) : Buffer.concat([body, custom]);
      });
      t.after(() => server.close());
      const prepare = (tab) => expectErrors(tab, /./);
      const ready = what === 'start' ? 'body' : '#boot-failed h1';
      const tab = await (await profile(options)).open(server.address(), { prepare, ready });
      await eventually(() => assert.ok(served > 0, 'nothing was altered'));
      assert.equal(await tab.evaluate(() => globalThis.altered), undefined);
      assert.equal(await tab.$('header'), null, 'the app started all the same');
    });
  }

  story(`${browser} does not run a rest or a Word script that is not the one the page names`, async ({ profile, t }) => {
    const broken = { rest: true, word: true };
    const server = await serve('/', (file, body) => {
      if (broken.rest && file.endsWith('_rest.wasm')) return Buffer.concat([body, custom]);
      return broken.word && file.startsWith('word-') ? Buffer.concat([body, Buffer.from('\nglobalThis.altered = true;')]) : body;
    });
    t.after(() => server.close());
    const tab = await (await profile(options)).open(server.address(), { prepare: (tab) => expectErrors(tab, /./) });
    await click(tab, 'button', 'Prøv med eksempelsag');
    await text(tab, 'Resten af siden kunne ikke hentes');
    broken.rest = false;
    await click(tab, 'button', 'Prøv igen');
    await eventually(async () => assert.equal(await tab.$('.notice--error'), null));
    await openExample(tab);
    await goTo(tab, 'Udskrifter');
    await click(tab, 'button', 'Hent som Word-fil');
    await text(tab, 'Word-filen kunne ikke');
    assert.equal(await tab.evaluate(() => globalThis.altered), undefined);
  });

  story(`${browser} lets no text become markup or script, and no address a script that the page does not name`, async ({ site, profile }) => {
    const tab = await (await profile(options)).open(await site());
    expectErrors(tab, /content policy: (require-)?trusted-types|Trusted|injection sink/);
    const outcome = await tab.evaluate(() => {
      const refused = (act) => {
        try {
          act();
          return false;
        } catch (error) {
          return error instanceof TypeError;
        }
      };
      const script = document.createElement('script');
      const [word] = [document.querySelector('meta[name=app]').dataset.word];
      return {
        markup: refused(() => { document.createElement('p').innerHTML = '<b>x</b>'; }),
        script: refused(() => { script.text = 'globalThis.ran = true'; }),
        other: refused(() => { script.src = './eksempelsag.json'; }),
        elsewhere: refused(() => { script.src = 'https://example.test/x.js'; }),
        policy: refused(() => { globalThis.trustedTypes.createPolicy('another', {}); }),
        named: refused(() => { script.src = word; }),
      };
    });
    assert.deepEqual(outcome, { markup: true, script: true, other: true, elsewhere: true, policy: true, named: false });
  });

  story(`${browser} fetches each file of the program once`, async ({ profile, t }) => {
    const asked = [];
    const server = await serve('/', (file, body) => {
      asked.push(file);
      return body;
    });
    t.after(() => server.close());
    await openExample(await (await profile(options)).open(server.address()));
    const program = asked.filter((file) => /\.(js|css|wasm)$/.test(file)).map((file) => file.replace(/-[0-9a-f]{16}/, ''));
    const whole = ['app.css', 'boot.js', 'offline.js', 'udskift-it-system.js', 'udskift-it-system_bg.wasm', 'udskift-it-system_rest.wasm'];
    assert.deepEqual(program.sort(), whole);
  });
}

/** An empty section of one's own, which leaves a program as it was. */
const custom = Buffer.from([0, 2, 1, 0x78]);
