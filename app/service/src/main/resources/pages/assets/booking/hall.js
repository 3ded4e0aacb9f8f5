// Choosing seats: the map and the list side by side, the best seats together, and what is chosen. A seat that is gone under
// one's hands is repainted, and the nearest ones are offered.

import { css, html, nothing } from 'lit';
import { get, intend, post, session } from '../shared/api.js';
import { adopt, announce, explain, Face, points, t } from '../shared/face.js';
import '../shared/countdown.js';
import { heldSeats } from './basket.js';
import './hall-list.js';
import './hall-map.js';
import { FREE, Hall, HELD } from './hall-model.js';
import { isActive, keptToken } from './place.js';
import { concertOf, heading } from './programme.js';

const REFRESHED_EVERY = 2000;
const ENDED = ['queue-token-required', 'queue-token-invalid', 'queue-token-waiting', 'queue-token-expired'];

class HallView extends Face {
  static properties = {
    concertId: {},
    scheduleId: {},
    concert: { state: true },
    hall: { state: true },
    place: { state: true },
    together: { state: true },
    offered: { state: true },
    hint: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };

  /** Of the states that are shown; null before the first ones have come. */
  #version = null;
  #refreshing = null;
  #changed = () => {
    if (session.userId) sessionStorage.setItem(this.#store, JSON.stringify(this.hall.chosen.map(seat => this.hall.ids[seat])));
    this.requestUpdate();
  };

  constructor() {
    super();
    this.together = 2;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#refreshing = setInterval(() => !document.hidden && this.hall && this.#refresh(), REFRESHED_EVERY);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#refreshing);
  }

  firstUpdated() {
    this.#open();
  }

