// From the held seats to the ticket: the time that is left, points, charging what is missing, paying, and how it ended.

import { css, html, nothing } from 'lit';
import { get, intend, post, remove } from '../shared/api.js';
import { adopt, announce, dateTime, explain, Face, points, t } from '../shared/face.js';
import '../shared/countdown.js';
import { heldSeats } from './basket.js';
import { concertOf, heading, scheduleOf } from './programme.js';
import { seatOf, ticketsOf } from './ticket.js';

const STEP = 10_000;
const MORE = [50_000, 100_000];

/** What the service takes at once, unless it is set otherwise: who needs more charges again. */
const CHARGE_MAX = 1_000_000;

class Order extends Face {
  static properties = {
    reservationId: {},
    reservation: { state: true },
    concert: { state: true },
    balance: { state: true },
    amount: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };

  firstUpdated() {
    this.#load();
  }

  updated(changed) {
    if (changed.has('reservationId') && changed.get('reservationId')) this.#load();
  }

  get #missing() {
    return Math.max(0, this.reservation.amount - this.balance);
  }

  get #leastCharge() {
    return Math.min(CHARGE_MAX, Math.ceil(this.#missing / STEP) * STEP);
  }

  async #load() {
    const loaded = await this.attempt(async () => {
      const [reservation, { balance }] = await Promise.all([get(`reservations/${this.reservationId}`), get('points')]);
      return { reservation, balance, concert: await concertOf(reservation.concertId).catch(() => null) };
    });
    if (!loaded) return;
    Object.assign(this, loaded);
    this.amount = this.#leastCharge;
  }

  render() {
    if (!this.reservation) return this.problem ? this.#failed() : html`<p class="waiting-dots" aria-busy="true">${t('loading')}</p>`;
    return html`<div class="order">${this.#state()}</div>`;
  }

  #state() {
    switch (this.reservation.status) {
      case 'PENDING_PAYMENT':
        return this.#pending();
      case 'CONFIRMED':
        return this.#paid();
      default:
        return this.#over();
    }
  }

  #pending() {
    const { reservation } = this;
    return html`
      ${this.#title(t(reservation.offer ? 'order.offer' : 'order.title'))}
      <section class="card hold" aria-labelledby="hold">
        <p id="hold" class="soft">${t('order.held-for')}</p>
        <p class="left"><fr-countdown .until=${reservation.holdExpiresAt} @over=${this.#load}></fr-countdown></p>
        <p class="soft small">${t('order.held-why')}</p>
      </section>
      <section class="card stack" aria-label=${t('order.seats')}>
        <dl class="facts">
          ${reservation.tickets.map(ticket => html`<div><dt>${seatOf(ticket)}</dt><dd>${points(ticket.price)}</dd></div>`)}
          <div class="total"><dt>${t('order.total')}</dt><dd>${points(reservation.amount)}</dd></div>
          <div><dt>${t('order.balance')}</dt><dd>${points(this.balance)}</dd></div>
        </dl>
        ${this.problem ? html`<p class="note bad" role="alert">${explain(this.problem)}</p>` : nothing}
        ${this.#missing > 0 ? this.#charging() : this.#paying()}
      </section>
      <div><button class="quiet" ?disabled=${this.isBusy} @click=${this.#release}>${t('order.release')}</button></div>
    `;
  }

  #title(text) {
    return this.concert ? heading(this.concert, this.reservation.scheduleId, text) : html`<h1>${text}</h1>`;
  }

  #charging() {
    const least = this.#leastCharge;
    const choices = [least, ...MORE.map(more => least + more)].filter(amount => amount <= CHARGE_MAX);
    return html`
      <div class="note warn">
        <strong>${t('order.missing', { amount: points(this.#missing) })}</strong>
        <p>${t('order.missing-why')}</p>
      </div>
      <form class="stack" @submit=${this.#charge}>
        <fieldset class="counts">
          <legend class="label">${t('order.charge-how-much')}</legend>
          ${choices.map(choice => html`
            <label class="count"><input type="radio" name="amount" value=${choice} .checked=${choice === this.amount} @change=${() => (this.amount = choice)} /><span>${points(choice)}</span></label>
          `)}
        </fieldset>
        <button class="primary large wide" ?disabled=${this.isBusy}>${t('order.charge', { amount: points(this.amount) })}</button>
      </form>
    `;
  }

  #paying() {
    return html`
      <button class="primary large wide pay" ?disabled=${this.isBusy} @click=${this.#pay}>
        ${this.isBusy ? t('order.paying') : t('order.pay', { amount: points(this.reservation.amount) })}
      </button>
      <p class="soft small">${this.#terms()}</p>
    `;
  }

  #terms() {
    const terms = this.reservation.refund;
    if (!terms) return t('order.once');
    const until = dateTime(terms.closesAt, this.concert?.timeZone, { dateStyle: 'medium', timeStyle: 'short' });
    return `${t('order.once')} ${t(terms.feePercent > 0 ? 'order.refund-fee' : 'order.refund', { until, fee: terms.feePercent })}`;
  }

  #paid() {
    return html`
      <div class="done">
        <span class="tick" aria-hidden="true">✓</span>
        <h1>${t('order.done')}</h1>
        <p class="soft">${t('order.done-why', { amount: points(this.reservation.amount) })}</p>
      </div>
      ${this.concert ? ticketsOf(this.reservation, this.concert) : nothing}
      <div class="row"><a class="button primary" href="#/tickets">${t('page.tickets')}</a><a class="button" href="#/">${t('home')}</a></div>
    `;
  }

  #over() {
    const { status, cancelledBecause, concertId, scheduleId } = this.reservation;
    const isShow = cancelledBecause === 'SHOW_CANCELLED';
    const reason = isShow && this.concert ? scheduleOf(this.concert, scheduleId)?.cancellation?.reason : null;
    return html`
      <section class="empty card">
        <h1>${t(`order.over.${isShow ? cancelledBecause : status}`)}</h1>
        ${reason ? html`<p>${t('order.over.reason', { reason })}</p>` : nothing}
        <p class="soft">${t(`order.over-why.${status}`)}</p>
        <div class="row">
          ${isShow ? nothing : html`<a class="button primary" href="#/hall/${concertId}/${scheduleId}">${t('order.choose-again')}</a>`}
          <a class="button" href="#/">${t('home')}</a>
        </div>
      </section>
    `;
  }

  #failed() {
    return html`
      <section class="empty card">
        <h1>${t('order.not-shown')}</h1>
        <p>${explain(this.problem)}</p>
        <div class="row"><button @click=${() => this.#load()}>${t('again')}</button><a class="button" href="#/tickets">${t('page.tickets')}</a></div>
      </section>
    `;
  }

  async #charge(event) {
    event.preventDefault();
    const { amount } = this;
    const charged = await this.#once(() =>
      intend(`charge.${this.reservationId}.${amount}`, key => post('points/charges', { amount }, { key })),
    );
    if (!charged) return;
    this.balance = charged.balance;
    this.amount = this.#leastCharge;
    announce(t('order.charged', { amount: points(charged.balance) }));
    await this.updateComplete;
    this.querySelector('.pay')?.focus();
  }

  async #pay() {
    const payment = this.reservation.payment.id;
    const paid = await this.#once(() => intend(`pay.${payment}`, () => post(`payments/${payment}/pay`)));
    if (paid || ['reservation-expired', 'payment-cancelled'].includes(this.problem?.code)) {
      await this.#load();
      heldSeats.dispatchEvent(new Event('change'));
      scrollTo(0, 0);
      this.closest('main').focus({ preventScroll: true });
      if (paid) announce(t('order.done'));
    } else if (this.problem?.code === 'insufficient-points') {
      this.balance = this.problem.body.balance;
      this.amount = this.#leastCharge;
    }
  }

  async #release() {
    await this.#once(() => remove(`reservations/${this.reservationId}`));
    heldSeats.dispatchEvent(new Event('change'));
    if (!this.problem) location.hash = `#/hall/${this.reservation.concertId}/${this.reservation.scheduleId}`;
  }

  async #once(act) {
    if (this.isBusy) return undefined;
    this.isBusy = true;
    const answer = await this.attempt(act);
    this.isBusy = false;
    return answer;
  }
}

