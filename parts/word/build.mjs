// Bundles what makes Word files into one script of the site, which the page fetches when somebody asks for one.
//
// parts/build.mjs calls this when the site is built. The page's `meta[name=app]` says where the script is and what it
// must hold.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** Adds the script to the site in a folder, and gives the packages that are in it. */
export function addWordFiles(site) {
  const { outputFiles, metafile } = buildSync({
    entryPoints: [fileURLToPath(new URL('word.js', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    // A plain script: the browser holds it to its integrity, which it does not do for what is imported.
    format: 'iife',
    globalName: 'wordFiles',
    target: 'es2022',
    legalComments: 'none',
  });
  const script = outputFiles[0].contents;
  const name = `word-${createHash('sha256').update(script).digest('hex').slice(0, 16)}.js`;
  const proof = `sha384-${createHash('sha384').update(script).digest('base64')}`;
  writeFileSync(join(site, name), script);

  const page = join(site, 'index.html');
  const before = readFileSync(page, 'utf8');
  const after = before.replace('<meta name="app"', `$& data-word="./${name}" data-word-proof="${proof}"`);
  if (after === before) throw new Error('the page does not say where the app is');
  writeFileSync(page, after);
  const names = Object.keys(metafile.inputs).map((path) => path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}
