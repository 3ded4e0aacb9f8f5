// Whether what the service promises holds: counted when somebody asks, as it reads all rows.

import { html, nothing } from 'lit';
import { get } from '../shared/api.js';
import { announce, dateTime, explain, Face, number, t } from '../shared/face.js';

class Integrity extends Face {
  static properties = { report: { state: true }, problem: { state: true }, isBusy: { state: true } };

  render() {
    return html`
      <section class="panel" aria-labelledby="integrity-title">
        <div class="panel-head">
          <h2 id="integrity-title">${t('operator.integrity')}</h2>
          <button class="small" ?disabled=${this.isBusy} @click=${this.#check}>${t(this.isBusy ? 'operator.integrity.busy' : 'operator.integrity.check')}</button>
        </div>
        <p class="soft small">${t('operator.integrity.cost')}</p>
        ${this.problem ? html`<p class="note bad" role="alert">${explain(this.problem)}</p>` : nothing}
        ${this.report ? this.#report() : nothing}
      </section>
    `;
  }

  #report() {
    const { ok, invariants, checkedAt } = this.report;
    const time = dateTime(checkedAt, undefined, { timeStyle: 'medium' });
    return html`
      <p class="note ${ok ? '' : 'bad'}"><b>${t(ok ? 'operator.integrity.ok' : 'operator.integrity.broken')}</b>
        <span class="small">${t('operator.integrity.at', { time })}</span></p>
      <ul class="invariants">${invariants.map(({ name, description, violations }) => html`
        <li title=${description}><code>${name}</code><b class=${violations ? 'bad-text' : 'zero'}>${number(violations)}</b></li>`)}</ul>
    `;
  }

  async #check() {
    this.isBusy = true;
    const report = await this.attempt(() => get('admin/integrity'));
    this.isBusy = false;
    if (!report) return;
    this.report = report;
    announce(t(report.ok ? 'operator.integrity.ok' : 'operator.integrity.broken'));
  }
}

customElements.define('fr-integrity', Integrity);
