// The seats of one section to choose from, by pointer or keys: arrows go from seat to seat, Space chooses, with Shift a whole
// stretch; a row's name chooses the row. One seat alone is in the order of Tab.

import { html, nothing } from 'lit';
import { Face, number, t } from '../shared/face.js';

/** Seats shown at once; the rows of a larger section are paged through. */
const SEATS_MOST = 1500;
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** `chosen` is a set of seat ids. Dispatches `chosen` with the next set. */
class SeatGrid extends Face {
  static properties = { section: {}, chosen: {}, first: { state: true }, at: { state: true } };

  #anchor = null;

  constructor() {
    super();
    this.first = 0;
    this.at = [0, 0];
  }

  willUpdate(changed) {
    if (changed.has('section') && changed.get('section')?.name !== this.section.name) {
      this.first = 0;
      this.at = [0, 0];
      this.#anchor = null;
    }
  }

  get #rowsMost() {
    const widest = Math.max(...this.section.rows.map(row => row.seats.length));
    return Math.max(1, Math.floor(SEATS_MOST / widest));
  }

  render() {
    const { rows } = this.section;
    const shown = rows.slice(this.first, this.first + this.#rowsMost);
    return html`
      ${rows.length > shown.length ? this.#pages(shown.length) : nothing}
      <div class="scroll seat-scroll">
        <div class="seat-grid" role="grid" aria-multiselectable="true" aria-label=${t('operator.seats.of', { section: this.section.name })}
          aria-rowcount=${rows.length} @keydown=${this.#press} @click=${this.#click}>
          ${shown.map((row, i) => this.#row(row, this.first + i))}
        </div>
      </div>
    `;
  }

  #pages(count) {
    const { rows } = this.section;
    const to = step => () => (this.first = Math.min(Math.max(0, this.first + step * this.#rowsMost), rows.length - 1));
    return html`
      <div class="row">
        <button class="small" ?disabled=${this.first === 0} @click=${to(-1)}>${t('operator.seats.before')}</button>
        <span class="small">${t('operator.seats.rows', { from: rows[this.first].label, to: rows[this.first + count - 1].label })}</span>
        <button class="small" ?disabled=${this.first + count >= rows.length} @click=${to(1)}>${t('operator.seats.after')}</button>
      </div>
    `;
  }

  #row(row, r) {
    return html`
      <div role="row" aria-rowindex=${r + 1}>
        <span role="rowheader" class="row-name" data-row=${r} title=${t('operator.seats.whole-row', { row: row.label })}>${row.label}</span>
        ${row.seats.map((seat, s) => this.#seat(seat, r, s))}
      </div>
    `;
  }

  #seat(seat, r, s) {
    const isAt = this.at[0] === r && this.at[1] === s || (s === 0 && r === this.first && !this.#isShown(this.at[0]));
    const isChosen = this.chosen.has(seat.id);
    return html`<span role="gridcell" class="seat ${seat.status} ${isChosen ? 'is-chosen' : ''}" data-at="${r} ${s}" tabindex=${isAt ? 0 : -1}
      aria-selected=${isChosen} aria-disabled=${!isOpen(seat)}
      aria-label=${t('operator.seats.one', { row: seat.row, seat: number(seat.number), status: t(`operator.seat.${seat.status}`) })}></span>`;
  }

  #isShown(r) {
    return r >= this.first && r < this.first + this.#rowsMost;
  }

  #click(event) {
    const row = event.target.dataset.row;
    if (row !== undefined) return this.#choose(this.section.rows[row].seats);
    if (!event.target.dataset.at) return undefined;
    const at = event.target.dataset.at.split(' ').map(Number);
    return this.#goTo(at, () => this.#take(at, event.shiftKey));
  }

  #press(event) {
    const step = STEPS[event.key];
    if (step) {
      const r = Math.min(Math.max(this.first, this.at[0] + step[0]), this.section.rows.length - 1);
      if (!this.#isShown(r)) return;
      const s = Math.min(Math.max(0, this.at[1] + step[1]), this.section.rows[r].seats.length - 1);
      event.preventDefault();
      this.#goTo([r, s], () => {});
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      this.#take(this.at, event.shiftKey);
    }
  }

  async #goTo(at, then) {
    this.at = at;
    then();
    await this.updateComplete;
    this.querySelector(`[data-at="${at.join(' ')}"]`).focus();
  }

  /** Turns one seat, or chooses all from the last one to this one. */
  #take(at, isStretch) {
    const { rows } = this.section;
    if (!isStretch || !this.#anchor) {
      this.#anchor = at;
      this.#choose([rows[at[0]].seats[at[1]]]);
      return;
    }
    const [fromRow, toRow] = [this.#anchor[0], at[0]].sort((a, b) => a - b);
    const [fromSeat, toSeat] = [this.#anchor[1], at[1]].sort((a, b) => a - b);
    const stretch = rows.slice(fromRow, toRow + 1).flatMap(row => row.seats.slice(fromSeat, toSeat + 1));
    this.#send(new Set([...this.chosen, ...stretch.filter(isOpen).map(seat => seat.id)]));
  }

  /** Chooses these, or none of them if all are chosen already. */
  #choose(seats) {
    const ids = seats.filter(isOpen).map(seat => seat.id);
    const next = new Set(this.chosen);
    const isAll = ids.every(id => next.has(id));
    for (const id of ids) isAll ? next.delete(id) : next.add(id);
    this.#send(next);
  }

  #send(chosen) {
    this.dispatchEvent(new CustomEvent('chosen', { detail: chosen }));
  }
}

/** Blocked seats can be given, and free ones both blocked and given. */
const isOpen = seat => seat.status === 'available' || seat.status === 'blocked';

customElements.define('fr-seat-grid', SeatGrid);
