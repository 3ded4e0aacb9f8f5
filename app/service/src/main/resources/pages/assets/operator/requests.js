// How long requests take and which are refused, as one instance has measured the last minute.

import { html, nothing } from 'lit';
import { Face, number, t } from '../shared/face.js';

const SHOWN = 8;
const SHARES = ['p50', 'p95', 'p99'];
const KINDS = ['400', '401', '402', '403', '404', '409', '410', '412', '422', '429', '500', '503'];

class Requests extends Face {
  static properties = { requests: {} };

  render() {
    return html`
      <section class="panel" aria-labelledby="refusals-title">
        <h2 id="refusals-title">${t('operator.refusals')}</h2>
        ${this.#refusals()}
      </section>
      <section class="panel" aria-labelledby="latency-title">
        <h2 id="latency-title">${t('operator.latency')}</h2>
        ${this.#latency()}
      </section>
    `;
  }

  #refusals() {
    if (!this.requests) return html`<p class="soft">${t('operator.measuring')}</p>`;
    const { refusals } = this.requests;
    if (refusals.length === 0) return html`<p class="soft">${t('operator.refusals.none')}</p>`;
    const most = refusals[0].count;
    return html`
      <ul class="refusals">${refusals.map(({ code, status, count }) => html`
        <li>
          <span><a href="problems/${code}"><code>${code}</code></a>
            <span class="soft small">${status} · ${KINDS.includes(status) ? t(`operator.refusal.${status}`) : t('operator.refusal.other')}</span></span>
          <b>${number(count)}</b>
          <meter class="unseen" min="0" max=${most} value=${count} aria-hidden="true"></meter>
        </li>`)}</ul>
      <p class="soft small">${t('operator.window')}</p>
    `;
  }

  #latency() {
    if (!this.requests) return html`<p class="soft">${t('operator.measuring')}</p>`;
    const { all, operations } = this.requests;
    if (all.count === 0) return html`<p class="soft">${t('operator.latency.none')}</p>`;
    return html`
      <div class="scroll" tabindex="0" role="group" aria-labelledby="latency-title">
        <table class="figures">
          <thead><tr><th scope="col">${t('operator.operation')}</th><th scope="col">${t('operator.count')}</th>
            ${SHARES.map(share => html`<th scope="col">${share} <span class="soft">ms</span></th>`)}</tr></thead>
          <tbody>${operations.slice(0, SHOWN).map(each => row(html`<code>${each.name}</code>`, each))}</tbody>
          ${operations.length > 1 ? html`<tfoot>${row(t('operator.sum'), all)}</tfoot>` : nothing}
        </table>
      </div>
      <p class="soft small">${t('operator.window')}</p>
    `;
  }
}

const row = (name, { count, p50, p95, p99 }) => html`
  <tr><th scope="row">${name}</th><td>${number(count)}</td>${[p50, p95, p99].map(each => html`<td>${each === null ? '–' : number(Math.round(each * 1000))}</td>`)}</tr>
`;

customElements.define('fr-requests', Requests);
