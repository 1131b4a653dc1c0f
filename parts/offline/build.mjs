// Adds the service worker (./sw.js) to the built site: the list of its files with what each must hold, and their version.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

/** What a site replaces by its own, so that it belongs to no version. */
const live = ['site.json', 'underskriver-regler.json'];
const source = new URL('sw.js', import.meta.url);

/** Called when all else of the site is written: whatever is changed in a listed file later is refused by the worker. */
export function addOffline(site) {
  const template = readFileSync(source, 'utf8');
  const paths = filesOf(site).filter((path) => !live.includes(path) && path !== 'sw.js');
  // The page names the version too, so its own is counted before that.
  const all = paths.map((path) => `${path} ${digest(readFileSync(join(site, path)), 'hex')}\n`);
  const version = digest([template, ...all].join(''), 'hex').slice(0, 16);

  const page = join(site, 'index.html');
  const named = readFileSync(page, 'utf8')
    .replace('<meta name="app"', '$& data-sw="./sw.js"')
    .replace('<meta name="referrer"', `<meta name="version" content="${version}">\n    $&`);
  if (!named.includes('data-sw=') || !named.includes('name="version"')) throw new Error('the page is another one now');
  writeFileSync(page, named);

  const files = Object.fromEntries(paths.map((path) => [path, `sha256-${digest(readFileSync(join(site, path)), 'base64')}`]));
  const define = { VERSION: JSON.stringify(version), FILES: JSON.stringify(files), LIVE: JSON.stringify(live) };
  const { code } = transformSync(template, { define, minify: true, target: 'es2022', format: 'iife' });
  writeFileSync(join(site, 'sw.js'), code);
}

function filesOf(site, folder = '') {
  return readdirSync(join(site, folder))
    .sort()
    .flatMap((name) => {
      const path = folder ? `${folder}/${name}` : name;
      return statSync(join(site, path)).isDirectory() ? filesOf(site, path) : [path];
    });
}

function digest(bytes, form) {
  return createHash('sha256').update(bytes).digest(form);
}
