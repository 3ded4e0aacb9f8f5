// The hall by section, the fuller the darker, with the same figures as a table below: nothing is told by colour alone.

import { html, nothing } from 'lit';
import { Face, number, points, t } from '../shared/face.js';

const COUNTS = ['sold', 'complimentary', 'held', 'blocked', 'available'];

class HallHeat extends Face {
  static properties = { sales: {}, scheduleId: {}, concertId: {} };

  render() {
    return html`
      <section class="panel hall" aria-labelledby="hall-title">
        <div class="panel-head">
          <h2 id="hall-title">${t('operator.hall')}</h2>
          ${this.scheduleId ? html`<a class="button small" href="#/seats/${this.concertId}/${this.scheduleId}">${t('operator.seats')}</a>` : nothing}
        </div>
        ${this.sales ? this.#hall() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
      </section>
    `;
  }

  #hall() {
    const { sections, total } = this.sales;
    return html`
      <div class="stage" aria-hidden="true">${t('operator.stage')}</div>
      <div class="heat" aria-hidden="true">${sections.map(tile)}</div>
      <ul class="legend" aria-hidden="true">${COUNTS.map(name => html`<li><i class="swatch ${name}"></i>${t(`operator.seat.${name}`)}</li>`)}</ul>
      <div class="scroll" tabindex="0" role="group" aria-label=${t('operator.sales')}>
        <table class="figures">
          <caption class="unseen">${t('operator.sales')}</caption>
          <thead><tr>
            <th scope="col">${t('operator.section')}</th><th scope="col">${t('operator.total')}</th>
            ${COUNTS.map(name => html`<th scope="col">${t(`operator.seat.${name}`)}</th>`)}
            <th scope="col">${t('operator.revenue')}</th><th scope="col">${t('operator.refunded')}</th>
          </tr></thead>
          <tbody>${sections.map(each => row(each.name, each))}</tbody>
          ${sections.length > 1 ? html`<tfoot>${row(t('operator.sum'), total)}</tfoot>` : nothing}
        </table>
      </div>
    `;
  }
}

const share = (part, total) => (total === 0 ? 0 : part / total);

/** Every section as wide as its share of the hall asks for, filled from the bottom. */
function tile(section) {
  const taken = share(section.total - section.available, section.total);
  return html`
    <div class="tile" .style=${`--heat: ${taken}; flex-grow: ${Math.round(Math.sqrt(section.total))}`}>
      <b>${section.name}</b>
      <span>${new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' }).format(taken)}</span>
      <div class="bar">${COUNTS.map(name => html`<i class="swatch ${name}" .style=${`flex-grow: ${section[name]}`}></i>`)}</div>
    </div>
  `;
}

const row = (name, figures) => html`
  <tr>
    <th scope="row">${name}</th>
    <td>${number(figures.total)}</td>
    ${COUNTS.map(count => html`<td class=${figures[count] === 0 ? 'zero' : ''}>${number(figures[count])}</td>`)}
    <td>${points(figures.revenue)}</td>
    <td class=${figures.refunded === 0 ? 'zero' : ''}>${points(figures.refunded)}</td>
  </tr>
`;

customElements.define('fr-hall-heat', HallHeat);
