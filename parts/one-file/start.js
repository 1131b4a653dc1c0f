// Starts the app where everything lies in the page itself: what it would fetch from beside the page is read from there.

import init from 'glue';

const byId = (id) => document.getElementById(id);
const types = { json: 'application/json', wasm: 'application/wasm' };

/** The file at an address, as a server would answer. */
globalThis.fetch = async (address) => {
  const name = inThePage(new URL(address, document.baseURI));
  const block = document.querySelector(`script[data-file="${CSS.escape(name)}"]`);
  if (!block) return new Response(null, { status: 404 });
  const type = types[name.split('.').at(-1)] ?? 'text/plain; charset=utf-8';
  return new Response(body(block), { headers: { 'Content-Type': type } });
};

/** A picture's address, which the app asks for where it shows one. */
globalThis.addressInPage = (path) => {
  const block = document.querySelector(`script[data-file="${CSS.escape(path)}"]`);
  return `data:${block.type};base64,${block.textContent}`;
};

// A script of its own in the site; here it lies with the rest, and is first read when somebody asks for it.
globalThis.wordFiles = { write: async (paper) => (await import('../word/word.js')).write(paper) };

function inThePage(address) {
  const here = new URL('./', document.baseURI).pathname;
  return decodeURIComponent(address.pathname.startsWith(here) ? address.pathname.slice(here.length) : address.pathname);
}

function body(block) {
  if (block.dataset.packed === undefined) return block.textContent;
  const bytes = Uint8Array.from(atob(block.textContent), (letter) => letter.charCodeAt(0));
  return new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
}

byId('boot-loading').hidden = false;
init({ module_or_path: fetch(WASM) })
  .then(() => byId('boot-failed')?.remove())
  .catch((error) => {
    console.error(error);
    // Not there when the app itself has taken the page over to say what went wrong.
    byId('boot-failed')?.removeAttribute('hidden');
  })
  .finally(() => byId('boot-loading')?.remove());
