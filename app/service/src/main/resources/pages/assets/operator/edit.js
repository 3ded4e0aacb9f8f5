// Changes a concert: its texts, whether it is hidden, its evenings' times, what seats cost; adds evenings and sections; cancels
// a show. Nothing is lost when two change the same: the second sees what the first has done.

import { html, nothing } from 'lit';
import { intend, post } from '../shared/api.js';
import { announce, dateTime, Face, t } from '../shared/face.js';
import { changesOf, fieldsOf, patchOf, scheduleOf, sectionOf } from './concert-fields.js';
import './conflict.js';
import { refused } from './refused.js';
import { input, sectionInputs, TIMES } from './schedule-fields.js';
import './show-cancellation.js';
import { change, read } from './versioned.js';

class Edit extends Face {
  static properties = {
    concertId: {},
    seen: { state: true },
    wanted: { state: true },
    conflict: { state: true },
    problem: { state: true },
    isBusy: { state: true },
    adding: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    const seen = await this.attempt(() => read(`admin/concerts/${this.concertId}`));
    if (seen) this.#take(seen);
  }

  #take(seen) {
    this.seen = seen;
    this.wanted = fieldsOf(seen.body);
    this.conflict = null;
    this.adding = null;
  }

  get #changes() {
    return changesOf(fieldsOf(this.seen.body), this.wanted);
  }

  render() {
    if (!this.seen) return html`${refused(this.problem)}${this.problem ? nothing : html`<p class="waiting-dots" aria-busy="true">${t('loading')}</p>`}`;
    const { body: concert } = this.seen;
    const count = Object.keys(this.#changes).length;
    return html`
      <div class="view-head narrow">
        <div>
          <h1>${concert.title}</h1>
          <p class="small"><a href="#/night/${concert.id}">${t('operator.to-night')}</a></p>
        </div>
        ${concert.hidden ? html`<span class="tag warn">${t('operator.hidden')}</span>` : html`<span class="tag good">${t('operator.visible')}</span>`}
      </div>
      <div class="stack narrow" @input=${this.#type}>
        ${this.#texts()}
        ${concert.schedules.map(schedule => this.#schedule(schedule))}
        ${this.#addSchedule()}
        ${this.conflict ? html`<fr-conflict .rows=${this.#rows()} @keep=${() => this.#take(this.conflict)} @apply=${this.#insist}></fr-conflict>` : nothing}
        ${refused(this.problem)}
        <form id="edit" class="save-bar" @submit=${this.#save}>
          <button class="primary" ?disabled=${count === 0 || this.isBusy}>${t('operator.save')}</button>
          ${count > 0 ? html`<button type="button" class="quiet" @click=${() => this.#take(this.seen)}>${t('operator.discard')}</button>` : nothing}
          <span class="soft small">${t('operator.changes', { count })}</span>
        </form>
      </div>
    `;
  }

  #texts() {
    const field = (name, options) => input(name, t(`operator.field.${name}`), { form: 'edit', maxlength: 200, value: this.wanted[name], ...options });
    return html`
      <section class="panel stack" aria-labelledby="what">
        <h2 id="what">${t('operator.what')}</h2>
        <div class="fields halves">
          ${field('title')} ${field('performer')} ${field('venue')}
          ${'seatsPerUserMax' in this.wanted ? field('seatsPerUserMax', { type: 'number', min: 1, max: 100 }) : nothing}
          ${'refundTerms/feePercent' in this.wanted ? this.#terms() : nothing}
        </div>
        <label class="check"><input type="checkbox" name="hidden" form="edit" .checked=${this.wanted.hidden} /> ${t('operator.hide')}</label>
      </section>
    `;
  }

  #terms() {
    const field = (name, max) => input(`refundTerms/${name}`, t(`operator.field.${name}`),
      { form: 'edit', type: 'number', min: 0, max, step: 'any', value: this.wanted[`refundTerms/${name}`] });
    return html`${field('feePercent', 100)} ${field('closesBeforeStart', 8760)}`;
  }

  #schedule(schedule) {
    const { timeZone } = this.seen.body;
    const isOver = schedule.saleStatus === 'CANCELLED';
    const title = dateTime(schedule.startsAt, timeZone, { dateStyle: 'full', timeStyle: 'short' });
    return html`
      <section class="panel stack" aria-label=${title}>
        <div class="panel-head"><h2>${title}</h2><span class="tag">${t(`operator.sale.${schedule.saleStatus}`)}</span></div>
        <p class="soft small">${t('operator.in-zone', { zone: timeZone })}
          ${schedule.movedFrom ? t('operator.moved', { time: dateTime(schedule.movedFrom, timeZone, { dateStyle: 'medium', timeStyle: 'short' }) }) : nothing}</p>
        <div class="fields thirds">
          ${TIMES.map(name => input(`${schedule.id}/${name}`, t(`operator.time.${name}`), { form: 'edit', type: 'datetime-local', value: this.wanted[`${schedule.id}/${name}`], isOff: isOver }))}
        </div>
        <div class="fields quarters">
          ${schedule.sections.map(({ name, seatCount }) => input(`${schedule.id}/price/${name}`, t('operator.price-of', { section: name, seats: seatCount }),
            { form: 'edit', type: 'number', min: 0, max: 100000000, value: this.wanted[`${schedule.id}/price/${name}`], isOff: isOver }))}
        </div>
        ${isOver ? nothing : html`
          <div class="row">
            <a class="button small" href="#/seats/${this.concertId}/${schedule.id}">${t('operator.seats')}</a>
            <button type="button" class="small" @click=${() => (this.adding = schedule.id)}>${t('operator.section-add')}</button>
          </div>`}
        ${this.adding === schedule.id ? this.#addSection(schedule) : nothing}
        <fr-show-cancellation .schedule=${schedule} @changed=${() => this.#load()}></fr-show-cancellation>
      </section>
    `;
  }

  #addSection(schedule) {
    return html`
      <form class="sunken stack" aria-label=${t('operator.section-add')} @submit=${event => this.#enlarge(event, schedule)}>
        <div class="fields quarters">${sectionInputs('new-')}</div>
        <div class="row">
          <button class="primary small" ?disabled=${this.isBusy}>${t('operator.add')}</button>
          <button type="button" class="quiet small" @click=${() => (this.adding = null)}>${t('operator.discard')}</button>
        </div>
      </form>
    `;
  }

  #addSchedule() {
    if (this.adding !== 'schedule') {
      return html`<div><button class="small" @click=${() => (this.adding = 'schedule')}>${t('operator.evening-add')}</button></div>`;
    }
    return html`
      <form class="panel stack" aria-labelledby="evening" @submit=${this.#extend}>
        <h2 id="evening">${t('operator.evening-add')}</h2>
        <fr-schedule-fields prefix="new-"></fr-schedule-fields>
        <div class="row">
          <button class="primary small" ?disabled=${this.isBusy}>${t('operator.add')}</button>
          <button type="button" class="quiet small" @click=${() => (this.adding = null)}>${t('operator.discard')}</button>
        </div>
      </form>
    `;
  }

  #type(event) {
    const { name, type, checked, value } = event.target;
    if (!(name in this.wanted)) return;
    this.wanted = { ...this.wanted, [name]: type === 'checkbox' ? checked : value };
  }

  #save(event) {
    event.preventDefault();
    this.#send(this.#changes, this.seen.version);
  }

  #insist() {
    const changes = this.#changes;
    const { version } = this.conflict;
    this.#send(changes, version);
  }

  async #send(changes, version) {
    this.isBusy = true;
    const patch = patchOf(changes, this.seen.body.timeZone);
    const changed = await this.attempt(() => change(`admin/concerts/${this.concertId}`, patch, version));
    if (changed) {
      this.#take(changed);
      announce(t('operator.saved'));
    } else if (this.problem?.code === 'precondition-failed') {
      this.problem = null;
      this.conflict = await this.attempt(() => read(`admin/concerts/${this.concertId}`));
    }
    this.isBusy = false;
  }

  #rows() {
    const seen = fieldsOf(this.seen.body);
    const now = fieldsOf(this.conflict.body);
    const changes = this.#changes;
    const names = new Set([...Object.keys(changesOf(seen, now)), ...Object.keys(changes)]);
    return [...names].map(name => ({ label: labelOf(name), seen: show(seen[name]), now: show(now[name]), yours: name in changes ? show(changes[name]) : null }));
  }

  async #enlarge(event, schedule) {
    event.preventDefault();
    const section = sectionOf(new FormData(event.target), 'new-');
    await this.#add(key => post(`admin/schedules/${schedule.id}/sections`, section, { key }));
  }

  async #extend(event) {
    event.preventDefault();
    const schedule = scheduleOf(new FormData(event.target), 'new-', this.seen.body.timeZone);
    await this.#add(key => post(`admin/concerts/${this.concertId}/schedules`, schedule, { key }));
  }

  async #add(act) {
    this.isBusy = true;
    const added = await this.attempt(() => intend(`operator.add.${this.concertId}`, act));
    this.isBusy = false;
    if (!added) return;
    announce(t('operator.added'));
    await this.#load();
  }
}

const show = value => (typeof value === 'boolean' ? t(value ? 'operator.yes' : 'operator.no') : (value ?? '–').replace('T', ' '));

function labelOf(path) {
  const [first, name, ...section] = path.split('/');
  if (name === undefined || first === 'refundTerms') return t(`operator.field.${name ?? first}`);
  return name === 'price' ? t('operator.price-in', { section: section.join('/') }) : t(`operator.time.${name}`);
}

customElements.define('fr-edit', Edit);
