// What a person does and reads, by the names that a screen reader says. Each waits for what it needs, a while.
//
// `scope` is a page, or a part of one found by `part`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Firefox looks its accessibility tree through anew for each name.
const patience = process.env.BROWSER === 'firefox' ? 20_000 : 10_000;

/** Tries until it succeeds; the last failure is the one told. */
export async function eventually(act, within = patience) {
  const until = Date.now() + within;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** All elements with an accessible role and exact name, now. */
export async function all(scope, role, name) {
  const quoted = name.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const found = await scope.$$(`::-p-aria([name="${quoted}"]${role ? `[role="${role}"]` : ''})`);
  if (role || found.length < 2) return found;
  // Firefox gives a field's label too, whose name it is.
  const labels = await Promise.all(found.map((it) => it.evaluate((e) => e.matches('label, label *, legend'))));
  return labels.every(Boolean) ? found : found.filter((_, at) => !labels[at]);
}

/** The one element with a role and name: a group, article, table, region … to look within. */
export async function part(scope, role, name) {
  return eventually(() => one(scope, role, name));
}

export async function click(scope, role, name) {
  await eventually(async () => (await one(scope, role, name)).click());
}

/** Writes in a field as a person does, and leaves it. In a select, `value` is the option's text. */
export async function fill(scope, label, value) {
  await eventually(async () => {
    const field = await one(scope, null, label);
    const kind = await field.evaluate((e) => (e.tagName === 'SELECT' ? 'select' : e.type));
    if (kind === 'select') return pick(field, value);
    // How a date is typed depends on the browser's language.
    if (['date', 'datetime-local', 'time', 'number'].includes(kind)) return put(field, value);
    await field.focus();
    await field.evaluate((e) => e.select());
    await field.press('Backspace');
    await field.type(value);
    await field.evaluate((e) => e.blur());
  });
}

/** Answers a question: presses the button `answer` in the group `group`. */
export async function choose(scope, group, answer) {
  await eventually(async () => {
    const within = await one(scope, 'group', group);
    const buttons = await within.$$('button[aria-pressed]');
    const words = await Promise.all(buttons.map((b) => b.evaluate((e) => e.innerText.trim())));
    const exact = words.indexOf(answer);
    // A derived answer says so behind its name.
    const found = exact >= 0 ? exact : words.findIndex((word) => word.startsWith(answer));
    assert.notEqual(found, -1, `"${group}" has no answer "${answer}", only: ${words.join(', ')}`);
    await buttons[found].click();
  });
}

/** Ticks a checkbox, or takes the tick away. */
export async function check(scope, label, on = true) {
  await eventually(async () => {
    const box = await one(scope, 'checkbox', label);
    if ((await box.evaluate((e) => e.checked)) !== on) {
      await box.focus();
      await box.press(' ');
    }
    assert.equal(await box.evaluate((e) => e.checked), on, `${label} did not change`);
  });
}

/** Waits for a heading. */
export async function heading(scope, name) {
  return part(scope, 'heading', name);
}

/** Waits until what is shown holds `needle`: a string, or a pattern. */
export async function text(scope, needle) {
  await eventually(async () => {
    const shown = await read(scope);
    const holds = needle instanceof RegExp ? needle.test(shown) : shown.includes(needle);
    assert.ok(holds, `not shown: ${needle}\n--- what is shown:\n${shown.slice(0, 4000)}`);
  });
}

/** Waits until what is shown no longer holds `needle`. */
export async function noText(scope, needle) {
  await eventually(async () => assert.ok(!(await read(scope)).includes(needle), `still shown: ${needle}`));
}

/** What a person can read there, with even spaces. */
export async function read(scope) {
  const root = scope.goto ? await scope.$('body') : scope;
  const shown = await root.evaluate((e) => e.innerText);
  return shown.replace(/[\u00a0\t ]+/g, ' ');
}

/** Does what starts a download, and gives the file: its name, path and text. */
export async function download(page, act) {
  const before = page.downloads.length;
  await act();
  return eventually(() => {
    const file = page.downloads[before];
    assert.ok(file?.done, 'nothing was downloaded');
    return { name: file.name, path: file.path, text: readFileSync(file.path, 'utf8') };
  });
}

/** Chooses files with the file button `name`. Chromium does not find file inputs by name, so their labels are read. */
export async function upload(page, name, ...paths) {
  const input = await eventually(async () => {
    const inputs = await page.$$('input[type=file]');
    const names = await Promise.all(inputs.map((i) => i.evaluate((e) => e.labels[0]?.innerText.trim())));
    assert.ok(names.includes(name), `there is no file button "${name}", only: ${names.join(', ')}`);
    return inputs[names.indexOf(name)];
  });
  const [chooser] = await Promise.all([page.waitForFileChooser(), input.click()]);
  await chooser.accept(paths);
}

/** Fails with what axe-core finds against WCAG 2.2 AA. */
export async function accessible(page) {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, { runOnly: tags });
    return violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`);
  });
  assert.deepEqual(found, []);
}

/** Fails if the page must be scrolled sideways; tables in a frame of their own may. */
export async function fitsWidth(page) {
  const [content, window_] = await page.evaluate(() => {
    const root = document.documentElement;
    return [root.scrollWidth, root.clientWidth];
  });
  assert.ok(content <= window_, `the page is ${content} px wide in a window of ${window_} px`);
}

async function one(scope, role, name) {
  const found = await all(scope, role, name);
  const what = `${role ?? 'element'} "${name}"`;
  assert.notEqual(found.length, 0, `there is no ${what}`);
  assert.equal(found.length, 1, `there are ${found.length} of ${what}: look within a part`);
  return found[0];
}

async function pick(select, option) {
  const value = await select.evaluate(
    (e, wanted) => [...e.options].find((o) => o.text.trim() === wanted)?.value,
    option,
  );
  assert.notEqual(value, undefined, `there is no option "${option}"`);
  await select.select(value);
}

async function put(field, value) {
  await field.focus();
  await field.evaluate((e, written) => {
    e.value = written;
    e.dispatchEvent(new Event('input', { bubbles: true }));
    e.dispatchEvent(new Event('change', { bubbles: true }));
    e.blur();
  }, value);
}
