// The seats of a schedule by section and row, and what each is at the moment, put together from what an admin may ask: where
// they are, which tickets are paid, which holds are open, which seats are blocked.

import { get, list } from '../shared/api.js';
import { place, soldPlaces } from './tickets.js';

const HOLDS_MOST = 1000;
const BLOCKS_MOST = 1000;

/** `{sections: [{name, price, rows: [{label, seats: [{id, number, section, row, status}]}]}], blocks, byId}` */
export async function readSeats(scheduleId) {
  const [layout, sold, holds, blocks] = await Promise.all([
    get(`schedules/${scheduleId}/layout`),
    soldPlaces(scheduleId),
    list(`admin/reservations?scheduleId=${scheduleId}&status=PENDING_PAYMENT`, HOLDS_MOST),
    list(`admin/schedules/${scheduleId}/blocks`, BLOCKS_MOST),
  ]);
  const held = new Set(holds.flatMap(each => each.tickets.map(ticket => ticket.seatId)));
  const blocked = new Set(blocks.flatMap(each => each.seatIds));
  const status = seat => {
    if (blocked.has(seat.id)) return 'blocked';
    if (sold.has(place(seat.section, seat.row, seat.number))) return 'sold';
    return held.has(seat.id) ? 'held' : 'available';
  };
  const byId = new Map();
  const sections = layout.sections.map(({ name, price, rows }) => ({
    name,
    price,
    rows: rows.map(({ label, firstNumber, seatIds }) => ({
      label,
      seats: seatIds.map((id, i) => {
        const seat = { id, section: name, row: label, number: firstNumber + i };
        seat.status = status(seat);
        byId.set(id, seat);
        return seat;
      }),
    })),
  }));
  return { sections, blocks, byId };
}

export const seatLabel = ({ section, row, number }) => `${section}-${row}-${number}`;
