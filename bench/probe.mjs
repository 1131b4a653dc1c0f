// What runs inside the measured pages, set up before their own scripts: clocks for frames, and counts of what they do.

/** Installed in each new document; `ready` is the selector of what stands when the page can be used. */
export function probe(ready) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const bench = { tasks: [], storage: { calls: 0, characters: 0, ms: 0 }, memory: null };
  window.bench = bench;

  // From the dispatch of the event to the second frame callback after it. The first callback runs before the frame that
  // shows the change is laid out and painted; the second begins only when that is done, so all the work lies between.
  // Event Timing would tell the presentation itself, but rounded to 8 ms and not for events that a script dispatches.
  // The moment within a frame is drawn at random, as a person's is.
  bench.frame = async (act) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 17));
    const from = performance.now();
    act();
    await frame();
    await frame();
    return performance.now() - from;
  };

  // The same, for what comes some frames later.
  bench.until = async (act, selector) => {
    const from = performance.now();
    act?.();
    do await frame();
    while (!document.querySelector(selector));
    await frame();
    return performance.now() - from;
  };

  /** The longest task since the last look; they are told some time after. */
  bench.longest = async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5_000 }));
    return Math.max(0, ...bench.tasks.splice(0));
  };
  new PerformanceObserver((list) => bench.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
    type: 'longtask',
    buffered: true,
  });

  for (const name of ['getItem', 'setItem', 'removeItem', 'key']) {
    const original = Storage.prototype[name];
    Storage.prototype[name] = function (...args) {
      const from = performance.now();
      bench.storage.calls += 1;
      if (name === 'setItem') bench.storage.characters += args[0].length + args[1].length;
      try {
        return original.apply(this, args);
      } finally {
        bench.storage.ms += performance.now() - from;
      }
    };
  }

  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await original.apply(WebAssembly, args);
      // The first part of the program has it; the rest takes it from there.
      bench.memory ??= (made.instance ?? made).exports.memory;
      return made;
    };
  }

  bench.nodes = () => {
    const walker = document.createTreeWalker(document);
    let count = 1;
    while (walker.nextNode()) count += 1;
    return count;
  };

  bench.stored = () => Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0);

  bench.paint = new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const first = list.getEntriesByName('first-contentful-paint')[0];
      if (first) resolve(first.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  bench.ready = bench.until(null, ready).then(() => performance.now());
}
