// A phone: a narrow screen, and fingers.

import assert from 'node:assert/strict';
import { casePages, shows } from './case.mjs';
import { eventually, fitsWidth, part, story, text } from './harness.mjs';

const phone = { width: 360, height: 740, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

const tap = (scope, role, name) => eventually(async () => {
  const [it] = await scope.$$(`::-p-aria([name="${name}"][role="${role}"])`);
  assert.ok(it, `there is no ${role} "${name}"`);
  await it.tap();
});

story('every page is reached, read and used with a finger; wide tables move within their frame', async ({ site, profile }) => {
  const page = await (await profile()).open(await site(), { prepare: (page) => page.setViewport(phone) });
  await tap(page, 'button', 'Prøv med eksempelsag');
  await shows(page, 'Overblik');
  for (const name of [...casePages.slice(1), casePages[0]]) {
    await tap(await part(page, 'navigation', 'Sagens sider'), 'link', name);
    await shows(page, name);
    await fitsWidth(page);
    // The page begins where it is read, not at the case's own menu.
    await eventually(async () => {
      const top = await page.$eval('main h1', (e) => e.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < phone.height / 2, `${name} begins ${top} px down`);
    });
    // No zoom of its own accord: a field smaller than this is zoomed to by some phones.
    const small = await page.$$eval('main :is(input:not([type=checkbox], [type=radio], [type=file]), select, textarea)', (all) => all.filter((e) => e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) < 14).map((e) => e.id));
    assert.deepEqual(small, [], name);
  }
  await tap(await part(page, 'navigation', 'Sagens sider'), 'link', 'Ruter');
  await shows(page, 'Ruter');
  const frame = await page.$('.table-wrap');
  const wide = await frame.evaluate((e) => {
    e.scrollLeft = 10_000;
    return [e.scrollWidth > e.clientWidth, e.scrollLeft > 0];
  });
  assert.deepEqual(wide, [true, true], 'the table does not move in its frame');
  await tap(page, 'link', 'SP-1080 Ukendt rute fra Helpdesk');
  await shows(page, 'Rute SP-1080 Ukendt rute fra Helpdesk');
  const question = await part(page, 'group', 'Hvad skal der ske med ruten?');
  await tap(question, 'button', 'Bevar');
  await eventually(async () => {
    const pressed = await question.$$eval('[aria-pressed="true"]', (all) => all.map((e) => e.innerText.trim()));
    assert.deepEqual(pressed, ['Bevar']);
  });
  await tap(page, 'button', 'Fortryd');
  await text(page, 'Fortrudt');
}, { notInFirefox: 'no touch is emulated there' });
