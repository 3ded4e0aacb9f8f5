// Events whose delivery failed too often, and one more try.

import { html, nothing } from 'lit';
import { post } from '../shared/api.js';
import { announce, dateTime, explain, Face, number, t } from '../shared/face.js';

/** Dispatches `changed` when one was taken for another try. */
class Parked extends Face {
  static properties = { events: {}, problem: { state: true }, tried: { state: true } };

  constructor() {
    super();
    this.tried = new Set();
  }

  render() {
    return html`
      <section class="panel" aria-labelledby="parked-title">
        <h2 id="parked-title">${t('operator.parked')}</h2>
        ${this.events?.length ? this.#list() : html`<p class="soft">${this.events ? t('operator.parked.none') : t('loading')}</p>`}
        ${this.problem ? html`<p class="note bad" role="alert">${explain(this.problem)}</p>` : nothing}
      </section>
    `;
  }

  #list() {
    return html`<ul class="parked">${this.events.map(event => html`
      <li>
        <div>
          <b><code>${event.eventType.split('.').at(-1)}</code></b> → <code>${event.listener}</code>
          <p class="soft small">${t('operator.parked.since', { attempts: number(event.attempts), time: dateTime(event.parkedAt, undefined, { dateStyle: 'short', timeStyle: 'medium' }) })}</p>
        </div>
        <button class="small" ?disabled=${this.tried.has(event.id)} @click=${() => this.#retry(event)}>
          ${t(this.tried.has(event.id) ? 'operator.parked.taken' : 'operator.parked.retry')}
        </button>
        <details><summary class="small">${t('operator.parked.payload')}</summary><pre tabindex="0">${event.payload}</pre></details>
      </li>`)}</ul>`;
  }

  async #retry(event) {
    const taken = await this.attempt(async () => (await post(`admin/parked-events/${event.id}/retry`), true));
    if (!taken) return;
    this.tried = new Set([...this.tried, event.id]);
    announce(t('operator.parked.taken'));
    this.dispatchEvent(new Event('changed'));
  }
}

customElements.define('fr-parked', Parked);
