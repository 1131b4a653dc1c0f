// How a role plays its part: it takes its turn at "Min tur", and does there what its card says.

import assert from 'node:assert/strict';
import { check, click, eventually, fill, part, text } from './acts.mjs';
import { goTo } from './case.mjs';

export const SE = 'Systemejer';
export const SA = 'Systemansvarlig';
export const FN = 'Forvaltningsansvarlig (nyt)';
export const FG = 'Forvaltningsansvarlig (gammelt)';
export const HD = "SP's Helpdesk";
export const SI = 'Systemansvarlig (involveret)';
export const FI = 'Forvaltningsansvarlig (involveret)';

/** Takes on one role, and none besides. */
export async function be(page, role) {
  await eventually(async () => {
    const choice = await part(page, 'group', 'Min rolle');
    for (const open of ['Skift rolle', 'Vælg rolle']) {
      for (const button of await choice.$$(`::-p-aria([name="${open}"][role="button"])`)) await button.click();
    }
    await check(choice, role);
    const chosen = await choice.$$eval('input:checked', (boxes) => boxes.map((box) => box.labels[0].innerText.trim()));
    for (const other of chosen.filter((name) => name !== role)) await check(choice, other, false);
  });
}

/** The part of "Min tur" that says what can be done now. */
export async function myTurn(page, role) {
  await be(page, role);
  await goTo(page, 'Min tur');
  return now(page);
}

/** Does its part of an activity, which is its turn now. `name` is its reference and official name. */
export async function does(page, role, name) {
  await myTurn(page, role);
  await press(page, role, await turn(page, name), 'Markér udført');
  await gone(page, name);
}

/** Several activities in a row by one role. */
export async function doesAll(page, role, names) {
  for (const name of names) await does(page, role, name);
}

/** Answers a question that is its turn to answer now: a card of its own, or within the activity it decides. */
export async function decides(page, role, question, answer, activity) {
  await myTurn(page, role);
  const scope = activity ? await turn(page, activity) : await now(page);
  const group = await part(scope, 'group', question);
  await eventually(async () => {
    const buttons = await group.$$('button[aria-pressed]');
    const words = await Promise.all(buttons.map((button) => button.evaluate((e) => e.innerText.trim())));
    assert.ok(words.includes(answer), `no answer "${answer}", only: ${words.join(', ')}`);
    await buttons[words.indexOf(answer)].click();
  });
  await gone(page, activity ?? question);
}

/** The role has nothing to do now, and is told what it waits for. */
export async function waitsFor(page, role, what) {
  const here = await myTurn(page, role);
  await text(here, 'Du har ikke noget at gøre lige nu.');
  const waiting = await section(page, 'Venter på');
  await text(waiting, what);
}

/** It is the role's turn to do this now. */
export async function hasTurn(page, role, name) {
  await myTurn(page, role);
  await turn(page, name);
}

/** The card of an activity, wherever on the page; `name` may leave out what it is about. */
export async function card(scope, name) {
  return eventually(async () => {
    const root = scope.goto ? await scope.$('main') : scope;
    const handle = await root.evaluateHandle((root, wanted) => {
      const named = (article) => article.querySelector('h3')?.innerText.replace(/\s+/g, ' ').trim() ?? '';
      return [...root.querySelectorAll('article')].find(
        (article) => named(article) === wanted || named(article).startsWith(`${wanted} ·`),
      );
    }, name);
    const found = handle.asElement();
    assert.ok(found, `there is no card "${name}"`);
    return found;
  });
}

async function now(page) {
  return section(page, 'Min tur nu');
}

async function section(page, title) {
  return eventually(async () => {
    const handle = await page.evaluateHandle((wanted) => {
      const sections = [...document.querySelectorAll('main section')];
      return sections.find((section) => section.querySelector('h2')?.innerText.startsWith(wanted));
    }, title);
    const found = handle.asElement();
    assert.ok(found, `there is no section "${title}"`);
    return found;
  });
}

/** The card of what is to be done now; it says so. */
async function turn(page, name) {
  const found = await card(await now(page), name);
  await text(found, 'Klar');
  return found;
}

/** Presses the role's own button on a card that several share. */
async function press(page, role, scope, name) {
  await eventually(async () => {
    const buttons = await scope.$$('button');
    const names = await Promise.all(
      buttons.map((button) =>
        button.evaluate((e) => {
          const of = document.getElementById(e.getAttribute('aria-describedby'))?.innerText.trim() ?? '';
          return { name: e.innerText.trim(), of };
        }),
      ),
    );
    const mine = ({ name: words, of }) => words === name && (of === role || of.startsWith(`${role} ·`));
    const alone = names.filter((words) => words.name === name).length === 1;
    const found = names.findIndex((words) => mine(words) || (alone && words.name === name));
    assert.notEqual(found, -1, `no "${name}" of ${role}: ${JSON.stringify(names)}`);
    await buttons[found].click();
  });
}

/** What is done is no longer among what there is to do; whose turn it is instead may be told there. */
async function gone(page, name) {
  await eventually(async () => {
    const cards = await (await now(page)).$$eval('article h3, legend', (heads) => heads.map((head) => head.innerText.replace(/\s+/g, ' ').trim()));
    assert.ok(!cards.some((card) => card === name || card.startsWith(`${name} ·`)), `still to be done: ${name}`);
  });
}

// Facts of the case

/** Adds an organisation, a system or a person under "Stamdata". */
export async function add(page, label, name) {
  await fill(page, label, name);
  await (await page.$(`::-p-aria([name="${label}"])`)).press('Enter');
  await text(page, `»${name}« er tilføjet`);
}

/** A person with their roles. */
export async function addPerson(page, { name, initials, organisation, roles }) {
  await add(page, 'Ny person', name);
  const person = await part(page, 'group', name);
  await fill(person, 'Initialer', initials);
  await fill(person, 'E-mail', `${initials.toLowerCase()}@example.dk`);
  if (organisation) await fill(person, 'Organisation', organisation);
  for (const role of roles) await check(person, role);
}

/** An involved system and who is responsible for it. */
export async function addSystem(page, name, organisation) {
  await add(page, 'Nyt involveret it-system', name);
  const system = await part(page, 'group', name);
  await fill(system, 'Systemansvarlig organisation', organisation);
  await fill(system, 'Forvaltningsansvarlig organisation', organisation);
}

/** Opens a route's own page from the list. */
export async function openRoute(page, name) {
  await goTo(page, 'Ruter');
  const table = await part(page, 'table', 'Ruteoverblik');
  await click(table, 'link', name);
  await part(page, 'heading', `Rute ${name}`);
}
