// Draws the icons of the installed app from favicon.svg: `node parts/offline/icons.mjs`, after that is changed.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { launching } from '../../tests/e2e/chromium.mjs';

const site = new URL('../../public/', import.meta.url);
const svg = readFileSync(new URL('favicon.svg', site), 'utf8');
// A system that cuts icons to a shape of its own needs ink within four fifths, and no corners.
const full = svg.replace(' rx="6"', '').replace('viewBox="0 0 32 32"', 'viewBox="-3 -3 38 38"').replace('<rect width="32" height="32"', '<rect x="-3" y="-3" width="38" height="38"');
const icons = [['icon-192.png', svg, 192], ['icon-512.png', svg, 512], ['icon-maskable-512.png', full, 512]];

const folder = mkdtempSync(join(tmpdir(), 'icons-'));
const browser = await puppeteer.launch(launching(folder));
try {
  for (const [name, drawing, size] of icons) {
    const page = await browser.newPage();
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${drawing}`);
    writeFileSync(new URL(name, site), await page.screenshot({ omitBackground: true, optimizeForSpeed: false }));
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
