// "Indlæs ruteliste": how a list comes in.

import { click, eventually, heading } from './acts.mjs';
import { goTo } from './case.mjs';

/** Goes to where a list is read. */
export async function toImport(page) {
  await goTo(page, 'Ruter');
  await click(page, 'link', 'Indlæs ruteliste');
  await heading(page, 'Indlæs ruteliste');
}

/** Pastes rows of a spreadsheet, and waits until their columns are guessed. */
export async function paste(page, list) {
  await eventually(() => page.$eval('#indlaes-tekst', (area, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    // Firefox lets no script fill an event's clipboard but by its own words.
    const data = { clipboardData, dataType: 'text/plain', data: text };
    area.dispatchEvent(new ClipboardEvent('paste', { ...data, bubbles: true, cancelable: true }));
  }, list));
  await heading(page, '2. Hvad står i kolonnerne?');
}
