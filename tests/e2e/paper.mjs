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

/** Fails where there is ink at the very edge of a page: something is cut there. `inside` are millimetres: left and right, top and bottom. */
export function clearEdges(path, [sides, ends]) {
  const dots = 72;
  const raster = execFileSync('pdftoppm', ['-r', String(dots), '-gray', path], { maxBuffer: 512 * 1024 * 1024 });
  let at = 0;
  for (let page = 1; at < raster.length; page += 1) {
    const head = raster.subarray(at, at + 40).toString('latin1').match(/^P5\s+(\d+)\s+(\d+)\s+255\s/);
    const [width, height] = head.slice(1).map(Number);
    const pixels = raster.subarray(at + head[0].length, at + head[0].length + width * height);
    at += head[0].length + width * height;
    const [x, y] = [sides, ends].map((millimetres) => Math.floor((millimetres / 25.4) * dots));
    const light = (from, to, row) => pixels.subarray(row * width + from, row * width + to).every((pixel) => pixel > 200);
    for (let row = 0; row < height; row += 1) {
      const isEnd = row < y || row >= height - y;
      const clear = isEnd ? light(0, width, row) : light(0, x, row) && light(width - x, width, row);
      if (!clear) throw new Error(`page ${page} has ink at its edge, ${Math.round((row / dots) * 25.4)} mm down`);
    }
  }
}
