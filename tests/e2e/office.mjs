// LibreOffice as a person's office: opens what the app wrote; changes what a table's cells say, and saves it; prints.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Separated text as a Danish spreadsheet opens and saves it: semicolons, UTF-8, Danish numbers and days. */
const danish = 'Text - txt - csv (StarCalc):59,34,76,1,,1030,false,true';

/** Opens a downloaded table in LibreOffice, edits its cells, and saves it as the kind of file that it was. */
export async function edited(page, file, edit = (xml) => xml) {
  const kind = kindOf(file);
  const flat = await flattened(page, file);
  writeFileSync(flat, edit(readFileSync(flat, 'utf8')));
  return convert(page, flat, kind === 'csv' ? `csv:${danish}` : kind);
}

/** The cells of a downloaded table as LibreOffice understands them, row by row: texts, numbers, and days as `2026-11-23`. */
export async function cells(page, file) {
  const xml = readFileSync(await flattened(page, file), 'utf8');
  const rows = xml.split('<table:table-row').slice(1).map((row) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([^]*?)<\/table:table-cell>)/g)].flatMap(([, about, inner = '']) => {
      const attribute = (name) => about.match(new RegExp(`${name}="([^"]*)"`))?.[1];
      const texts = [...inner.matchAll(/<text:p>([^]*?)<\/text:p>/g)].map(([, line]) => line);
      const number = attribute('office:value');
      const value = attribute('office:date-value') ?? (number === undefined ? texts.join('\n') : Number(number));
      return Array(Math.min(Number(attribute('table:number-columns-repeated') ?? 1), 100)).fill(value);
    }),
  );
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/** A flat document is the spreadsheet as one XML text, which LibreOffice reads again as if the cells had been typed in. */
async function flattened(page, file) {
  const kind = kindOf(file);
  const opened = join(page.folder, `${page.downloads.length}.${kind}`);
  copyFileSync(file.path, opened);
  return convert(page, opened, 'fods', kind === 'csv' ? [`--infilter=${danish}`] : []);
}

const kindOf = (file) => file.name.split('.').at(-1);

/** A downloaded Word file as LibreOffice prints it: the path of the PDF. */
export async function printedByOffice(page, file) {
  const opened = join(page.folder, `${page.downloads.length}.${kindOf(file)}`);
  copyFileSync(file.path, opened);
  return convert(page, opened, 'pdf');
}

/** The text of a downloaded Word file, cell by cell. */
export async function readByOffice(page, file) {
  const opened = join(page.folder, `${page.downloads.length}.${kindOf(file)}`);
  copyFileSync(file.path, opened);
  return readFileSync(await convert(page, opened, 'txt:Text (encoded):UTF8'), 'utf8');
}

/** Puts another text in the one cell that has this text; a text of several lines is a paragraph for each. */
export function put(xml, before, after) {
  const parts = xml.split(paragraphs(before));
  assert.equal(parts.length, 2, `${parts.length - 1} cells have the text ${before}`);
  return parts.join(paragraphs(after));
}

function paragraphs(text) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
  return escaped.split('\n').map((line) => (line ? `<text:p>${line}</text:p>` : '<text:p/>')).join('');
}

async function convert(page, path, kind, opening = []) {
  const folder = join(page.folder, 'gemt');
  const profile = pathToFileURL(join(page.folder, 'kontor')).href;
  const program = process.env.SOFFICE ?? 'soffice';
  const said = await run(program, [`-env:UserInstallation=${profile}`, '--headless', ...opening, '--convert-to', kind, '--outdir', folder, path]);
  const saved = join(folder, `${basename(path).split('.')[0]}.${kind.split(':')[0]}`);
  assert.ok(said.stdout.includes(saved), `LibreOffice did not save it: ${said.stdout}${said.stderr}`);
  return saved;
}
