// A ticket as it is shown: what, when, where, and the seat.

import { css, html } from 'lit';
import { adopt, dateTime, points, t } from '../shared/face.js';
import { scheduleOf } from './programme.js';

/** Section, row and number of a seat's label, of which the section alone may have hyphens. */
function partsOf(label) {
  const [, section, row, number] = /^(.*)-([^-]*)-([^-]*)$/.exec(label);
  return { section, row, number };
}

/** A seat in the reader's words. */
export const seatOf = ticket => t('hall.seat', partsOf(ticket.seatLabel));

/** All seats of a reservation in short. */
export const seatsOf = reservation => reservation.tickets.map(ticket => t('hall.short', partsOf(ticket.seatLabel))).join(', ');

const stub = ({ section, row, number }) => html`
  <p class="of">${section}</p>
  <dl>
    <div><dt>${t('hall.row')}</dt><dd>${row}</dd></div>
    <div><dt>${t('ticket.seat')}</dt><dd>${number}</dd></div>
  </dl>
`;

/** The tickets of a reservation, each one a card. */
export function ticketsOf(reservation, concert) {
  const schedule = scheduleOf(concert, reservation.scheduleId);
  return html`
    <ul class="tickets">
      ${reservation.tickets.map(ticket => html`
        <li class="ticket ${reservation.status === 'CONFIRMED' ? '' : 'void'}">
          <div class="what">
            <h2>${concert.title}</h2>
            <p>${concert.performer}</p>
            <p class="soft small">
              ${schedule ? html`<time datetime=${schedule.startsAt}>${dateTime(schedule.startsAt, concert.timeZone)}</time><br />` : ''}${concert.venue}
            </p>
          </div>
          <div class="stub">
            ${stub(partsOf(ticket.seatLabel))}
            <p class="small">${points(ticket.price)}</p>
          </div>
        </li>
      `)}
    </ul>
  `;
}

adopt(css`
  .tickets {
    display: grid;
    gap: var(--space-4);
  }

  .ticket {
    display: flex;
    border: 1px solid var(--line);
    border-radius: var(--radius-l);
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  .what p {
    text-wrap: balance;
  }

  .what h2 {
    font-size: var(--text-l);
  }

  .what {
    display: grid;
    flex: 1;
    gap: var(--space-1);
    min-width: 0;
    padding: var(--space-5);
  }

  .stub {
    display: grid;
    flex: 0 0 10rem;
    align-content: center;
    gap: var(--space-2);
    padding: var(--space-5) var(--space-4);
    border-inline-start: 2px dashed var(--line);
    border-radius: 0 var(--radius-l) var(--radius-l) 0;
    background: var(--accent-soft);
    text-align: center;
  }

  .stub .of {
    font-weight: 700;
  }

  .stub dl {
    display: flex;
    justify-content: center;
    gap: var(--space-5);
  }

  .stub dt {
    font-size: var(--text-s);
  }

  .stub dd {
    font-size: var(--text-xl);
    font-weight: 800;
    line-height: 1.1;
  }

  .ticket.void {
    box-shadow: none;
  }

  .void .stub {
    background: var(--sunken);
    text-decoration: line-through;
  }

  @media (max-width: 30rem) {
    .ticket {
      display: grid;
    }

    .stub dl {
      grid-area: 1 / 2 / 3 / 3;
    }

    .stub {
      text-align: start;
      grid-template-columns: 1fr auto;
      align-items: center;
      padding: var(--space-3) var(--space-5);
      border-inline-start: 0;
      border-top: 2px dashed var(--line);
      border-radius: 0 0 var(--radius-l) var(--radius-l);
    }
  }
`);
