// A person with a keyboard and nothing else: goes from stop to stop, and knows where they are by what is seen and said.

import assert from 'node:assert/strict';
import { eventually } from './acts.mjs';

/** What has the focus: its name as a screen reader says it, what it is, and what is wrong with how it is shown. */
export function stop(page) {
  return page.evaluate(() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const words = (node) => node.innerText?.replace(/\s+/g, ' ').trim() ?? '';
    const named = e.getAttribute('aria-labelledby')?.split(' ').map((id) => words(document.getElementById(id))).join(' ');
    const name = e.getAttribute('aria-label') ?? named ?? ([...(e.labels ?? [])].map(words).join(' ') || words(e));
    const group = e.closest('fieldset, [role=group], article, section, dialog');
    // A box that is drawn by its label shows the focus there.
    const byLabel = e.matches('[type=checkbox], [type=radio], [type=file]') && e.labels.length > 0;
    const seen = byLabel ? e.labels[0] : e;
    const styles = [getComputedStyle(e), ...(byLabel ? [getComputedStyle(seen), getComputedStyle(seen, '::before')] : [])];
    // In a picture a line is drawn around the part.
    const drawn = e.querySelector('.flow__hit');
    const line = drawn && getComputedStyle(drawn);
    const shown = styles.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
      // The sign of the calendar in a field for a day is the browser's own, and so is how it shows its focus.
      || (e.matches('[type=date], [type=datetime-local]') && !e.matches(':focus-visible'))
      || (line && line.stroke !== 'none' && parseFloat(line.strokeWidth) >= 4);
    const box = seen.getClientRects()[0];
    const wrong = [];
    if (!shown && !e.matches('h1, h2, h3, main')) wrong.push('its focus is not seen');
    if (!box || box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1) wrong.push('it is outside the window');
    else {
      const [x, y] = [Math.min(Math.max(box.left + Math.min(box.width / 2, 40), 0), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1)];
      const top = document.elementFromPoint(x, y);
      const same = top && (seen.contains(top) || top.contains(seen) || top.closest('label') === seen);
      if (!same) wrong.push(`it lies under ${top?.outerHTML.slice(0, 80)}`);
    }
    if (!name) wrong.push('it has no name');
    return { name, tag: e.tagName, id: e.id, within: group ? words(group).slice(0, 60) : '', wrong, html: e.outerHTML.slice(0, 140) };
  });
}

/** Goes on with Tab (or back) until a stop has this name; every stop on the way must be seen. */
export async function tabTo(page, name, { back = false, most = 250 } = {}) {
  const fits = (at) => at && (name instanceof RegExp ? name.test(at.name) : at.name === name);
  const passed = [];
  for (let presses = 0; presses < most; presses += 1) {
    if (back) await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (back) await page.keyboard.up('Shift');
    const at = await stop(page);
    if (at) assert.deepEqual(at.wrong, [], at.html);
    if (fits(at)) return at;
    passed.push(at?.name);
  }
  assert.fail(`Tab does not come to ${name}, only to:\n${passed.join('\n')}`);
}

/** Comes to a control and presses it. */
export async function press(page, name, key = 'Enter', options) {
  await tabTo(page, name, options);
  await page.keyboard.press(key);
}

/** Comes to a field and writes in it. */
export async function write(page, name, text, options) {
  await tabTo(page, name, options);
  await page.keyboard.type(text);
}

/** Waits until the focus is at a heading: where a page, or a step, begins. */
export async function beginsAt(page, heading) {
  await eventually(async () => {
    const at = await stop(page);
    const fits = heading instanceof RegExp ? heading.test(at?.name) : at?.name === heading;
    assert.ok(fits && /^H\d$/.test(at.tag), `the focus is at ${JSON.stringify(at)}`);
  });
}

/** All stops from the top of the page to its end, in the order of Tab, with their places on the page. */
export async function stops(page, most = 600) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    getSelection().removeAllRanges();
    scrollTo(0, 0);
  });
  const seen = [];
  const known = new Set();
  for (;;) {
    await page.keyboard.press('Tab');
    const at = await stop(page);
    if (!at) return seen;
    const place = await page.evaluate(() => {
      const e = document.activeElement;
      e.stopId ??= `${Math.random()}`;
      const { left, right, top, bottom } = e.getBoundingClientRect();
      return { key: e.stopId, left, right, top: top + scrollY, bottom: bottom + scrollY, part: e.closest('main') ? 'main' : 'around' };
    });
    // A field for a day has a stop for each of its numbers.
    if (seen.at(-1)?.key === place.key) continue;
    // Round again: the browser itself has no stop here.
    if (known.has(place.key)) return assert.equal(seen[0].key, place.key, `the keyboard is caught at ${at.html}`) ?? seen;
    known.add(place.key);
    seen.push({ ...at, ...place });
    assert.ok(seen.length < most, `more than ${most} stops: ${seen.slice(-5).map((it) => it.name).join(' | ')}`);
  }
}
