// Starts the app without inline script, and says so calmly when it cannot start.

const byId = (id) => document.getElementById(id);
const remove = (id) => byId(id)?.remove();
const { js, wasm, wasmProof, rest, restProof, ...others } = document.querySelector('meta[name="app"]').dataset;
const at = (address) => new URL(address, document.baseURI);

// The page's policy lets no text become markup or script. Only what the page itself names may be fetched as a script.
globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL: (address) => (Object.values(others).some((named) => at(named).href === at(address).href) ? address : null),
});

async function start() {
  // Who comes to a page of a case needs the rest of the program too: then it comes beside the first part, not after it.
  if (rest && location.hash.startsWith('#/sag/')) {
    const preload = { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', integrity: restProof, href: at(rest) };
    document.head.append(Object.assign(document.createElement('link'), preload));
  }
  // What the browser has looked at once it does not import otherwise: the page's preload says what this must hold.
  const app = await import(at(js));
  // A debug build has no proof of what changes with every edit.
  const whole = (cache) => fetch(at(wasm), wasmProof ? { integrity: wasmProof, cache } : {});
  // What the browser keeps for good may be what failed: then the host is asked once more.
  await app.default({ module_or_path: whole('default').catch(() => whole('reload')) });
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
