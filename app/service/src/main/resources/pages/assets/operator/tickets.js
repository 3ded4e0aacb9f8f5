// The table of paid tickets, as the service exports it: to keep as a file, and to know which seats are sold.

import { send } from '../shared/api.js';

const path = scheduleId => `admin/schedules/${scheduleId}/tickets`;
const asked = { headers: { Accept: 'text/csv' } };

/** Has the browser keep the table as a file. */
export async function save(scheduleId, name) {
  const response = await send('GET', path(scheduleId), asked);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** How a seat is found in the table: by where it is. */
export const place = (section, row, seat) => [section, row, seat].join('\n');

/** The places of all seats that are sold or given. */
export async function soldPlaces(scheduleId) {
  const response = await send('GET', path(scheduleId), asked);
  const [header, ...rows] = records(await response.text());
  const [section, row, seat] = ['section', 'row', 'number'].map(name => header.indexOf(name));
  return new Set(rows.map(cells => place(plain(cells[section]), plain(cells[row]), cells[seat])));
}

/** What a spreadsheet would have taken for a formula carries an apostrophe. */
const plain = cell => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** The records of a text by RFC 4180. */
function records(text) {
  const all = [];
  let cells = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (cells.length > 1) all.push(cells);
    cells = [];
  }
  return all;
}
