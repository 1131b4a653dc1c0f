// Three people in three roles, whose files cross in the mail: one real conflict, settled once, and all have the same.

import assert from 'node:assert/strict';
import { click, fill, noText, part, story, text, upload } from './harness.mjs';
import { everything, exportCase, goTo, introduce, merge, shared, shows } from './case.mjs';

const notes = { mette: 'BEST-1', jonas: 'Går i drift til foråret.' };

/** Takes a file in; where there is nothing new, says so and leaves it. */
async function receive(page, file) {
  await merge(page, file);
  await text(page, 'Filen er flettet ind');
}

async function addPerson(page, name) {
  await goTo(page, 'Stamdata');
  await fill(page, 'Ny person', name);
  await (await page.$('::-p-aria([name="Ny person"])')).press('Enter');
  await text(page, `»${name}« er tilføjet`);
}

/** The version code that is shown, and what a file from there holds. */
async function version(page) {
  await goTo(page, 'Historik');
  const shown = await page.$eval('main', (main) => main.innerText.match(/koden (\w{4}-\w{4})/)[1]);
  const { exported, events } = JSON.parse((await exportCase(page)).text);
  assert.equal(exported.code, shown, 'the screen and the file say the same');
  return { code: shown, events: events.map((event) => event.id).sort() };
}

story('three roles whose files cross have one conflict, which one of them settles, and end with the same version', async ({ site, profile }) => {
  const address = await site();
  const { mette, jonas, file } = await shared(async () => address, profile);
  const karen = await (await profile()).open(address);
  await introduce(karen, 'Karen Lind', 'KL');
  await upload(karen, 'Åbn fil', file.path);
  await shows(karen, 'Overblik');
  for (const [page, role] of [[mette, 'Systemejer'], [jonas, 'Systemansvarlig'], [karen, 'Forvaltningsansvarlig (nyt)']]) {
    await click(page, 'checkbox', role);
    await goTo(page, 'Stamdata');
  }

  // All three work; two of them on the same thing.
  await fill(mette, 'BestillingsID', notes.mette);
  await fill(jonas, 'Bemærkning', notes.jonas);
  await fill(karen, 'BestillingsID', 'BEST-2');
  await addPerson(karen, 'Ole Vang');
  await addPerson(jonas, 'Lis Bak');

  // Each mails to both others before anything has come; the letters arrive in another order with each.
  const [fromMette, fromJonas, fromKaren] = [await exportCase(mette), await exportCase(jonas), await exportCase(karen)];
  await receive(mette, fromKaren);
  await receive(mette, fromJonas);
  await receive(jonas, fromMette);
  await receive(jonas, fromKaren);
  await receive(karen, fromJonas);
  await receive(karen, fromMette);
  assert.deepEqual(await version(mette), await version(jonas));
  assert.deepEqual(await version(mette), await version(karen));
  for (const page of [mette, jonas, karen]) {
    await goTo(page, 'Overblik');
    const conflicts = await part(page, 'region', 'Konflikter');
    await text(conflicts, 'BEST-1');
    await text(conflicts, 'BEST-2');
    assert.equal((await conflicts.$$('.conflicts > li')).length, 1, 'only what two people wrote is a conflict');
  }

  // One settles it while another goes on with something else, and their files cross again.
  await fill(await part(jonas, 'region', 'Konflikter'), 'Eller skriv noget tredje', 'BEST-3');
  await click(await part(jonas, 'region', 'Konflikter'), 'button', 'Brug det, jeg har skrevet');
  await noText(jonas, 'Konflikter');
  await addPerson(karen, 'Per Due');
  const [settled, more] = [await exportCase(jonas), await exportCase(karen)];
  await receive(karen, settled);
  await receive(jonas, more);
  await merge(mette, settled, more);
  await text(mette, 'Filen er flettet ind');
  const versions = [await version(mette), await version(jonas), await version(karen)];
  assert.deepEqual(versions[1], versions[0]);
  assert.deepEqual(versions[2], versions[0]);
  for (const page of [mette, jonas, karen]) {
    await goTo(page, 'Overblik');
    await noText(page, 'Konflikt');
    await goTo(page, 'Stamdata');
    const { text: shown, fields } = await everything(page);
    assert.ok(fields.includes('BEST-3') && fields.includes(notes.jonas), fields.join());
    for (const name of ['Ole Vang', 'Lis Bak', 'Per Due']) assert.ok(shown.includes(name), `${name} is there`);
  }
});
