// One concert and one of its dates, as the views after the first need them.

import { html } from 'lit';
import { get } from '../shared/api.js';
import { dateTime } from '../shared/face.js';

const known = new Map();

/** The concert, asked once. */
export function concertOf(concertId) {
  if (!known.has(concertId)) {
    known.set(concertId, get(`concerts/${concertId}`));
    known.get(concertId).catch(() => known.delete(concertId));
  }
  return known.get(concertId);
}

/** What was known of a concert may be so no longer. */
export const askAnew = concertId => known.delete(concertId);

export const scheduleOf = (concert, scheduleId) => concert.schedules.find(each => each.id === scheduleId);

/** What it is about, above what is done. */
export function heading(concert, scheduleId, title = concert.title) {
  const schedule = scheduleOf(concert, scheduleId);
  return html`
    <div class="heading">
      <h1>${title}</h1>
      <p class="soft">
        ${title === concert.title ? concert.performer : concert.title} · ${concert.venue}
        ${schedule ? html`<time datetime=${schedule.startsAt}>${dateTime(schedule.startsAt, concert.timeZone)}</time>` : ''}
      </p>
    </div>
  `;
}
