// Time that is left, on the server's clock. A screen reader hears of it at two minutes, one minute and thirty seconds, and
// not in between.

import { html } from 'lit';
import { clock } from './api.js';
import { announce, Face, span, t } from './face.js';

const ANNOUNCED = [120, 60, 30];

/** Dispatches `over` once, at the end. With `quiet`, nothing is announced. */
class Countdown extends Face {
  static properties = { until: {}, quiet: { type: Boolean }, left: { state: true } };

  #ticking = null;

  connectedCallback() {
    super.connectedCallback();
    this.#ticking = setInterval(() => this.#tick(), 250);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  willUpdate(changed) {
    if (changed.has('until')) this.left = this.#remaining();
  }

  #remaining() {
    return Math.max(0, Math.ceil((Date.parse(this.until) - clock.now()) / 1000));
  }

  #tick() {
    const before = this.left;
    this.left = this.#remaining();
    const passed = ANNOUNCED.find(mark => before > mark && this.left <= mark);
    if (passed && !this.quiet) announce(t('countdown.left', { time: span(passed) }));
    if (before > 0 && this.left === 0) this.dispatchEvent(new Event('over'));
  }

  render() {
    const minutes = Math.floor(this.left / 60);
    const seconds = String(this.left % 60).padStart(2, '0');
    return html`<span role="timer" aria-live="off" aria-label=${t('countdown.label', { time: span(this.left) })}>${minutes}:${seconds}</span>`;
  }
}

customElements.define('fr-countdown', Countdown);
