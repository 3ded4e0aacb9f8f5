// A concert's night at a glance: first why the line stands still, then the figures, the curves, the hall, what went wrong.

import { html, nothing } from 'lit';
import { announce, dateTime, explain, Face, number, points, span, t } from '../shared/face.js';
import './curves.js';
import './hall-heat.js';
import './integrity.js';
import './line-control.js';
import './parked.js';
import './requests.js';
import { verdict } from './verdict.js';
import { Watch } from './watch.js';

/** A verdict that came and went within this time is not announced. */
const SETTLED = 4000;

class Night extends Face {
  static properties = { concertId: {}, scheduleId: {}, watch: { state: true } };

  #redraw = () => this.requestUpdate();
  #said = null;
  #saying = null;

  willUpdate(changed) {
    if (!changed.has('concertId') && !changed.has('scheduleId')) return;
    this.#leave();
    this.watch = new Watch(this.concertId, this.scheduleId);
    this.watch.addEventListener('change', this.#redraw);
    this.watch.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
    clearTimeout(this.#saying);
  }

  #leave() {
    this.watch?.stop();
    this.watch?.removeEventListener('change', this.#redraw);
  }

  render() {
    const { concert, line, problem, asOf, sales, rates, requests, history, parked } = this.watch;
    if (!concert || !line) return this.#beginning(problem);
    return html`
      <div class="view-head">
        <div>
          <h1>${concert.title}</h1>
          <p class="soft small">${concert.performer} · ${concert.venue}</p>
        </div>
        ${this.#dates(concert)}
        <a class="button small" href="#/concert/${concert.id}">${t('operator.change')}</a>
      </div>
      ${problem ? this.#unknown(problem, asOf) : this.#verdict()} ${this.#figures()}
      <div class="night">
        <fr-line-control .line=${line} .version=${this.watch.lineVersion} .leaving=${rates?.left ?? null} @changed=${event => this.watch.took(event.detail)}></fr-line-control>
        <fr-curves .history=${history} .asOf=${asOf}></fr-curves>
        <fr-hall-heat .sales=${sales} .concertId=${concert.id} .scheduleId=${this.watch.scheduleId}></fr-hall-heat>
        <fr-requests .requests=${requests}></fr-requests>
        <div class="service">
          <fr-parked .events=${parked} @changed=${() => this.watch.again()}></fr-parked>
          <fr-integrity></fr-integrity>
        </div>
      </div>
      <p class="soft small">${t('operator.sources')} ${asOf ? t('operator.as-of', { time: this.#time(asOf) }) : nothing}</p>
    `;
  }

  /** What was known is told below, and of when it is. */
  #unknown(problem, asOf) {
    return html`
      <section class="verdict bad" role="alert">
        <p>${problem.isOpen ? t('operator.away') : explain(problem)}</p>
        ${asOf ? html`<span class="small">${t('operator.as-of', { time: this.#time(asOf) })}</span>` : nothing}
      </section>
    `;
  }

  updated() {
    const { key } = this.watch.problem ? {} : (this.#sentence ?? {});
    if (!key || key === this.#said) return;
    clearTimeout(this.#saying);
    if (this.#said === null) this.#said = key;
    else this.#saying = setTimeout(() => ((this.#said = key), announce(this.querySelector('.verdict p').textContent)), SETTLED);
  }

  #beginning(problem) {
    if (!problem) return html`<p class="waiting-dots" aria-busy="true">${t('loading')}</p>`;
    return html`<div class="empty panel" role="alert"><h1>${explain(problem)}</h1><a class="button" href="#/">${t('operator.concerts')}</a></div>`;
  }

  #dates({ id, schedules, timeZone }) {
    const date = each => dateTime(each.startsAt, timeZone, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    const shown = schedules.find(each => each.id === this.watch.scheduleId);
    if (schedules.length === 1) return html`<p class="date">${date(shown)}</p>`;
    return html`
      <div class="date">
        <label class="unseen" for="date">${t('operator.date')}</label>
        <select id="date" @change=${event => (location.hash = `#/night/${id}/${event.target.value}`)}>
          ${schedules.map(each => html`<option value=${each.id} ?selected=${each === shown}>${date(each)}</option>`)}
        </select>
      </div>
    `;
  }

  get #sentence() {
    const { line, concert, sales, rates, pausedSince, now } = this.watch;
    return concert && line ? verdict({ line, concert, sales, rates, pausedSince, now }) : null;
  }

  #verdict() {
    const { tone, key, values, cause } = this.#sentence;
    const shown = 'seconds' in values ? { ...values, seconds: span(Math.max(1, values.seconds)) } : values;
    return html`
      <section class="verdict ${tone}" aria-label=${t('operator.verdict')}>
        <p>${t(`operator.verdict.${key}`, shown)}</p>
        ${cause ? html`<button @click=${() => this.#leadTo(cause)}>${t('operator.cause')}</button>` : nothing}
      </section>
    `;
  }

  #leadTo(cause) {
    this.querySelector(cause === 'paused' ? '.pause' : '#maxActive').focus();
  }

  #figures() {
    const { line, rates, sales, requests, measured } = this.watch;
    const perMinute = requests ? (requests.refused / requests.seconds) * 60 : null;
    const total = sales?.total;
    return html`
      <dl class="tiles" aria-label=${t('operator.figures')}>
        ${tile(t('operator.series.waiting'), number(line.waiting))}
        ${tile(t('operator.series.active'), number(line.active), t('operator.of', { most: line.maxActive }))}
        ${tile(t('operator.admitted'), rates ? rounded(rates.admitted) : '–', t('operator.at-most', { most: line.admissionsPerSecond }))}
        ${tile(t('operator.sold'), total ? number(total.sold + total.complimentary) : '–', total ? t('operator.of', { most: total.total }) : nothing)}
        ${tile(t('operator.paid'), rates ? rounded(rates.paid * 60) : '–', total ? points(total.revenue) : nothing)}
        ${tile(t('operator.refused'), perMinute === null ? '–' : rounded(perMinute), t('operator.this-instance'))}
        ${tile(t('operator.p95'), milliseconds(requests?.all.p95), `p99 ${milliseconds(requests?.all.p99)}`)}
        ${tile(t('operator.pool'), measured ? number(measured.poolActive) : '–', measured ? this.#pool(measured) : nothing)}
        ${tile(t('operator.backlog'), measured ? number(measured.backlog) : '–', measured ? t('operator.parked-count', { parked: measured.parked }) : nothing, measured?.parked > 0)}
      </dl>
    `;
  }

  #pool({ poolMax, poolPending }) {
    return poolPending > 0 ? t('operator.pool-waiting', { pending: poolPending }) : t('operator.of', { most: poolMax });
  }

  #time(seconds) {
    return dateTime(seconds * 1000, undefined, { timeStyle: 'medium' });
  }
}

/** Milliseconds of seconds, or a dash where nothing was measured. */
const milliseconds = (seconds = null) => (seconds === null ? '–' : `${number(Math.round(seconds * 1000))} ms`);

const rounded = value => number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));

const tile = (label, value, note = nothing, isBad = false) => html`
  <div class=${isBad ? 'is-bad' : ''}><dt>${label}</dt><dd>${value}</dd><dd class="small soft">${note}</dd></div>
`;

customElements.define('fr-night', Night);
