// Two files of one case, merged: what stands still meanwhile, and what is shown of it.

import { partedCase } from './cases.mjs';
import { chooseFile, longest, takeIn } from './app.mjs';
import { times } from './runs.mjs';

/** Figures of opening one file and merging the other into it. */
export async function measureMerge(browser, address, { routes, runs }) {
  const [mine, theirs] = partedCase({ routes, perRoute: 5 });
  const figures = { mergePreview: [], mergePreviewTask: [], mergeDo: [], mergeDoTask: [], mergeTask: [], mergeNodes: [], mergeStored: [] };
  const notes = {};
  await times(runs, async () => {
    const context = await browser.context();
    try {
      const page = await context.open(address, 'main h1');
      await takeIn(page, mine, {});
      await chooseFile(page, '#flet-fil', theirs.text);
      const read = await page.evaluate(watched, null, '#flet-overskrift');
      figures.mergePreview.push(read.took);
      figures.mergePreviewTask.push(await longest(page));
      figures.mergeNodes.push(await page.evaluate(() => window.bench.nodes()));
      const done = await page.evaluate(watched, 'section.merge .button-primary', 'main:not(:has(section.merge))');
      figures.mergeDo.push(done.took);
      figures.mergeDoTask.push(await longest(page));
      figures.mergeTask.push(Math.max(figures.mergePreviewTask.at(-1), figures.mergeDoTask.at(-1)));
      figures.mergeStored.push(await page.evaluate(() => window.bench.stored()));
      notes.saved = await page.$eval('.save-state', (element) => element.innerText.trim());
      notes.said = await page.$eval('.notices', (element) => element.innerText.trim().slice(0, 300));
      // What is over within a second needs no progress.
      notes.reading = { progress: read.progress, stop: read.stop };
      notes.merging = { progress: done.progress, stop: done.stop };
      notes.told = [read, done].every((one) => one.took < 1_000 || (one.progress && one.stop));
    } finally {
      await context.close();
    }
  });
  return { figures, notes };
}

/** In the page: presses something, waits, and looks meanwhile whether progress is shown and can be stopped. */
export async function watched(press, selector) {
  const { bench } = window;
  let [progress, stop, going] = [false, false, true];
  const look = () => {
    progress ||= document.querySelector('.notices progress') !== null;
    stop ||= document.querySelector('.notices progress ~ button') !== null;
    if (going) requestAnimationFrame(look);
  };
  look();
  const took = await bench.until(press ? () => document.querySelector(press).click() : null, selector);
  going = false;
  return { took, progress, stop };
}
