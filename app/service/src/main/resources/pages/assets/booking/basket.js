// Seats that the reader holds unpaid, with the time that is left, on every view.

import { html, nothing } from 'lit';
import { list, session } from '../shared/api.js';
import { Face, t } from '../shared/face.js';
import '../shared/countdown.js';

/** Told when a view has changed what is held: a seat was reserved, paid or given back. */
export const heldSeats = new EventTarget();

class Basket extends Face {
  static properties = { held: { state: true } };

  #load = async () => {
    if (!session.userId) return;
    const reservations = await list('reservations', 100).catch(() => []);
    this.held = reservations.find(each => each.status === 'PENDING_PAYMENT');
  };

  #moved = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#moved);
    heldSeats.addEventListener('change', this.#load);
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#moved);
    heldSeats.removeEventListener('change', this.#load);
  }

  render() {
    const here = this.held && location.hash === `#/order/${this.held.id}`;
    if (!this.held || here) return nothing;
    return html`
      <a class="button small" href="#/order/${this.held.id}">
        ${t('basket.held', { count: this.held.tickets.length })}
        <fr-countdown .until=${this.held.holdExpiresAt} quiet @over=${this.#load}></fr-countdown>
      </a>
    `;
  }
}

customElements.define('fr-basket', Basket);