  get #token() {
    return keptToken(this.concertId);
  }

  async #open() {
    if (!this.#token) return this.#toTheLine();
    const opened = await this.#guarded(async () => {
      const [concert, layout, place] = await Promise.all([
        concertOf(this.concertId),
        get(`schedules/${this.scheduleId}/layout`),
        get('queue-tokens/current', { token: this.#token }),
      ]);
      return { concert, layout, place };
    });
    if (!opened) return;
    if (!isActive(opened.place)) return this.#toTheLine();
    Object.assign(this, { concert: opened.concert, place: opened.place });
    this.#build(opened.layout);
    await this.#refresh();
  }

  #build(layout) {
    this.hall = new Hall(layout, this.concert.seatsPerUserMax ?? 4);
    this.hall.chooseIds(this.#kept);
    this.hall.addEventListener('change', this.#changed);
    this.#version = null;
  }

  /** What was chosen before a reload or another login, by the seats' ids. */
  get #kept() {
    return JSON.parse(sessionStorage.getItem(this.#store) ?? '[]');
  }

  get #store() {
    return `frontrow.chosen.${session.userId}.${this.scheduleId}`;
  }

  /** A place that has ended leads back to the line; any other refusal is shown. */
  async #guarded(act) {
    const answer = await this.attempt(act);
    if (ENDED.includes(this.problem?.code)) this.#toTheLine();
    return answer;
  }

  #toTheLine() {
    location.replace(`#/line/${this.concertId}/${this.scheduleId}`);
  }

  async #refresh() {
    const states = await get(`schedules/${this.scheduleId}/seat-states`, { token: this.#token }).catch(problem => {
      if (ENDED.includes(problem.code)) this.#toTheLine();
      return null;
    });
    if (!states || states.version === this.#version) return;
    if (states.layoutVersion !== this.hall.version) {
      this.#build(await get(`schedules/${this.scheduleId}/layout`));
    }
    this.#version = states.version;
    const lost = this.hall.take(states.states);
    if (lost.length > 0 && !this.isBusy) this.#offer(lost);
  }

  render() {
    if (this.problem && !this.hall) return this.#failed();
    if (!this.hall || this.#version === null) return html`<p class="waiting-dots" aria-busy="true">${t('loading')}</p>`;
    return html`
      <div class="hall">
        <div class="row spread top">
          ${heading(this.concert, this.scheduleId)}
          <p class="tag good">${t('hall.time')} <fr-countdown .until=${this.place.expiresAt} @over=${this.#toTheLine}></fr-countdown></p>
        </div>
        ${this.hall.free === 0 ? this.#soldOut() : nothing}
        ${this.offered ? this.#nearest() : nothing}
        ${this.problem ? html`<p class="note bad" role="alert">${explain(this.problem)}</p>` : nothing}
        <div class="choice">
          <section class="card stack best" aria-labelledby="best">
            <h2 id="best">${t('hall.best')}</h2>
            ${this.#best()}
          </section>
          <fr-hall-map .hall=${this.hall} @seat=${this.#toggle} @section=${this.#showRows}></fr-hall-map>
          <section class="card stack single" aria-labelledby="single">
            <h2 id="single">${t('hall.single')}</h2>
            <fr-hall-list .hall=${this.hall} @seat=${this.#toggle}></fr-hall-list>
          </section>
        </div>
        ${this.hall.free > 0 ? this.#chosen() : nothing}
      </div>
    `;
  }

  #best() {
    const counts = Array.from({ length: Math.min(this.hall.limit, 8) }, (_, index) => index + 1);
    return html`
      <fieldset class="counts">
        <legend class="unseen">${t('hall.how-many')}</legend>
        ${counts.map(count => html`
          <label class="count"><input type="radio" name="together" value=${count} .checked=${count === this.together} @change=${() => (this.together = count)} /><span>${count}</span></label>
        `)}
      </fieldset>
      <button @click=${this.#takeBest} ?disabled=${this.hall.free === 0}>${t('hall.find', { count: this.together })}</button>
      ${this.hint ? html`<p class="small soft" role="status">${this.hint()}</p>` : nothing}
    `;
  }

  #chosen() {
    const { chosen } = this.hall;
    return html`
      <section class="chosen" aria-label=${t('hall.chosen')}>
        <ul class="chips">
          ${chosen.map(seat => html`
            <li><button class="chip" @click=${() => this.hall.toggle(seat)} aria-label=${t('hall.remove', this.hall.labelOf(seat))}>
              ${t('hall.short', this.hall.labelOf(seat))}<span aria-hidden="true">×</span>
            </button></li>
          `)}
          ${chosen.length === 0 ? html`<li class="soft">${t('hall.none')}</li>` : nothing}
        </ul>
        <p class="sum">${chosen.length > 0 ? points(this.hall.amount) : ''}</p>
        <button class="primary large" ?disabled=${chosen.length === 0 || this.isBusy} @click=${this.#reserve}>
          ${chosen.length > 0 ? t('hall.reserve', { count: chosen.length }) : t('hall.reserve-none')}
        </button>
      </section>
    `;
  }

  #nearest() {
    const { lost, instead } = this.offered;
    return html`
      <div class="note warn" role="alert">
        <strong>${t('hall.taken', { seats: this.#names(lost) })}</strong>
        ${instead
          ? html`<p>${t('hall.nearest', { seats: this.#names(instead) })}</p>
              <div class="row">
                <button class="primary" @click=${this.#takeOffered}>${t('hall.take', { count: instead.length })}</button>
                <button @click=${() => (this.offered = null)}>${t('hall.choose-myself')}</button>
              </div>`
          : html`<p>${t('hall.nothing-near')}</p>`}
      </div>
    `;
  }

  #soldOut() {
    return html`
      <div class="note warn">
        <strong>${t('hall.sold-out')}</strong>
        <p>${t('hall.sold-out-why')}</p>
        <div><a class="button" href="#/waiting/${this.concertId}/${this.scheduleId}">${t('waiting.go')}</a></div>
      </div>
    `;
  }

  #failed() {
    return html`
      <section class="empty card">
        <h1>${t('hall.closed')}</h1>
        <p>${explain(this.problem)}</p>
        <div class="row"><button @click=${() => this.#open()}>${t('again')}</button><a class="button" href="#/">${t('home')}</a></div>
      </section>
    `;
  }

  #names(seats) {
    return seats.map(seat => t('hall.short', this.hall.labelOf(seat))).join(', ');
  }

  #toggle({ detail: seat }) {
    const wasChosen = this.hall.chosen.includes(seat);
    const name = t('hall.seat', this.hall.labelOf(seat));
    if (this.hall.toggle(seat)) announce(t(wasChosen ? 'hall.let-go' : 'hall.got', { seat: name, count: this.hall.chosen.length }));
    else announce(this.hall.chosen.length >= this.hall.limit ? t('hall.limit', { count: this.hall.limit }) : t('hall.gone', { seat: name }));
    this.offered = null;
    const isBeyond = !wasChosen && !this.hall.chosen.includes(seat) && this.hall.states[seat] === FREE;
    this.hint = isBeyond ? () => t('hall.limit', { count: this.hall.limit }) : null;
    this.querySelector('fr-hall-list').open(this.hall.rowAt(seat).section, this.hall.rowAt(seat));
  }

  #showRows({ detail: section }) {
    this.querySelector('fr-hall-list').open(section);
  }

  #takeBest() {
    const seats = this.hall.best(this.together);
    this.offered = null;
    if (seats) this.#choose(seats);
    const count = this.together;
    this.hint = () => (seats ? t('hall.found', { seats: this.#names(seats) }) : t('hall.not-together', { count }));
  }

  #takeOffered() {
    this.#choose(this.offered.instead);
    this.offered = null;
    this.querySelector('.chosen .primary').focus();
  }

  #choose(seats) {
    this.hall.choose(seats);
    const row = this.hall.rowAt(seats[0]);
    this.querySelector('fr-hall-list').open(row.section, row);
    this.querySelector('fr-hall-map').show(seats);
  }

  /** What is nearest to the seats that are gone and to those that are left: as many as were wanted. */
  #offer(lost) {
    const wanted = [...lost, ...this.hall.chosen];
    const instead = this.hall.best(wanted.length, null, wanted);
    this.offered = { lost, instead };
    this.hint = null;
    if (instead) this.querySelector('fr-hall-map')?.show([...wanted, ...instead]);
  }

  async #reserve() {
    if (this.isBusy) return;
    this.isBusy = true;
    this.offered = null;
    const seats = this.hall.chosen;
    const seatIds = seats.map(seat => this.hall.ids[seat]);
    const reservation = await this.#guarded(() =>
      intend(`reserve.${this.scheduleId}.${seatIds.join('.')}`, key =>
        post('reservations', { scheduleId: this.scheduleId, seatIds }, { key, token: this.#token }),
      ),
    );
    this.isBusy = false;
    if (reservation) {
      sessionStorage.removeItem(this.#store);
      heldSeats.dispatchEvent(new Event('change'));
      location.hash = `#/order/${reservation.id}`;
    } else if (this.problem?.code === 'seat-taken') {
      const taken = new Set(this.problem.body.seatIds);
      this.problem = null;
      this.hall.mark(taken, HELD);
      this.#offer(seats.filter(seat => taken.has(this.hall.ids[seat])));
    }
    await this.updateComplete;
    this.querySelector('.note')?.scrollIntoView({ block: 'nearest' });
  }
}

