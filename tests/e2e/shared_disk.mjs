// A folder of this machine as the file pickers of a browser give it: no picker can be driven without a person.
//
// The page gets pickers and handles of its own; what they read and write are real files, so that two browsers can have
// one file, and git can have it too.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class Disk {
  /** Errors by what is done: `{ read: 'NotFoundError' }`. */
  troubles = {};
  /** Called when a page has begun to write beside the file, before it looks whether the file has changed. */
  onBegin = () => {};
  /** Called when a page has put what it wrote in the file's place. */
  onWritten = () => {};
  writes = 0;

  constructor(folder = mkdtempSync(join(tmpdir(), 'udskift-faelles-'))) {
    this.folder = folder;
  }

  path(name) {
    return join(this.folder, name);
  }

  read(name) {
    return readFileSync(this.path(name), 'utf8');
  }

  write(name, text) {
    writeFileSync(this.path(name), text);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Sets up a tab: its pickers give files of this folder, and its user answers as `window.answer` says. */
  async prepare(page) {
    await page.exposeFunction('onDisk', (act, name, text) => this.#serve(act, name, text));
    await page.evaluateOnNewDocument(() => {
      window.answer = 'granted';
      let allowed = 'prompt';
      const fail = (name) => { throw new DOMException(name, name); };
      const ask = async (...what) => {
        const { error, ...answer } = await window.onDisk(...what);
        return error ? fail(error) : answer;
      };
      const handle = (name) => ({
        kind: 'file',
        name,
        queryPermission: async () => allowed,
        requestPermission: async () => (allowed = window.answer),
        async getFile() {
          const { text, changed } = await ask('read', name);
          return new File([text], name, { lastModified: changed });
        },
        async createWritable() {
          if (allowed !== 'granted') fail('NotAllowedError');
          await ask('begin', name);
          let written = '';
          return {
            write: async (text) => { written += text; },
            close: async () => { await ask('write', name, written); },
            abort: async () => {},
          };
        },
      });
      window.showOpenFilePicker = async () => [handle(window.picked)];
      window.showDirectoryPicker = async () => ({
        async getFileHandle(name, { create }) {
          if (create) await ask('create', name);
          return handle(name);
        },
      });
    });
  }

  #serve(act, name, text) {
    if (this.troubles[act]) return { error: this.troubles[act] };
    try {
      if (act === 'begin') this.onBegin(name);
      // As the browser's own: what is there is left as it is.
      if (act === 'create') writeFileSync(this.path(name), '', { flag: 'a' });
      if (act === 'write') {
        this.writes += 1;
        this.write(name, text);
        this.onWritten(name);
      }
      if (act !== 'read') return {};
      return { text: this.read(name), changed: Math.floor(statSync(this.path(name)).mtimeMs) };
    } catch (error) {
      return { error: error.code === 'ENOENT' ? 'NotFoundError' : 'NotReadableError' };
    }
  }
}
