// Keeps the site for use without network, and says when a new version is here. It never reloads a page by itself.
//
// The build names the service worker in the page (parts/offline). Without one, on plain http and in browsers that have
// none, nothing is done. The app shows what is said here, and asks for the switch (src/web/version.rs).

const { sw } = document.querySelector('meta[name="app"]')?.dataset ?? {};
const version = document.querySelector('meta[name="version"]')?.content;
const workers = navigator.serviceWorker;
const HOUR = 3_600_000;

if (sw && workers) {
  // The app comes first.
  addEventListener('load', () => setTimeout(() => start().catch(() => {}), 1_000));
}

async function start() {
  const address = new URL(sw, document.baseURI);
  if (await isGone(address)) return leave(address);
  // Only the address itself is held to the page's policy, so it is said as a text.
  const registration = await workers.register(address.href, { updateViaCache: 'none' });
  const name = `udskift-it-system ${registration.scope} ${version}`;
  // What this page may still fetch of its version is kept for as long as it is open.
  navigator.locks?.request(name, { mode: 'shared' }, () => new Promise(() => {}));
  follow(registration);
  setTimeout(() => workers.controller?.postMessage('clean'), 1_000);
}

/** Whether the host has taken the worker away. That it cannot be asked says nothing. */
async function isGone(address) {
  if (!(await workers.getRegistration())) return false;
  const answer = await fetch(address, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  return [404, 410].includes(answer?.status);
}

/** From the next visit on all is fetched from the host again. */
async function leave(address) {
  const scope = new URL('.', address).href;
  const registration = await workers.getRegistration();
  if (registration?.scope === scope) await registration.unregister();
  const own = (await caches.keys()).filter((name) => name.startsWith(`udskift-it-system ${scope} `));
  await Promise.all(own.map((name) => caches.delete(name)));
}

function follow(registration) {
  let isSwitching = false;
  const arrived = (worker) => worker?.addEventListener('statechange', () => worker.state === 'installed' && workers.controller && announce());
  arrived(registration.installing);
  registration.addEventListener('updatefound', () => arrived(registration.installing));
  if (registration.waiting && workers.controller) announce();

  // Another page may have switched: this one goes on as it is until its user says so too.
  const compare = async () => {
    if ((await ask(workers.controller)) !== version) announce();
  };
  if (workers.controller) compare();
  workers.addEventListener('controllerchange', () => (isSwitching ? location.reload() : compare()));
  addEventListener('switch-version', () => {
    isSwitching = true;
    if (registration.waiting) registration.waiting.postMessage('switch');
    else location.reload();
  });

  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - looked < HOUR) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}

function ask(worker) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage('version', [port2]);
  });
}

/** Tells the app, but nobody who is in the middle of writing. */
function announce() {
  if (document.activeElement?.matches('input, textarea, select')) {
    document.addEventListener('focusout', () => setTimeout(announce), { once: true });
    return;
  }
  document.documentElement.dataset.newVersion = '';
  dispatchEvent(new Event('new-version'));
}
