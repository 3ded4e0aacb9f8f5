// Cancels a show, after its consequences were read and agreed to, and shows how far the refunds are.

import { html, nothing } from 'lit';
import { get, pause, post } from '../shared/api.js';
import { announce, explain, Face, points, t } from '../shared/face.js';

const LOOK_EACH = 2000;

/** Dispatches `changed` when the show was cancelled. */
class ShowCancellation extends Face {
  static properties = {
    schedule: {},
    state: { state: true },
    problem: { state: true },
    isAsking: { state: true },
    isBusy: { state: true },
  };

  #looking = null;

  willUpdate(changed) {
    if (changed.has('schedule') && this.schedule.saleStatus === 'CANCELLED' && !this.#looking) this.#follow();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#looking?.abort();
    this.#looking = null;
  }

  async #follow() {
    this.#looking = new AbortController();
    const { signal } = this.#looking;
    await this.attempt(async () => {
      do {
        this.state = await get(`admin/schedules/${this.schedule.id}/cancellation`, { signal });
        if (this.state.status !== 'DONE') await pause(LOOK_EACH, signal);
      } while (this.state.status !== 'DONE');
    });
  }

  render() {
    return html`
      ${this.state ? this.#progress() : nothing}
      ${this.schedule.saleStatus === 'CANCELLED' ? nothing : this.#offer()}
      ${this.problem ? html`<p class="note bad" role="alert">${this.#why()}</p>` : nothing}
    `;
  }

  /** A service of an earlier version does not have the operation. */
  #why() {
    return [404, 405].includes(this.problem.status) ? t('operator.cancel.not-here') : explain(this.problem);
  }

  #progress() {
    const { reason, status, refundsTotal, refundsDone, pointsReturned } = this.state;
    return html`
      <div class="note ${status === 'DONE' ? '' : 'warn'}">
        <b>${t(`operator.cancel.${status}`)}</b>
        <progress max=${Math.max(1, refundsTotal)} value=${refundsTotal === 0 ? 1 : refundsDone} aria-label=${t('operator.cancel.progress')}></progress>
        <p class="small">${t('operator.cancel.figures', { done: refundsDone, total: refundsTotal, points: points(pointsReturned) })} · ${reason}</p>
      </div>
    `;
  }

  #offer() {
    if (!this.isAsking) {
      return html`<div><button type="button" class="quiet small danger" @click=${this.#ask}>${t('operator.cancel')}</button></div>`;
    }
    return html`
      <form class="note bad" aria-label=${t('operator.cancel')} @submit=${this.#cancel}>
        <p><b>${t('operator.cancel.sure')}</b></p>
        <p class="small">${t('operator.cancel.why')}</p>
        <div><label for="cancel-${this.schedule.id}">${t('operator.reason')}</label>
          <input id="cancel-${this.schedule.id}" name="reason" maxlength="200" autocomplete="off" required /></div>
        <div class="row">
          <button class="danger" ?disabled=${this.isBusy}>${t('operator.cancel.do')}</button>
          <button type="button" class="quiet" @click=${() => (this.isAsking = false)}>${t('operator.cancel.not')}</button>
        </div>
      </form>
    `;
  }

  async #ask() {
    this.isAsking = true;
    await this.updateComplete;
    this.querySelector('[name=reason]').focus();
  }

  async #cancel(event) {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason').trim();
    this.isBusy = true;
    const state = await this.attempt(() => post(`admin/schedules/${this.schedule.id}/cancellation`, { reason }));
    this.isBusy = false;
    if (!state) return;
    this.isAsking = false;
    this.state = state;
    announce(t('operator.cancel.RUNNING'));
    this.dispatchEvent(new Event('changed'));
    this.#follow();
  }
}

customElements.define('fr-show-cancellation', ShowCancellation);
