// Somebody else was faster: what they have changed, beside what was seen and what is wanted, and both ways on.

import { html } from 'lit';
import { Face, t } from '../shared/face.js';

/** `rows`: `{label, seen, now, yours}`, as they are shown. Dispatches `apply` or `keep`; takes the focus when it appears. */
class Conflict extends Face {
  static properties = { rows: {} };

  firstUpdated() {
    this.querySelector('.conflict').focus();
  }

  render() {
    return html`
      <div class="note warn conflict" role="group" aria-labelledby="conflict-title" tabindex="-1">
        <h3 id="conflict-title">${t('operator.conflict')}</h3>
        <table class="figures">
          <thead><tr>
            <th scope="col">${t('operator.conflict.what')}</th><th scope="col">${t('operator.conflict.seen')}</th>
            <th scope="col">${t('operator.conflict.now')}</th><th scope="col">${t('operator.conflict.yours')}</th>
          </tr></thead>
          <tbody>${this.rows.map(({ label, seen, now, yours }) => html`
            <tr><th scope="row">${label}</th><td>${seen}</td><td><b>${now}</b></td><td>${yours ?? '–'}</td></tr>`)}</tbody>
        </table>
        <div class="row">
          <button type="button" class="primary" @click=${() => this.dispatchEvent(new Event('apply'))}>${t('operator.conflict.apply')}</button>
          <button type="button" @click=${() => this.dispatchEvent(new Event('keep'))}>${t('operator.conflict.keep')}</button>
        </div>
      </div>
    `;
  }
}

customElements.define('fr-conflict', Conflict);