adopt(css`
  .order {
    display: grid;
    gap: var(--space-5);
    max-width: 36rem;
    margin-inline: auto;
  }

  .hold {
    text-align: center;
  }

  .left {
    font-size: var(--text-3xl);
    font-weight: 800;
    line-height: 1.2;
    letter-spacing: -0.03em;
  }

  .total {
    margin-top: var(--space-2);
    padding-top: var(--space-3);
    border-top: 1px solid var(--line);
    font-size: var(--text-l);
  }

  .order .total dt {
    flex-basis: auto;
    color: var(--ink);
    font-weight: 600;
  }

  .order > div > .quiet {
    margin-inline-start: calc(-1 * var(--space-4));
  }

  .order legend {
    margin-bottom: var(--space-2);
    font-size: var(--text-s);
    font-weight: 600;
  }

  .done {
    display: grid;
    justify-items: center;
    gap: var(--space-2);
    padding-block: var(--space-4);
    text-align: center;
  }

  .tick {
    display: grid;
    place-items: center;
    width: 3.5rem;
    height: 3.5rem;
    margin-bottom: var(--space-2);
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
    font-size: var(--text-xl);
  }

  .done p {
    text-wrap: balance;
  }

  @media (max-width: 36rem) {
    .order .count {
      flex-basis: 100%;
    }
  }
`);

customElements.define('fr-order', Order);
