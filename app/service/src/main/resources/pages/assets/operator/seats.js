// The seats of one evening: taking them out of the sale, putting them back, giving tickets away, and the table of tickets.

import { html, nothing } from 'lit';
import { get, intend, post, remove } from '../shared/api.js';
import { announce, dateTime, explain, Face, t } from '../shared/face.js';
import { readSeats, seatLabel } from './seat-model.js';
import './seat-grid.js';
import { save } from './tickets.js';

const STATES = ['available', 'held', 'sold', 'blocked'];
const LABELS_SHOWN = 6;

class Seats extends Face {
  static properties = {
    concertId: {},
    scheduleId: {},
    concert: { state: true },
    model: { state: true },
    name: { state: true },
    chosen: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };

  constructor() {
    super();
    this.chosen = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    const found = await this.attempt(() => Promise.all([get(`admin/concerts/${this.concertId}`), readSeats(this.scheduleId)]));
    if (!found) return;
    [this.concert, this.model] = found;
    this.name ??= this.model.sections[0].name;
    const isOpen = id => ['available', 'blocked'].includes(this.model.byId.get(id)?.status);
    this.chosen = new Set([...this.chosen].filter(isOpen));
  }

  render() {
    if (!this.model) return this.#beginning();
    const schedule = this.concert.schedules.find(each => each.id === this.scheduleId);
    const section = this.model.sections.find(each => each.name === this.name);
    return html`
      <div class="view-head">
        <div>
          <h1>${t('operator.seats.title')}</h1>
          <p class="soft small"><a href="#/night/${this.concertId}/${this.scheduleId}">${this.concert.title}</a> ·
            ${dateTime(schedule.startsAt, this.concert.timeZone, { dateStyle: 'medium', timeStyle: 'short' })}</p>
        </div>
        <button class="small" @click=${() => this.#load()}>${t('operator.refresh')}</button>
        <button class="small" @click=${this.#export}>${t('operator.export')}</button>
      </div>
      <div class="seats-view">
        <section class="panel" aria-labelledby="map-title">
          <div class="panel-head">
            <h2 id="map-title">${t('operator.seats.map')}</h2>
            <div class="row">
              <label class="unseen" for="section">${t('operator.section')}</label>
              <select id="section" @change=${event => (this.name = event.target.value)}>
                ${this.model.sections.map(({ name }) => html`<option value=${name} ?selected=${name === this.name}>${name}</option>`)}
              </select>
            </div>
          </div>
          <p class="soft small">${t('operator.seats.how')}</p>
          <div class="stage" aria-hidden="true">${t('operator.stage')}</div>
          <fr-seat-grid .section=${section} .chosen=${this.chosen} @chosen=${event => (this.chosen = event.detail)}></fr-seat-grid>
          <ul class="legend">${STATES.map(state => html`<li><i class="seat ${state}" aria-hidden="true"></i>${t(`operator.seat.${state}`)}</li>`)}
            <li><i class="seat is-chosen" aria-hidden="true"></i>${t('operator.seats.chosen')}</li></ul>
        </section>
        <div class="stack">${this.#act()} ${this.#blocks()}</div>
      </div>
    `;
  }

