// Starts the app without inline script, and says so calmly when it cannot start.

const byId = (id) => document.getElementById(id);
const remove = (id) => byId(id)?.remove();

async function start() {
  const { js, wasm, rest } = document.querySelector('meta[name="app"]').dataset;
  const at = (address) => new URL(address, document.baseURI);
  // Who comes to a page of a case needs the rest of the program too: then it comes beside the first part, not after it.
  if (rest && location.hash.startsWith('#/sag/')) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: at(rest) }));
  }
  const app = await import(at(js));
  await app.default({ module_or_path: at(wasm) });
}

byId('boot-loading').hidden = false;
try {
  await start();
  remove('boot-failed');
} catch (error) {
  console.error(error);
  // Not there when the app itself has taken the page over to say what went wrong.
  byId('boot-failed')?.removeAttribute('hidden');
} finally {
  remove('boot-loading');
}