adopt(css`
  /* What has the focus is not hidden behind the bar at the bottom. */
  html:has(.chosen) {
    --bar: 8rem;
    scroll-padding-bottom: var(--bar);
  }

  .chosen button {
    scroll-margin-bottom: calc(-1 * var(--bar));
  }

  .hall {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-5);
  }

  .top {
    align-items: flex-start;
  }

  .choice {
    display: grid;
    gap: var(--space-5);
    align-items: start;
  }

  .choice .card {
    min-width: 0;
    padding: var(--space-5);
  }

  .choice h2 {
    font-size: var(--text-l);
  }

  .chosen {
    position: sticky;
    bottom: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3) var(--space-5);
    margin-inline: calc(-1 * var(--space-2));
    padding: var(--space-4);
    border: 1px solid var(--line);
    border-radius: var(--radius-l) var(--radius-l) 0 0;
    background: var(--surface);
    box-shadow: var(--shadow);
  }

  /* Two lines at most, whatever is chosen: the rest is scrolled to. */
  .chips {
    display: flex;
    flex: 1 1 12rem;
    flex-wrap: wrap;
    gap: var(--space-2);
    min-width: 0;
    max-height: 6rem;
    margin: calc(-1 * var(--space-2));
    padding: var(--space-2);
    overflow: auto;
  }

  .chip {
    min-height: 2.25rem;
    border-color: var(--line);
    background: var(--sunken);
    font-size: var(--text-s);
    white-space: nowrap;
  }

  .sum {
    font-size: var(--text-l);
    font-weight: 700;
  }

  @media (min-width: 60rem) {
    .choice {
      grid-template: auto 1fr / minmax(0, 1fr) 22rem;
    }

    .choice fr-hall-map {
      grid-area: 1 / 1 / 3 / 2;
      position: sticky;
      top: var(--space-4);
    }

    .best,
    .single {
      grid-column: 2;
    }
  }

  @media (max-width: 36rem) {
    html:has(.chosen) {
      --bar: 11rem;
    }

    .chosen {
      gap: var(--space-3);
      padding: var(--space-3);
    }

    .chips {
      flex-basis: 8rem;
    }

    .chosen .large {
      flex: 1 1 auto;
      min-height: 3rem;
      padding-inline: var(--space-4);
    }

    .chosen .chips:has(button) {
      flex-flow: row nowrap;
      flex-basis: 100%;
    }

    .sum {
      font-size: 1.125rem;
    }

    .chosen .sum:empty {
      display: none;
    }
  }
`);

customElements.define('fr-hall', HallView);
