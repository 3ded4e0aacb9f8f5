// The inputs for a new evening and its sections, in the light of the page that holds the form.

import { html, nothing } from 'lit';
import { Face, t } from '../shared/face.js';

export const TIMES = ['startsAt', 'salesOpenAt', 'salesCloseAt'];

/** One labelled input; the label names it for everybody. */
export const input = (name, label, attributes = {}) => html`
  <div>
    <label for=${name}>${label}</label>
    <input id=${name} name=${name} type=${attributes.type ?? 'text'} min=${attributes.min ?? nothing} max=${attributes.max ?? nothing} step=${attributes.step ?? nothing}
      maxlength=${attributes.maxlength ?? nothing} form=${attributes.form ?? nothing} ?required=${!attributes.optional} ?disabled=${attributes.isOff ?? false}
      placeholder=${attributes.placeholder ?? nothing} list=${attributes.list ?? nothing} .value=${attributes.value ?? ''}
      autocomplete="off" />
  </div>
`;

/** The inputs of one section. */
export const sectionInputs = prefix => html`
  ${input(`${prefix}name`, t('operator.section'), { maxlength: 20 })}
  ${input(`${prefix}rows`, t('operator.rows'), { type: 'number', min: 1, max: 100000 })}
  ${input(`${prefix}seatsPerRow`, t('operator.seats-per-row'), { type: 'number', min: 1, max: 100000 })}
  ${input(`${prefix}price`, t('operator.price'), { type: 'number', min: 0, max: 100000000 })}
`;

class ScheduleFields extends Face {
  static properties = { prefix: {}, count: { state: true }, seats: { state: true } };

  constructor() {
    super();
    this.prefix = '';
    this.count = 1;
    this.seats = 0;
  }

  render() {
    return html`
      <div class="fields thirds" @input=${this.#add}>
        ${TIMES.map(name => input(`${this.prefix}${name}`, t(`operator.time.${name}`), { type: 'datetime-local' }))}
      </div>
      ${Array.from({ length: this.count }, (_, i) => html`
        <fieldset class="fields quarters" @input=${this.#add}>
          <legend class="unseen">${t('operator.section-number', { number: i + 1 })}</legend>
          ${sectionInputs(`${this.prefix}section-${i}-`)}
        </fieldset>`)}
      <div class="row">
        <button type="button" class="small" @click=${this.#more}>${t('operator.section-more')}</button>
        ${this.count > 1 ? html`<button type="button" class="quiet small" @click=${() => this.count--}>${t('operator.section-less')}</button>` : nothing}
        <span class="soft small">${t('operator.seats-in-all', { seats: this.seats })}</span>
      </div>
    `;
  }

  async #more() {
    this.count++;
    await this.updateComplete;
    this.querySelector(`[name="${this.prefix}section-${this.count - 1}-name"]`).focus();
  }

  #add() {
    const value = (i, name) => Number(this.querySelector(`[name="${this.prefix}section-${i}-${name}"]`)?.value ?? 0);
    this.seats = Array.from({ length: this.count }, (_, i) => value(i, 'rows') * value(i, 'seatsPerRow')).reduce((a, b) => a + b, 0);
  }
}

customElements.define('fr-schedule-fields', ScheduleFields);
