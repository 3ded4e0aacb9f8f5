// A ticket as it is shown: what, when, where, and the seat.

import { css, html } from 'lit';
import { adopt, dateTime, points, t } from '../shared/face.js';
import { scheduleOf } from './programme.js';

/** The tickets of a reservation, each one a card. */
export function ticketsOf(reservation, concert) {
  const schedule = scheduleOf(concert, reservation.scheduleId);
  return html`
    <ul class="tickets">
      ${reservation.tickets.map(ticket => html`
        <li class="ticket ${reservation.status === 'CONFIRMED' ? '' : 'void'}">
          <div class="what">
            <h3>${concert.title}</h3>
            <p>${concert.performer}</p>
            <p class="soft small">
              ${schedule ? html`<time datetime=${schedule.startsAt}>${dateTime(schedule.startsAt, concert.timeZone)}</time><br />` : ''}${concert.venue}
            </p>
          </div>
          <div class="stub">
            <p class="soft small">${t('ticket.seat')}</p>
            <p class="label">${ticket.seatLabel}</p>
            <p class="soft small">${points(ticket.price)}</p>
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

  .what {
    display: grid;
    flex: 1;
    gap: var(--space-1);
    min-width: 0;
    padding: var(--space-5);
  }

  .stub {
    display: grid;
    flex: 0 0 8.5rem;
    align-content: center;
    gap: var(--space-1);
    padding: var(--space-5) var(--space-4);
    border-inline-start: 2px dashed var(--line);
    border-radius: 0 var(--radius-l) var(--radius-l) 0;
    background: var(--accent-soft);
    text-align: center;
  }

  .stub .label {
    font-size: var(--text-l);
    font-weight: 800;
    line-height: 1.2;
  }

  .stub .soft {
    color: var(--ink);
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

    .stub {
      grid-template-columns: auto 1fr auto;
      align-items: baseline;
      padding: var(--space-3) var(--space-5);
      border-inline-start: 0;
      border-top: 2px dashed var(--line);
      border-radius: 0 0 var(--radius-l) var(--radius-l);
    }
  }
`);
