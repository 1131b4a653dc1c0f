// Makes the app one file, to be opened without a web server: node parts/one-file/build.mjs SITE FILE
//
// It is made of the built site and of nothing else, so that both are the same app. A page opened from a disk may fetch
// nothing, so what the app would fetch lies in the page as data: text that a site's own people write as it is, the rest
// gzipped (./start.js reads it).

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';

const [site, to] = process.argv.slice(2);
/** What may be written by hand, in this file too. */
const own = ['site.json', 'underskriver-regler.json'];

const read = (name) => readFileSync(join(site, name));
const page = read('index.html').toString();
const at = (pattern) => {
  const found = page.match(pattern);
  if (!found) throw new Error(`the page has no ${pattern}`);
  return found[1].replace('./', '');
};
const [glue, wasm, rest, css] = [/data-js="([^"]+)"/, /data-wasm="([^"]+)"/, /data-rest="([^"]+)"/, /rel="stylesheet" href="([^"]+)"/].map(at);

const style = read(css)
  .toString()
  // The mark of a file's encoding would be part of the first rule here.
  .replace(/^\uFEFF/, '')
  .replace(/url\("?((?:fonts|icons)\/[\w.-]+)"?\)/g, (_, name) => `url("${inline(name)}")`);
const script = bundle();
const blocks = [...files('').filter(isFetched), wasm, rest].sort().map(block);

let made = page
  .replace(/[ \t]*<(?:script\b|link\b|meta name="app")[^>]*>(?:<\/script>)?\n?/g, (tag) => (/rel="icon"/.test(tag) ? tag : ''))
  .replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, `$1${policy()}`)
  .replace('./favicon.svg', () => inline('favicon.svg'))
  .replace('</head>', () => `<style>${style}</style>\n</head>`)
  .replace('</body>', () => `${blocks.join('\n')}\n<script>${script}</script>\n</body>`);
for (const left of made.matchAll(/\b(?:src|href)="(?!data:|#)([^"]*)"/g)) throw new Error(`it would fetch ${left[1]}`);
writeFileSync(to, made);

function policy() {
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function bundle() {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('start.js', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    alias: { glue: resolve(site, glue) },
    // Where the glue looks for what is beside it.
    define: { 'import.meta.url': 'document.baseURI', WASM: JSON.stringify(wasm) },
  });
  const text = outputFiles[0].text.trim();
  // A comment's beginning alone does no harm; with a script's after it, the page would not see the script's end.
  if (/<\/?script/i.test(text)) throw new Error('the script would end before its end, or not at all');
  return text;
}

function files(within) {
  return readdirSync(join(site, within), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? files(`${within}${entry.name}/`) : `${within}${entry.name}`));
}

/** What the app fetches or shows, beside its own parts: data, the licences among it, and the guide's pictures. */
function isFetched(name) {
  return /\.(json|webp)$/.test(name);
}

function block(name) {
  if (own.includes(name)) {
    const text = read(name).toString().trim();
    if (/<\/script|<!--/i.test(text)) throw new Error(`${name} cannot stand in a page`);
    return `<script type="application/json" data-file="${name}">\n${text}\n</script>`;
  }
  // Pictures are small as they are, and shown as they stand here.
  if (name.endsWith('.webp')) return `<script type="image/webp" data-file="${name}">${read(name).toString('base64')}</script>`;
  // Gzip's header has no time and says nothing of the machine, so that the same site gives the same file.
  const packed = gzipSync(read(name), { level: 9 });
  packed[9] = 255;
  return `<script type="text/plain" data-file="${name}" data-packed>${packed.toString('base64')}</script>`;
}

function inline(name) {
  const type = name.endsWith('.svg') ? 'image/svg+xml' : 'font/woff2';
  return `data:${type};base64,${read(name).toString('base64')}`;
}
