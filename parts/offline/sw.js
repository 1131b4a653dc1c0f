// The service worker: all files of one version, kept together, so that the site opens without network and never mixes two.
//
// The build writes VERSION, FILES, each path with what its file must hold, and LIVE, what a site changes without a new
// version (parts/offline/build.mjs). A version is
// fetched whole or not at all. It takes over when no page of an older one is open, or when a user asks for it.

const prefix = `udskift-it-system ${registration.scope} `;
const own = prefix + VERSION;
/** A site's settings, its rules, its logo: as they were last. */
const live = `${prefix}live`;
const at = (path) => new URL(path, registration.scope).href;
const page = at('index.html');
const files = new Set(Object.keys(FILES).map(at));

addEventListener('install', (event) => event.waitUntil(fill()));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('message', (event) => {
  if (event.data === 'version') event.ports[0].postMessage(VERSION);
  if (event.data === 'switch') event.waitUntil(skipWaiting());
  if (event.data === 'clean') event.waitUntil(clean());
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  const address = origin + pathname;
  if (request.method !== 'GET' || !address.startsWith(registration.scope)) return;
  if (request.mode === 'navigate' && [registration.scope, page].includes(address)) event.respondWith(stored(page, request));
  else if (files.has(address) && !search) event.respondWith(stored(address, request));
  else if (request.mode !== 'navigate' && address !== at('sw.js')) event.respondWith(other(address, request));
});

async function fill() {
  const cache = await caches.open(own);
  const fetched = Object.entries(FILES).map(async ([path, integrity]) => {
    const response = await fetch(at(path), { integrity, cache: 'no-cache' });
    if (!response.ok) throw new Error(`${response.status}: ${path}`);
    // Some servers lead on from index.html to the folder; a page may not be opened with what was led on.
    const { status, headers } = response;
    await cache.put(at(path), response.redirected ? new Response(await response.blob(), { status, headers }) : response);
  });
  // Whether the site has them is its own matter.
  const kept = LIVE.map((path) => fetch(at(path)).then((response) => keep(at(path), response)));
  await Promise.allSettled(kept);
  try {
    await Promise.all(fetched);
  } catch (error) {
    await Promise.allSettled(fetched);
    await caches.delete(own);
    throw error;
  }
}

async function stored(address, request) {
  // Where the browser has thrown the files away, the host still has them or later ones: their names tell them apart.
  return (await (await caches.open(own)).match(address)) ?? fetch(request);
}

/** What is not of this version: of the one before, for a page that is still open, or of the site. */
async function other(address, request) {
  for (const name of await ownCaches()) {
    const found = name !== live && (await (await caches.open(name)).match(address));
    if (found) return found;
  }
  const isLive = request.destination === 'image' || address.endsWith('.json');
  try {
    const response = await fetch(request);
    if (isLive) await keep(address, response.clone());
    return response;
  } catch {
    return (await (await caches.open(live)).match(address)) ?? Response.error();
  }
}

async function keep(address, response) {
  const cache = await caches.open(live);
  if (response.ok) await cache.put(address, response);
  if (response.status === 404) await cache.delete(address);
}

/** Removes the files of versions that no page runs any more. */
async function clean() {
  // One that is being fetched, or waits, is newer than this.
  if (registration.installing || registration.waiting) return;
  const { held } = await navigator.locks.query();
  const used = new Set([own, live, ...held.map(({ name }) => name)]);
  await Promise.all((await ownCaches()).filter((name) => !used.has(name)).map((name) => caches.delete(name)));
}

async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}
