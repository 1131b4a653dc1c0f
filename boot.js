// Starts the app without inline script, and says so calmly when it cannot start.

const byId = (id) => document.getElementById(id);

async function start() {
  const { js, wasm } = document.querySelector('meta[name="app"]').dataset;
  const at = (address) => new URL(address, document.baseURI);
  const app = await import(at(js));
  await app.default({ module_or_path: at(wasm) });
}

byId('boot-loading').hidden = false;
try {
  await start();
  byId('boot-failed').remove();
} catch (error) {
  console.error(error);
  byId('boot-failed').hidden = false;
} finally {
  byId('boot-loading').remove();
}
