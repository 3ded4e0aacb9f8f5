// Waiting lists that this browser knows its reader to be on: the service tells of one schedule at a time.

import { get, session } from '../shared/api.js';
import { concertOf } from './programme.js';

const storeName = () => `frontrow.wishes.${session.userId}`;

const stored = () => JSON.parse(localStorage.getItem(storeName()) ?? '{}');

export function remember(concertId, scheduleId) {
  localStorage.setItem(storeName(), JSON.stringify({ ...stored(), [scheduleId]: concertId }));
}

export function forgetWish(scheduleId) {
  const { [scheduleId]: _, ...others } = stored();
  localStorage.setItem(storeName(), JSON.stringify(others));
}

/** Those that still wait, with their concerts. */
export async function wishes() {
  const asked = Object.entries(stored()).map(async ([scheduleId, concertId]) => {
    const entry = await get(`schedules/${scheduleId}/waiting-list`).catch(() => null);
    if (entry?.status !== 'WAITING') return null;
    const concert = await concertOf(concertId).catch(() => null);
    return concert && { concertId, concert, entry };
  });
  return (await Promise.all(asked)).filter(Boolean);
}
