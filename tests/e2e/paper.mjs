// The page on paper: printed to PDF by the browser, read back as text.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Prints the page to a PDF in its profile's folder, as "Udskriv" would, and gives the path. */
export async function pdf(page, name = 'print.pdf') {
  const path = join(page.folder, name);
  await page.pdf({ path, preferCSSPageSize: true });
  return path;
}

/** The text of each page, laid out as printed. */
export function pdfText(path) {
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

/** How many pages, and their size in millimetres. */
export function pdfInfo(path) {
  const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
  const number = (pattern) => info.match(pattern).slice(1).map(Number);
  const millimetres = (points) => Math.round((points * 25.4) / 72);
  const [pages] = number(/^Pages:\s+(\d+)/m);
  const [width, height] = number(/^Page size:\s+([\d.]+) x ([\d.]+) pts/m).map(millimetres);
  return { pages, width, height };
}

/** Every word with its place in points from the upper left corner of its page. */
export function pdfWords(path) {
  const boxes = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const words = [];
  let page = 0;
  for (const line of boxes.split('\n')) {
    if (line.includes('<page ')) page += 1;
    const found = line.match(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/);
    if (!found) continue;
    const [left, top, right, bottom] = found.slice(1, 5).map(Number);
    words.push({ page, left, top, right, bottom, text: found[5] });
  }
  return words;
}
