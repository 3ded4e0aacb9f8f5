// What is on: concerts with their dates, when each sale opens by the server's clock, and the way into the line.

import { css, html, nothing, svg } from 'lit';
import { clock, get } from '../shared/api.js';
import { adopt, dateTime, explain, Face, points, span, t } from '../shared/face.js';

const FIRST = 50;

const DATES_SHOWN = 3;

const HUES = [258, 158, 18, 205, 340, 42];

/** Of the seats on a poster, in per cent. */
const LIGHTS = [34, 43, 51, 60, 69, 78];

const posters = new Map();

class Concerts extends Face {
  static properties = { concerts: { state: true }, cursor: { state: true }, problem: { state: true }, opened: { state: true } };

  #ticking = null;

  constructor() {
    super();
    this.opened = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.#ticking = setInterval(() => this.#tick(), 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  /** As many as are shown, or the first ones. */
  async #load() {
    const shown = Math.min(100, Math.max(FIRST, this.concerts?.length ?? 0));
    const page = await this.attempt(() => get(`concerts?sale=all&limit=${shown}`));
    if (page) Object.assign(this, { concerts: page.items, cursor: page.nextCursor });
  }

  async #more() {
    const cursor = encodeURIComponent(this.cursor);
    const page = await this.attempt(() => get(`concerts?sale=all&limit=100&cursor=${cursor}`));
    if (page) Object.assign(this, { concerts: [...this.concerts, ...page.items], cursor: page.nextCursor });
  }

  /** Counts down; a sale that has just opened is asked about. */
  #tick() {
    const upcoming = (this.concerts ?? [])
      .flatMap(concert => concert.schedules)
      .filter(schedule => schedule.saleStatus === 'UPCOMING');
    if (upcoming.some(schedule => Date.parse(schedule.salesOpenAt) <= clock.now())) this.#load();
    if (upcoming.length > 0) this.requestUpdate();
  }

  render() {
    return html`
      <div class="hero">
        <h1>${t('concerts.title')}</h1>
        <p class="soft">${t('concerts.promise')}</p>
      </div>
      ${this.problem ? this.#failed() : nothing} ${this.#list()}
    `;
  }

  #failed() {
    return html`
      <div class="note bad" role="alert">
        <p>${explain(this.problem)}</p>
        <div><button @click=${() => this.#load()}>${t('again')}</button></div>
      </div>
    `;
  }

  #list() {
    if (!this.concerts) return html`<p class="waiting-dots" aria-busy="true">${this.problem ? nothing : t('loading')}</p>`;
    const shown = this.concerts.filter(concert => concert.schedules.some(each => each.saleStatus !== 'CLOSED'));
    if (shown.length === 0) {
      return html`<div class="empty card"><h2>${t('concerts.none')}</h2><p class="soft">${t('concerts.none-why')}</p></div>`;
    }
    return html`
      <ul class="concerts">${shown.map((concert, index) => this.#concert(concert, index))}</ul>
      ${this.cursor ? html`<p class="empty"><button class="further" @click=${() => this.#more()}>${t('concerts.further')}</button></p>` : nothing}
    `;
  }

  #concert(concert, index) {
    const all = concert.schedules.filter(each => each.saleStatus !== 'CLOSED');
    const dates = this.opened.has(concert.id) ? all : all.slice(0, DATES_SHOWN);
    return html`
      <li class="concert card">
        ${poster(concert.id, HUES[index % HUES.length])}
        <div class="stack">
          <div>
            <h2>${concert.title}</h2>
            <p>${concert.performer}</p>
            <p class="soft small">${concert.venue}</p>
          </div>
          <ul class="dates">
            ${dates.map(schedule => this.#date(concert, schedule))}
          </ul>
          ${dates.length < all.length
            ? html`<button class="quiet" @click=${() => this.#open(concert)}>${t('concerts.more', { count: all.length - dates.length })}</button>`
            : nothing}
        </div>
      </li>
    `;
  }

  #open(concert) {
    this.opened = new Set([...this.opened, concert.id]);
  }

  #date(concert, schedule) {
    return html`
      <li>
        <div>
          <p class="day"><time datetime=${schedule.startsAt}>${dateTime(schedule.startsAt, concert.timeZone)}</time></p>
          <p class="soft small">${t('concerts.from', { price: points(schedule.lowestPrice) })}</p>
        </div>
        ${this.#way(concert, schedule)}
      </li>
    `;
  }

  #way(concert, schedule) {
    switch (schedule.saleStatus) {
      case 'OPEN':
        return html`<a class="button primary" href="#/line/${concert.id}/${schedule.id}">${t('concerts.get')}<span class="unseen">: ${concert.title}, ${dateTime(schedule.startsAt, concert.timeZone)}</span></a>`;
      case 'UPCOMING':
        return html`<p class="opens">
          <span class="small soft">${t('concerts.opens-in')}</span>
          <strong role="timer" aria-live="off">${span((Date.parse(schedule.salesOpenAt) - clock.now()) / 1000)}</strong>
          <span class="small soft">${dateTime(schedule.salesOpenAt, concert.timeZone, { dateStyle: 'medium', timeStyle: 'short' })}</span>
        </p>`;
      default:
        return html`<span class="tag bad">${t('concerts.cancelled')}</span>`;
    }
  }
}

/** A picture of seats around a stage, another one for each concert. */
function poster(id, hue) {
  return html`
    <svg class="poster" viewBox="0 0 200 168" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
      <rect width="200" height="168" fill=${`hsl(${hue} 34% 15%)`}></rect>
      <rect x="72" y="14" width="56" height="12" rx="6" fill=${`hsl(${hue + 20} 80% 86%)`}></rect>
      ${seatsOf(id).map(({ turn, shade, dots }) => svg`<path d=${dots} stroke=${`hsl(${hue + turn} ${shade})`} stroke-width="9.2" stroke-linecap="round"/>`)}
    </svg>
  `;
}

/** The seats of a poster, by their shades: each is one path, as there may be a hundred posters. */
function seatsOf(id) {
  if (posters.has(id)) return posters.get(id);
  let seed = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  const next = most => ((seed = (seed * 1664525 + 1013904223) >>> 0) >>> 8) % most;
  const shades = LIGHTS.map(light => ({ turn: next(26), shade: `${38 + next(30)}% ${light}%`, dots: '' }));
  for (let row = 0; row < 7; row++) {
    const radius = 34 + row * 15;
    const count = 7 + row * 3;
    for (let seat = 0; seat < count; seat++) {
      const angle = Math.PI * (0.08 + (0.84 * seat) / (count - 1));
      shades[next(shades.length)].dots += `M${(100 + radius * Math.cos(angle)).toFixed(1)} ${(26 + radius * Math.sin(angle)).toFixed(1)}h0`;
    }
  }
  posters.set(id, shades);
  return shades;
}

adopt(css`
  .hero {
    display: grid;
    gap: var(--space-3);
    max-width: 40rem;
    margin-bottom: var(--space-7);
  }

  .hero h1 {
    font-size: var(--text-3xl);
    line-height: 1.05;
    letter-spacing: -0.035em;
  }

  .hero p {
    font-size: var(--text-l);
    line-height: 1.4;
  }

  .concerts {
    display: grid;
    gap: var(--space-5);
  }

  .concert {
    display: grid;
    gap: 0;
    padding: 0;
    overflow: hidden;
  }

  .concert > .stack {
    padding: clamp(1.25rem, 3vw, 2rem);
  }

  .poster {
    display: block;
    width: 100%;
    height: 9rem;
  }

  .dates {
    display: grid;
    border-top: 1px solid var(--line);
  }

  .dates > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3) var(--space-5);
    padding-block: var(--space-4);
    border-bottom: 1px solid var(--line);
  }

  .dates > li:last-child {
    padding-bottom: 0;
    border-bottom: 0;
  }

  .day {
    font-weight: 600;
  }

  .opens {
    display: grid;
    line-height: 1.35;
  }

  .opens strong {
    font-size: var(--text-l);
  }

  @media (min-width: 48rem) {
    .concert {
      grid-template-columns: 15rem 1fr;
    }

    .poster {
      height: 100%;
      min-height: 12rem;
    }

    .opens {
      text-align: end;
    }
  }
`);

customElements.define('fr-concerts', Concerts);
