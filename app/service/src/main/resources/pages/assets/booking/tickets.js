// What the reader has: held seats, offers, tickets, and what became of the others; giving a ticket back with the refund
// that its terms say.

import { css, html, nothing } from 'lit';
import { clock, get, list, post } from '../shared/api.js';
import { adopt, announce, dateTime, explain, Face, points, t } from '../shared/face.js';
import '../shared/countdown.js';
import { heldSeats } from './basket.js';
import { concertOf, scheduleOf } from './programme.js';
import { seatsOf, ticketsOf } from './ticket.js';
import { wishes } from './wishes.js';

const becauseOfShow = reservation => reservation.cancelledBecause === 'SHOW_CANCELLED';

class Tickets extends Face {
  static properties = {
    orders: { state: true },
    waiting: { state: true },
    balance: { state: true },
    cancelling: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };

  firstUpdated() {
    this.#load();
  }

  async #load() {
    const loaded = await this.attempt(async () => {
      const [reservations, { balance }] = await Promise.all([list('reservations'), get('points')]);
      const orders = await Promise.all(
        reservations.map(async reservation => ({ reservation, concert: await concertOf(reservation.concertId).catch(() => null) })),
      );
      return { orders, balance, waiting: await wishes() };
    });
    if (loaded) Object.assign(this, loaded);
  }

  render() {
    return html`
      <div class="mine">
        <div class="row spread">
          <h1>${t('page.tickets')}</h1>
          ${this.balance === undefined ? nothing : html`<p class="tag">${t('tickets.balance', { amount: points(this.balance) })}</p>`}
        </div>
        ${this.problem ? html`<p class="note bad" role="alert">${explain(this.problem)}</p>` : nothing}
        ${this.orders ? this.#all() : html`<p class="waiting-dots" aria-busy="true">${this.problem ? nothing : t('loading')}</p>`}
      </div>
      ${this.#dialog()}
    `;
  }

  #all() {
    const pending = this.orders.filter(({ reservation }) => reservation.status === 'PENDING_PAYMENT');
    const paid = this.orders.filter(({ reservation }) => reservation.status === 'CONFIRMED');
    const past = this.orders.filter(each => !pending.includes(each) && !paid.includes(each));
    const isEmpty = pending.length + paid.length + this.waiting.length === 0;
    return html`
      ${isEmpty ? this.#none() : nothing} ${pending.map(each => this.#pending(each))} ${this.waiting.map(wish => this.#wish(wish))}
      ${paid.map(each => this.#paid(each))}
      ${past.length > 0 ? html`<details class="past"><summary>${t('tickets.past', { count: past.length })}</summary><ul>${past.map(each => this.#past(each))}</ul></details>` : nothing}
    `;
  }

  #none() {
    return html`
      <div class="empty card">
        <h2>${t('tickets.none')}</h2>
        <p class="soft">${t('tickets.none-why')}</p>
        <a class="button primary" href="#/">${t('home')}</a>
      </div>
    `;
  }

  #pending({ reservation, concert }) {
    return html`
      <section class="note ${reservation.offer ? '' : 'warn'} row spread">
        <div>
          <strong>${t(reservation.offer ? 'tickets.offer' : 'tickets.held', { count: reservation.tickets.length })}</strong>
          <p>${concert?.title} · ${seatsOf(reservation)}</p>
        </div>
        <a class="button primary" href="#/order/${reservation.id}">${t('tickets.pay')} <fr-countdown .until=${reservation.holdExpiresAt} quiet @over=${this.#load}></fr-countdown></a>
      </section>
    `;
  }

  #wish({ concertId, entry, concert }) {
    return html`
      <section class="note row spread">
        <div>
          <strong>${t('tickets.waiting', { count: entry.seats })}</strong>
          <p>${concert.title}</p>
        </div>
        <a class="button" href="#/waiting/${concertId}/${entry.scheduleId}">${t('tickets.look')}</a>
      </section>
    `;
  }

  #paid({ reservation, concert }) {
    if (!concert) return nothing;
    const schedule = scheduleOf(concert, reservation.scheduleId);
    const closes = reservation.refund?.closesAt ?? schedule?.startsAt;
    const isClosed = closes && Date.parse(closes) <= clock.now();
    return html`
      <article class="stack">
        ${ticketsOf(reservation, concert)}
        ${schedule?.saleStatus === 'CANCELLED' ? html`<p class="note warn">${t('tickets.refund-coming')}</p>` : nothing}
        <div class="row">
          <span class="tag good">${t('tickets.paid', { amount: points(reservation.amount) })}</span>
          ${isClosed
            ? html`<span class="soft small">${t('tickets.closed')}</span>`
            : html`<button class="quiet small" @click=${() => this.#ask({ reservation, concert })}>${t('tickets.cancel')}</button>`}
        </div>
      </article>
    `;
  }

  #past({ reservation, concert }) {
    return html`
      <li class="row spread">
        <span>${concert?.title ?? t('tickets.unknown')} · ${seatsOf(reservation)}</span>
        <span class="tag">${t(`tickets.status.${becauseOfShow(reservation) ? 'SHOW_CANCELLED' : reservation.status}`)}${reservation.refund?.amount ? ` · ${points(reservation.refund.amount)}` : ''}</span>
      </li>
    `;
  }

  #dialog() {
    if (!this.cancelling) return nothing;
    const { reservation, concert } = this.cancelling;
    const fee = Math.floor((reservation.amount * (reservation.refund?.feePercent ?? 0)) / 100);
    return html`
      <dialog class="stack" aria-labelledby="cancel-title" @close=${() => (this.cancelling = null)}>
        <h2 id="cancel-title">${t('cancel.title')}</h2>
        <p>${concert.title}, ${seatsOf(reservation)}</p>
        <dl class="facts">
          <div><dt>${t('cancel.paid')}</dt><dd>${points(reservation.amount)}</dd></div>
          <div><dt>${t('cancel.fee')}</dt><dd>${points(fee)}</dd></div>
          <div><dt>${t('cancel.back')}</dt><dd>${points(reservation.amount - fee)}</dd></div>
          ${reservation.refund ? html`<div><dt>${t('cancel.until')}</dt><dd>${dateTime(reservation.refund.closesAt, concert.timeZone, { dateStyle: 'medium', timeStyle: 'short' })}</dd></div>` : nothing}
        </dl>
        ${this.problem ? html`<p class="note bad" role="alert">${explain(this.problem)}</p>` : nothing}
        <div class="row">
          <button class="danger" ?disabled=${this.isBusy} @click=${this.#cancel}>${t('cancel.go')}</button>
          <button autofocus @click=${this.#keep}>${t('cancel.keep')}</button>
        </div>
      </dialog>
    `;
  }

  async #ask(order) {
    this.cancelling = order;
    await this.updateComplete;
    this.querySelector('dialog').showModal();
  }

  #keep() {
    this.querySelector('dialog').close();
  }

  async #cancel() {
    if (this.isBusy) return;
    this.isBusy = true;
    const cancelled = await this.attempt(() => post(`reservations/${this.cancelling.reservation.id}/cancellation`));
    this.isBusy = false;
    if (!cancelled) return;
    this.#keep();
    announce(t('cancel.done'));
    heldSeats.dispatchEvent(new Event('change'));
    await this.#load();
  }
}

adopt(css`
  .mine {
    display: grid;
    gap: var(--space-5);
    max-width: 44rem;
    margin-inline: auto;
  }

  .past summary {
    min-height: 2.75rem;
    color: var(--ink-soft);
    font-weight: 600;
    cursor: pointer;
  }

  .past li {
    padding-block: var(--space-3);
    border-top: 1px solid var(--line);
  }

  .note.row {
    display: flex;
  }
`);

customElements.define('fr-tickets', Tickets);
