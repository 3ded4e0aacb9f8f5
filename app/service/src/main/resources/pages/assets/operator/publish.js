// Publishes a concert with its first evening.

import { html } from 'lit';
import { intend, post } from '../shared/api.js';
import { announce, Face, t } from '../shared/face.js';
import { scheduleOf } from './concert-fields.js';
import { refused } from './refused.js';
import { input } from './schedule-fields.js';
import { zones } from './zoned.js';

class Publish extends Face {
  static properties = { problem: { state: true }, isBusy: { state: true } };

  render() {
    return html`
      <div class="view-head"><h1>${t('operator.publish')}</h1></div>
      <form class="stack narrow" @submit=${this.#publish}>
        <section class="panel stack" aria-labelledby="what">
          <h2 id="what">${t('operator.what')}</h2>
          <div class="fields halves">
            ${input('title', t('operator.field.title'), { maxlength: 200 })}
            ${input('performer', t('operator.field.performer'), { maxlength: 200 })}
            ${input('venue', t('operator.field.venue'), { maxlength: 200 })}
            ${input('timeZone', t('operator.field.timeZone'), { list: 'zones', value: Intl.DateTimeFormat().resolvedOptions().timeZone })}
          </div>
          <datalist id="zones">${zones().map(zone => html`<option value=${zone}></option>`)}</datalist>
          <label class="check"><input type="checkbox" name="hidden" /> ${t('operator.publish-hidden')}</label>
        </section>
        <section class="panel stack" aria-labelledby="when">
          <h2 id="when">${t('operator.evening')}</h2>
          <p class="soft small">${t('operator.zone-why')}</p>
          <fr-schedule-fields></fr-schedule-fields>
        </section>
        ${refused(this.problem)}
        <div><button class="primary large" ?disabled=${this.isBusy}>${t('operator.publish')}</button></div>
      </form>
    `;
  }

  async #publish(event) {
    event.preventDefault();
    const data = new FormData(event.target);
    const timeZone = data.get('timeZone');
    if (!zones().includes(timeZone)) {
      event.target.elements.timeZone.focus();
      announce(t('operator.zone-unknown'));
      return;
    }
    const concert = {
      title: data.get('title'),
      performer: data.get('performer'),
      venue: data.get('venue'),
      timeZone,
      hidden: data.has('hidden'),
      schedules: [scheduleOf(data, '', timeZone)],
    };
    this.isBusy = true;
    const published = await this.attempt(() => intend('operator.publish', key => post('admin/concerts', concert, { key })));
    this.isBusy = false;
    if (!published) return;
    announce(t('operator.published'));
    location.hash = `#/night/${published.id}`;
  }
}

customElements.define('fr-publish', Publish);
