// The line: where one stands, how long it takes, whether it is worth it, and why it stands still. Leads to the hall.

import { css, html, nothing } from 'lit';
import { adopt, announce, dateTime, explain, Face, number, span, t } from '../shared/face.js';
import { askToNotify, callIn, callNoMore, canNotify, showInTitle } from './admission.js';
import { forget, isActive, Place } from './place.js';
import { askAnew, concertOf, heading, scheduleOf } from './programme.js';

const ANNOUNCED_EVERY = 30_000;

class Line extends Face {
  static properties = {
    concertId: {},
    scheduleId: {},
    concert: { state: true },
    problem: { state: true },
    isLeaving: { state: true },
  };

  #place = null;
  #ticking = null;
  #announced = 0;
  #first = null;

  connectedCallback() {
    super.connectedCallback();
    this.#ticking = setInterval(() => this.requestUpdate(), 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
    this.#place?.close();
    callNoMore();
  }

  firstUpdated() {
    this.#join();
  }

  async #join() {
    this.#place?.close();
    this.problem = null;
    this.concert = await this.attempt(() => concertOf(this.concertId));
    if (!this.concert || !this.isConnected) return;
    this.#place = new Place(this.concertId);
    this.#place.addEventListener('change', () => this.#changed());
  }

  #changed() {
    const { state } = this.#place;
    if (isActive(state)) {
      if (this.#first) callIn();
      announce(t('line.your-turn'));
      location.replace(`#/hall/${this.concertId}/${this.scheduleId}`);
      return;
    }
    if (state?.position) {
      this.#first ??= state.position;
      showInTitle(number(state.position));
      if (Date.now() - this.#announced > ANNOUNCED_EVERY) {
        this.#announced = Date.now();
        announce(t('line.announce', { position: state.position, wait: this.#wait(state) }));
      }
    }
    this.requestUpdate();
  }

  render() {
    if (this.problem) return this.#failed(this.problem);
    const state = this.#place?.state;
    const problem = this.#place?.problem;
    if (problem && (!state || !problem.isOpen)) return this.#failed(problem);
    if (!this.concert || !state) return html`<p class="waiting-dots" aria-busy="true">${t('loading')}</p>`;
    return html`<div class="line">${heading(this.concert, this.scheduleId)} ${state.status === 'EXPIRED' ? this.#ended(state) : this.#waiting(state)}</div>`;
  }

  #waiting(state) {
    const ahead = (state.position ?? 1) - 1;
    const progress = this.#first > 1 ? 1 - ahead / (this.#first - 1) : 0;
    return html`
      <section class="card stack place" aria-labelledby="place">
        <div class="stand">
          <h2 id="place" class="soft small">${t('line.your-place')}</h2>
          <p class="position">${state.position === null ? '–' : number(state.position)}</p>
          <p>${ahead === 0 ? t('line.next') : t('line.ahead', { count: ahead })}</p>
        </div>
        <progress max="1" .value=${progress} aria-label=${t('line.progress')}></progress>
        ${state.paused ? html`<div class="note warn" role="status"><strong>${t('line.paused')}</strong><p>${t('line.paused-why')}</p></div>` : nothing}
        <dl class="figures">
          <div><dt>${t('line.wait')}</dt><dd>${this.#wait(state)}</dd></div>
          <div><dt>${t('line.seats-left')}</dt><dd>${state.seats ? number(state.seats.available) : t('line.unknown')}</dd></div>
          <div><dt>${t('line.seats-held')}</dt><dd>${state.seats ? number(state.seats.held) : t('line.unknown')}</dd></div>
        </dl>
        ${this.#worth(state)}
        <p class="soft small">${this.#heard()}</p>
      </section>
      <div class="row">
        ${canNotify() ? html`<button @click=${this.#notify}>${t('line.notify')}</button>` : nothing}
        <button class="quiet" ?disabled=${this.isLeaving} @click=${this.#leave}>${t('line.leave')}</button>
      </div>
      <p class="soft small kept">${t('line.kept')}</p>
    `;
  }

  #wait(state) {
    return state.estimatedWaitSeconds === null ? t('line.unknown') : t('line.about', { time: span(state.estimatedWaitSeconds) });
  }

  /** Says it plainly when there are fewer seats than people ahead. */
  #worth({ seats, position }) {
    if (!seats || !position) return nothing;
    if (seats.available + seats.held === 0) {
      return html`<div class="note warn">
        <strong>${t('line.sold-out')}</strong>
        <p>${t('line.sold-out-why')}</p>
        <div><a class="button" href="#/waiting/${this.concertId}/${this.scheduleId}">${t('waiting.go')}</a></div>
      </div>`;
    }
    return seats.available < position ? html`<p class="note warn">${t('line.tight')}</p>` : nothing;
  }

  #heard() {
    const { asked, next, problem } = this.#place;
    if (problem) return t('line.lost', { time: span(Math.max(1, (next - Date.now()) / 1000)) });
    const ago = (Date.now() - asked) / 1000;
    const told = ago < 2 ? t('line.heard-now') : t('line.heard', { time: span(ago) });
    return next ? `${told} ${t('line.next-asked', { time: span(Math.max(1, (next - Date.now()) / 1000)) })}` : `${told} ${t('line.live')}`;
  }

  #ended(state) {
    const key = state.reason ? `line.ended.${state.reason}` : 'line.ended.unknown';
    return html`
      <section class="empty card">
        <h2>${t('line.ended')}</h2>
        <p class="soft">${t(key)}</p>
        <div class="row">
          <button class="primary" @click=${this.#again}>${t('line.again')}</button>
          <a class="button" href="#/">${t('home')}</a>
        </div>
      </section>
    `;
  }

  /** Why nobody can line up, or not now. */
  #failed(problem) {
    if (!this.concert) return html`<section class="empty card"><h1>${t('line.closed')}</h1>${this.#why(problem)}</section>`;
    const { saleStatus, cancellation } = scheduleOf(this.concert, this.scheduleId) ?? {};
    const isCancelled = problem.code === 'sale-not-open' && saleStatus === 'CANCELLED';
    return html`
      <div class="line">
        ${heading(this.concert, this.scheduleId)}
        <section class="empty card">
          <h2>${t(isCancelled ? 'order.over.SHOW_CANCELLED' : 'line.closed')}</h2>
          ${isCancelled ? this.#cancelled(cancellation?.reason) : this.#why(problem)}
        </section>
      </div>
    `;
  }

  #cancelled(reason) {
    return html`
      ${reason ? html`<p>${t('order.over.reason', { reason })}</p>` : nothing}
      <a class="button" href="#/">${t('home')}</a>
    `;
  }

  #why(problem) {
    const opens = problem.code === 'sale-not-open' ? problem.body.salesOpenAt : null;
    return html`
      <p class="soft">${explain(problem)}</p>
      ${opens ? html`<p>${t('line.opens', { time: dateTime(opens, this.concert?.timeZone, { dateStyle: 'full', timeStyle: 'short' }) })}</p>` : nothing}
      <div class="row"><button @click=${this.#again}>${t('again')}</button><a class="button" href="#/">${t('home')}</a></div>
    `;
  }

  #again() {
    forget(this.concertId);
    askAnew(this.concertId);
    this.#first = null;
    this.#join();
  }

  async #notify() {
    await askToNotify();
    this.requestUpdate();
  }

  async #leave() {
    this.isLeaving = true;
    await this.attempt(() => this.#place.giveUp());
    this.isLeaving = false;
    if (!this.problem) location.hash = '#/';
  }
}

adopt(css`
  .line {
    display: grid;
    gap: var(--space-5);
    max-width: 42rem;
    margin-inline: auto;
  }

  .place {
    gap: var(--space-5);
  }

  .stand {
    text-align: center;
  }

  .position {
    font-size: clamp(4rem, 2rem + 11vw, 7rem);
    font-weight: 800;
    line-height: 1.1;
    letter-spacing: -0.05em;
  }

  progress {
    width: 100%;
    height: 0.5rem;
    border: 0;
    border-radius: 99px;
    overflow: hidden;
    background: var(--sunken);
    accent-color: var(--accent);
  }

  progress::-webkit-progress-bar {
    background: var(--sunken);
  }

  progress::-webkit-progress-value {
    border-radius: 99px;
    background: var(--accent);
    transition: inline-size 600ms;
  }

  progress::-moz-progress-bar {
    background: var(--accent);
  }

  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: var(--space-4);
  }

  .figures dt {
    color: var(--ink-soft);
    font-size: var(--text-s);
  }

  .figures dd {
    font-size: var(--text-l);
    font-weight: 700;
  }

  .kept {
    max-width: 34rem;
  }
`);

customElements.define('fr-line', Line);
