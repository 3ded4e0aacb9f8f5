// The waiting list of a sold-out date: joining with a number of seats, the place on it, and the offer when it comes.

import { css, html, nothing } from 'lit';
import { get, put, remove, session } from '../shared/api.js';
import { adopt, announce, explain, Face, number, t } from '../shared/face.js';
import { heldSeats } from './basket.js';
import { concertOf, heading } from './programme.js';
import { forgetWish, remember } from './wishes.js';

const ASKED_EVERY = 5000;

class Waiting extends Face {
  static properties = {
    concertId: {},
    scheduleId: {},
    concert: { state: true },
    entry: { state: true },
    seats: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };

  #asking = null;

  get #path() {
    return `schedules/${this.scheduleId}/waiting-list`;
  }

  constructor() {
    super();
    this.seats = 2;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#asking = setInterval(() => this.entry?.status === 'WAITING' && this.#ask(), ASKED_EVERY);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#asking);
  }

  async firstUpdated() {
    this.concert = await this.attempt(() => concertOf(this.concertId));
    if (this.concert && session.userId) await this.#ask();
  }

  async #ask() {
    const before = this.entry?.status;
    this.entry = await get(this.#path).catch(problem => {
      if (problem.status !== 404) this.problem = problem;
      return problem.status === 404 ? null : this.entry;
    });
    if (this.entry) this.seats = this.entry.seats;
    if (before === 'WAITING' && this.entry?.status === 'OFFERED') {
      announce(t('waiting.offered'));
      heldSeats.dispatchEvent(new Event('change'));
    }
  }

  render() {
    if (!this.concert) return this.problem ? html`<p class="note bad" role="alert">${explain(this.problem)}</p>` : html`<p class="waiting-dots" aria-busy="true">${t('loading')}</p>`;
    return html`
      <div class="waiting">
        ${heading(this.concert, this.scheduleId, t('waiting.title'))} ${this.#state()}
        ${this.problem ? html`<div class="note bad" role="alert"><p>${explain(this.problem)}</p>${this.problem.code === 'seats-available' ? html`<div><a class="button primary" href="#/line/${this.concertId}/${this.scheduleId}">${t('concerts.get')}</a></div>` : nothing}</div>` : nothing}
      </div>
    `;
  }

  #state() {
    switch (this.entry?.status) {
      case 'OFFERED':
        return html`<section class="card stack">
          <h2>${t('waiting.offered')}</h2>
          <p>${t('waiting.offered-why')}</p>
          <a class="button primary large" href="#/order/${this.entry.reservationId}">${t('waiting.take')}</a>
        </section>`;
      case 'WAITING':
        return html`<section class="card stack on-list">
          <p class="soft">${t('waiting.place')}</p>
          <p class="position">${number(this.entry.position)}</p>
          <p>${t('waiting.wish', { count: this.entry.seats })}</p>
          <p class="soft small">${t('waiting.how')}</p>
          <div><button ?disabled=${this.isBusy} @click=${this.#leave}>${t('waiting.leave')}</button></div>
        </section>`;
      default:
        return this.#form();
    }
  }

  #form() {
    const limit = Math.min(this.concert.seatsPerUserMax ?? 4, 10);
    return html`
      <form class="card stack" @submit=${this.#join}>
        ${this.entry?.status === 'ENDED' ? html`<p class="note">${t('waiting.ended')}</p>` : nothing}
        <p>${t('waiting.how')}</p>
        <div>
          <label for="seats">${t('hall.how-many')}</label>
          <select id="seats" @change=${event => (this.seats = Number(event.target.value))}>
            ${Array.from({ length: limit }, (_, index) => index + 1).map(count => html`<option value=${count} .selected=${count === this.seats}>${t('waiting.seats', { count })}</option>`)}
          </select>
        </div>
        <button class="primary large" ?disabled=${this.isBusy}>${t('waiting.join')}</button>
      </form>
    `;
  }

  async #join(event) {
    event.preventDefault();
    this.isBusy = true;
    const entry = await this.attempt(() => put(this.#path, { seats: this.seats }));
    this.isBusy = false;
    if (!entry) return;
    this.entry = entry;
    remember(this.concertId, this.scheduleId);
    announce(t('waiting.joined', { position: entry.position ?? 1 }));
  }

  async #leave() {
    this.isBusy = true;
    const left = await this.attempt(() => remove(this.#path));
    this.isBusy = false;
    if (left === undefined) return;
    forgetWish(this.scheduleId);
    this.entry = null;
  }
}

adopt(css`
  .waiting {
    display: grid;
    gap: var(--space-5);
    max-width: 34rem;
    margin-inline: auto;
  }

  .on-list {
    justify-items: center;
    text-align: center;
  }

  .on-list .position {
    font-size: var(--text-3xl);
    font-weight: 800;
    line-height: 1;
  }
`);

customElements.define('fr-waiting', Waiting);
