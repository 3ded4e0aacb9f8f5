// All concerts, hidden ones too, each with its line: which one needs somebody.

import { html, nothing } from 'lit';
import { get, list } from '../shared/api.js';
import { dateTime, explain, Face, number, t } from '../shared/face.js';

const TONES = { OPEN: 'good', UPCOMING: '', CLOSED: '', CANCELLED: 'bad' };
/** Concerts whose lines are looked at. */
const LOOKED_AT = 30;

class Programme extends Face {
  static properties = { concerts: { state: true }, lines: { state: true }, problem: { state: true } };

  constructor() {
    super();
    this.lines = new Map();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    const concerts = await this.attempt(() => list('admin/concerts', 300));
    if (!concerts) return;
    this.concerts = concerts;
    await this.attempt(() => Promise.all(concerts.slice(0, LOOKED_AT).map(async ({ id }) => {
      const line = await get(`admin/queues/${id}`);
      this.lines = new Map(this.lines).set(id, line);
    })));
  }

  render() {
    return html`
      <div class="view-head">
        <h1>${t('operator.concerts')}</h1>
        <a class="button primary" href="#/publish">${t('operator.publish')}</a>
      </div>
      ${this.problem
        ? html`<div class="note bad" role="alert"><p>${explain(this.problem)}</p><div><button @click=${() => this.#load()}>${t('again')}</button></div></div>`
        : nothing}
      ${this.concerts ? this.#concerts() : html`<p class="waiting-dots" aria-busy="true">${this.problem ? nothing : t('loading')}</p>`}
    `;
  }

  #concerts() {
    if (this.concerts.length === 0) {
      return html`<div class="empty panel"><h2>${t('operator.concerts.none')}</h2><p class="soft">${t('operator.concerts.none-why')}</p></div>`;
    }
    return html`<ul class="nights">${this.concerts.map(concert => this.#concert(concert))}</ul>`;
  }

  #concert(concert) {
    const line = this.lines.get(concert.id);
    const next = concert.schedules.find(each => each.saleStatus === 'OPEN') ?? concert.schedules[0];
    return html`
      <li class="panel">
        <div>
          <h2><a href="#/night/${concert.id}">${concert.title}</a></h2>
          <p class="soft small">${concert.performer} · ${concert.venue}</p>
        </div>
        <p class="small">${dateTime(next.startsAt, concert.timeZone, { dateStyle: 'medium', timeStyle: 'short' })}
          ${concert.schedules.length > 1 ? html`<span class="soft">+${number(concert.schedules.length - 1)}</span>` : nothing}</p>
        <p class="tags">
          <span class="tag ${TONES[next.saleStatus]}">${t(`operator.sale.${next.saleStatus}`)}</span>
          ${concert.hidden ? html`<span class="tag warn">${t('operator.hidden')}</span>` : nothing}
          ${line?.paused ? html`<span class="tag bad">${t('operator.is-paused')}</span>` : nothing}
        </p>
        <dl class="pair">
          <div><dt>${t('operator.series.waiting')}</dt><dd>${line ? number(line.waiting) : '–'}</dd></div>
          <div><dt>${t('operator.series.active')}</dt><dd>${line ? number(line.active) : '–'}</dd></div>
        </dl>
        <a class="button small" href="#/concert/${concert.id}">${t('operator.change')}<span class="unseen">: ${concert.title}</span></a>
      </li>
    `;
  }
}

customElements.define('fr-programme', Programme);
