// The hall as lists: a section, a row of it, and its seats as buttons. The same choice as the map, for keyboard and screen
// reader, and for whoever likes lists better.

import { css, html, nothing } from 'lit';
import { repeat } from 'lit-html/directives/repeat.js';
import { adopt, Face, points, t } from '../shared/face.js';
import { BLOCKED, FREE, HELD, SOLD } from './hall-model.js';

const WORDS = { [FREE]: 'hall.state.free', [HELD]: 'hall.state.held', [SOLD]: 'hall.state.sold', [BLOCKED]: 'hall.state.blocked' };

/** Dispatches `seat`, as the map does. */
class HallList extends Face {
  static properties = { hall: {}, section: { state: true }, row: { state: true } };

  #repaint = () => this.requestUpdate();

  willUpdate(changed) {
    if (!changed.has('hall')) return;
    changed.get('hall')?.removeEventListener('change', this.#repaint);
    this.hall.addEventListener('change', this.#repaint);
    const first = this.hall.sections.find(section => section.free > 0) ?? this.hall.sections[0];
    this.open(this.hall.sections.find(each => each.name === this.section?.name) ?? first);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.hall?.removeEventListener('change', this.#repaint);
  }

  /** Shows a section, and of it that row or the first one with a free seat. */
  open(section, row = section.rows.find(each => this.hall.freeIn(each) > 0) ?? section.rows[0]) {
    this.section = section;
    this.row = row;
  }

  render() {
    return html`
      <fieldset class="sections">
        <legend class="unseen">${t('hall.section')}</legend>
        ${this.hall.sections.map(each => html`
          <label class="section">
            <input type="radio" name="section" .checked=${each === this.section} @change=${() => this.open(each)} />
            <strong>${each.name}</strong>
            <span>${points(each.price)}</span>
            <span class="soft small">${t('hall.free', { count: each.free })}</span>
          </label>
        `)}
      </fieldset>
      <div class="which-row">
        <label for="row">${t('hall.row')}</label>
        <select id="row" @change=${event => (this.row = this.section.rows[event.target.value])}>
          ${this.section.rows.map((each, index) => html`
            <option value=${index} .selected=${each === this.row}>${each.label} · ${t('hall.free', { count: this.hall.freeIn(each) })}</option>
          `)}
        </select>
      </div>
      <ul class="seats" aria-label=${t('hall.seats-of', { section: this.section.name, row: this.row.label })} @keydown=${this.#step}>
        ${repeat(Array.from({ length: this.row.count }, (_, index) => this.row.first + index), seat => seat, seat => html`<li>${this.#seat(seat)}</li>`)}
      </ul>
      <p class="legend small soft" aria-hidden="true">
        ${['free', 'mine', 'held', 'gone'].map(kind => html`<span class="kind ${kind}">${t(`hall.state.${kind}`)}</span>`)}
      </p>
    `;
  }

  #seat(seat) {
    const state = this.hall.states[seat];
    const isChosen = this.hall.chosen.includes(seat);
    const label = this.hall.labelOf(seat);
    return html`
      <button
        class="seat ${isChosen ? 'mine' : state === FREE ? 'free' : 'gone'}"
        data-seat=${seat}
        aria-pressed=${isChosen}
        aria-disabled=${state === FREE ? nothing : 'true'}
        aria-label="${t('hall.seat', label)}, ${isChosen ? t('hall.state.mine') : t(WORDS[state])}"
        @click=${() => this.dispatchEvent(new CustomEvent('seat', { detail: seat }))}
      >${label.number}</button>
    `;
  }

  /** Arrow keys go from seat to seat, and to the rows before and behind. */
  async #step(event) {
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
    const across = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
    const from = Number(event.target.dataset?.seat ?? NaN);
    if (!(sideways || across) || Number.isNaN(from)) return;
    event.preventDefault();
    const row = this.section.rows[this.section.rows.indexOf(this.row) + across];
    if (!row) return;
    const index = Math.min(row.count - 1, Math.max(0, from - this.row.first + sideways));
    this.row = row;
    await this.updateComplete;
    this.querySelector(`[data-seat="${row.first + index}"]`)?.focus();
  }
}

adopt(css`
  fr-hall-list {
    display: grid;
    gap: var(--space-3);
  }

  .sections {
    display: grid;
    max-height: 12.5rem;
    margin-inline: calc(-1 * var(--space-2));
    overflow-y: auto;
  }

  .section {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 var(--space-3);
    align-items: center;
    margin: 0;
    padding: var(--space-2);
    border-radius: var(--radius);
    font-size: var(--text-m);
    font-weight: 400;
    cursor: pointer;
  }

  .section input {
    grid-row: 1 / 3;
    width: 1.15rem;
    height: 1.15rem;
    margin: 0;
    accent-color: var(--accent);
  }

  .section .small {
    grid-column: 2;
  }

  .section:has(:checked) {
    background: var(--sunken);
  }

  .section:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: -3px;
  }

  .which-row {
    display: flex;
    gap: var(--space-3);
    align-items: center;
  }

  .which-row label {
    margin: 0;
    white-space: nowrap;
  }

  .seats {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(2.5rem, 1fr));
    gap: var(--space-2);
    max-height: 13rem;
    margin: calc(-1 * var(--space-1));
    padding: var(--space-1);
    overflow-y: auto;
  }

  .seat {
    width: 100%;
    min-height: 2.5rem;
    padding: 0;
    border-radius: 0.6rem;
    font-size: var(--text-s);
  }

  .seat.free {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--accent-strong);
  }

  .seat.mine {
    border-color: var(--seat-mine);
    background: var(--seat-mine);
    color: var(--surface);
  }

  .seat.gone {
    border-color: transparent;
    text-decoration: line-through;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
  }

  .kind::before {
    content: "";
    display: inline-block;
    width: 0.75em;
    height: 0.75em;
    margin-inline-end: 0.45em;
    border-radius: 50%;
    background: var(--seat-free);
  }

  .kind.mine::before {
    background: var(--seat-mine);
  }

  .kind.held::before {
    background: var(--seat-held);
  }

  .kind.gone::before {
    background: var(--seat-sold);
  }

  @media (forced-colors: active) {
    .kind::before {
      forced-color-adjust: none;
    }

    .seat.mine {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`);

customElements.define('fr-hall-list', HallList);
