// What is held of every page, however its reader has it shown: by axe-core, and by measures of our own.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const colours = {
  light: [],
  dark: [{ name: 'prefers-color-scheme', value: 'dark' }],
  forced: [{ name: 'forced-colors', value: 'active' }],
};

/** The ways of one state that are looked at. What is asked of axe: all it knows, or what the way can change. */
export const everyLook = [
  { colour: 'light', width: 1280 },
  { colour: 'light', width: 320 },
  { colour: 'dark', width: 1280, rules: ['color-contrast', 'link-in-text-block'] },
  { colour: 'forced', width: 320, rules: ['color-contrast', 'link-in-text-block'] },
  { colour: 'light', width: 1280, text: 2, rules: ['target-size', 'scrollable-region-focusable'] },
];

/** Looks at what a page shows now, in every way; gives what is found wrong, once, with the state's name and the ways. */
export async function wrongIn(page, state, looks = everyLook) {
  const session = (page.session ??= await page.createCDPSession());
  const ways = new Map();
  for (const { colour, width, text = 1, rules } of looks) {
    await session.send('Emulation.setEmulatedMedia', { features: colours[colour] });
    await page.setViewport({ width, height: width > 400 ? 900 : 640 });
    await enlarge(page, text);
    const way = `${colour} ${width} px${text > 1 ? ', text twice as large' : ''}`;
    for (const it of [...(await byAxe(page, rules)), ...(await byMeasure(page))]) ways.set(it, [...(ways.get(it) ?? []), way]);
  }
  await session.send('Emulation.setEmulatedMedia', { features: [] });
  await page.setViewport({ width: 1280, height: 900 });
  await enlarge(page, 1);
  return [...ways].map(([it, seen]) => `${state} (${seen.join('; ')}): ${it}`);
}

/** As a browser's own "text only" enlarging: all sizes are of the root's. */
const enlarge = (page, times) =>
  page.evaluate((size) => { document.documentElement.style.fontSize = size; }, times > 1 ? `${62.5 * times}%` : '');

async function byAxe(page, rules) {
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axe);
  return page.evaluate(async (rules) => {
    const runOnly = rules ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary.split('\n')[1] ?? ''}`);
  }, rules);
}

/** What axe does not measure: the page's width, text that is cut off, and movement that nobody asked for. */
function byMeasure(page) {
  return page.evaluate(() => {
    const found = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      const framed = (e) => {
        for (let at = e; at; at = at.parentElement) if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return at !== document.body;
        return false;
      };
      const wide = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1 && e.checkVisibility() && !framed(e));
      found.push(`${root.scrollWidth} px wide, by ${wide.slice(-1).map((e) => e.outerHTML.slice(0, 120))}`);
    }
    for (const e of document.body.querySelectorAll('*')) {
      if (!e.checkVisibility({ visibilityProperty: true }) || e.closest('.sr-only, .visually-hidden, svg, textarea, select')) continue;
      const says = [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!says) continue;
      const { overflowX, overflowY } = getComputedStyle(e);
      const cut = (flow, has, room) => /hidden|clip/.test(flow) && has > room + 2;
      if (cut(overflowX, e.scrollWidth, e.clientWidth) || cut(overflowY, e.scrollHeight, e.clientHeight)) {
        found.push(`text is cut off: ${e.outerHTML.slice(0, 120)}`);
      }
    }
    return found;
  });
}