  #beginning() {
    if (!this.problem) return html`<p class="waiting-dots" aria-busy="true">${t('loading')}</p>`;
    const why = this.problem.code === 'schedule-not-found' ? t('operator.seats.hidden') : explain(this.problem);
    return html`<div class="empty panel" role="alert"><h1>${why}</h1>
      <a class="button" href="#/concert/${this.concertId}">${t('operator.change')}</a></div>`;
  }

  #act() {
    const ids = [...this.chosen];
    const isBlocked = id => this.model.byId.get(id).status === 'blocked';
    return html`
      <section class="panel" aria-labelledby="act-title">
        <h2 id="act-title">${t('operator.seats.count', { count: ids.length })}</h2>
        <p class="small chosen-labels">${ids.length === 0 ? t('operator.seats.none') : this.#labels(ids)}</p>
        <form class="stack" @submit=${this.#submit}>
          <div><label for="reason">${t('operator.reason')}</label>
            <input id="reason" name="reason" required maxlength="200" autocomplete="off" /></div>
          <div><label for="guest">${t('operator.guest')}</label>
            <input id="guest" name="guest" maxlength="255" autocomplete="off" autocapitalize="none" spellcheck="false" /></div>
          <div class="row">
            <button class="primary" name="act" value="block" ?disabled=${this.isBusy || ids.length === 0 || ids.some(isBlocked)}>${t('operator.block')}</button>
            <button name="act" value="give" ?disabled=${this.isBusy || ids.length === 0}>${t('operator.give')}</button>
            ${ids.length ? html`<button type="button" class="quiet" @click=${() => (this.chosen = new Set())}>${t('operator.seats.clear')}</button>` : nothing}
          </div>
        </form>
        ${this.problem ? this.#refused() : nothing}
      </section>
    `;
  }

  #refused() {
    const taken = this.problem.code === 'seat-taken' ? this.problem.body.seatIds : null;
    return html`<p class="note bad" role="alert">${taken
      ? t('operator.seats.taken', { seats: this.#labels(taken) })
      : explain(this.problem)}</p>`;
  }

  #labels(ids) {
    const shown = ids.slice(0, LABELS_SHOWN).map(id => (this.model.byId.has(id) ? seatLabel(this.model.byId.get(id)) : id));
    const more = ids.length - shown.length;
    return shown.join(', ') + (more > 0 ? ` ${t('operator.seats.more', { more })}` : '');
  }

  #blocks() {
    const { blocks } = this.model;
    return html`
      <section class="panel" aria-labelledby="blocks-title">
        <h2 id="blocks-title">${t('operator.blocks')}</h2>
        ${blocks.length === 0 ? html`<p class="soft">${t('operator.blocks.none')}</p>` : nothing}
        <ul class="parked">${blocks.map(block => html`
          <li>
            <div><b>${block.reason}</b>
              <p class="soft small">${t('operator.blocks.seats', { count: block.seatIds.length })} · ${this.#labels(block.seatIds)}</p></div>
            <button class="small" ?disabled=${this.isBusy} @click=${() => this.#unblock(block)}>${t('operator.unblock')}<span class="unseen">: ${block.reason}</span></button>
          </li>`)}</ul>
      </section>
    `;
  }

  async #submit(event) {
    event.preventDefault();
    const form = event.target;
    const isGift = event.submitter?.value === 'give';
    const reason = form.elements.reason.value.trim();
    const userId = form.elements.guest.value.trim();
    if (isGift && !userId) {
      form.elements.guest.focus();
      announce(t('operator.guest.needed'));
      return;
    }
    const seatIds = [...this.chosen];
    const done = isGift
      ? await this.#do('give', key => post('admin/reservations', { scheduleId: this.scheduleId, seatIds, userId, reason }, { key }))
      : await this.#do('block', key => post(`admin/schedules/${this.scheduleId}/blocks`, { seatIds, reason }, { key }));
    if (!done) return;
    form.reset();
    this.chosen = new Set();
    announce(t(isGift ? 'operator.given' : 'operator.blocked', { count: seatIds.length }));
  }

  async #unblock(block) {
    const done = await this.#do('unblock', async () => (await remove(`admin/blocks/${block.id}`), true));
    if (done) announce(t('operator.unblocked'));
  }

  /** Does it once, and shows what became of it; a refusal stays to be read. */
  async #do(name, act) {
    this.isBusy = true;
    const done = await this.attempt(() => intend(`operator.${name}.${this.scheduleId}`, act));
    const { problem } = this;
    await this.#load();
    this.problem = problem ?? this.problem;
    this.isBusy = false;
    return done;
  }

  async #export() {
    const saved = await this.attempt(async () => (await save(this.scheduleId, `tickets-${this.scheduleId}.csv`), true));
    if (saved) announce(t('operator.exported'));
  }
}

customElements.define('fr-seats', Seats);
