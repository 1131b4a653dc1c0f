// Doing something many times, and what it cost each time.

export async function times(runs, act) {
  for (let run = 0; run < runs; run += 1) await act(run);
}

/**
 * Does an act in the page so many times, after one that only warms up. Gives, under names that begin with `name`: time to
 * the frame, time the main thread was busy, the longest task, and what was done with the storage.
 */
export async function acts(page, name, runs, act) {
  const figures = { [name]: [], [`${name}Busy`]: [], [`${name}Task`]: [], [`${name}Saves`]: [] };
  const busy = async () => {
    const { metrics } = await page.session.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'TaskDuration').value * 1_000;
  };
  await page.bringToFront();
  await times(runs + 1, async (run) => {
    await page.evaluate(() => window.bench.longest());
    const before = await busy();
    const { took, storage } = await page.evaluate(
      async (source, run) => {
        const { bench } = window;
        bench.storage = { calls: 0, characters: 0, ms: 0 };
        return { took: await bench.frame(() => bench.acts[source](run)), storage: bench.storage };
      },
      await kept(page, act),
      run,
    );
    const spent = (await busy()) - before;
    const task = await page.evaluate(() => window.bench.longest());
    if (run === 0) return;
    figures[name].push(took);
    figures[`${name}Busy`].push(spent);
    figures[`${name}Task`].push(task);
    figures[`${name}Saves`].push(storage);
  });
  return figures;
}

/** Puts a function into the page, whose policy allows no code from texts; gives its name there. */
async function kept(page, act) {
  const name = String(act).length + String(act).slice(0, 200);
  await page.session.send('Runtime.evaluate', {
    expression: `(window.bench.acts ??= {})[${JSON.stringify(name)}] ??= ${act}`,
  });
  return name;
}
