// Pauses a line, and sets its cap and rate: what they would do is told while they are typed, and of two operators who change
// the same the second sees what the first has done.

import { html, nothing } from 'lit';
import './conflict.js';
import { announce, explain, Face, number, span, t } from '../shared/face.js';
import { preview } from './preview.js';
import { change, read } from './versioned.js';

const SETTINGS = ['paused', 'maxActive', 'admissionsPerSecond'];
const SETTLED = 900;

/** Dispatches `changed` with the line as it was answered. */
class LineControl extends Face {
  static properties = {
    line: {},
    version: {},
    leaving: {},
    draft: { state: true },
    conflict: { state: true },
    problem: { state: true },
    isBusy: { state: true },
    done: { state: true },
  };

  #begun = null;
  #telling = null;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#telling);
  }

  render() {
    if (!this.line) return nothing;
    return html`
      <section class="panel control" aria-labelledby="control-title">
        <h2 id="control-title">${t('operator.control')}</h2>
        ${this.#pause()}
        <form @submit=${this.#apply} @input=${this.#type}>
          ${this.#field('maxActive', t('operator.cap'), t('operator.cap-unit'))}
          ${this.#field('admissionsPerSecond', t('operator.rate'), t('operator.rate-unit'))}
          <p id="preview" class="preview">${this.#preview()}</p>
          <div class="row">
            <button class="primary" ?disabled=${!this.draft || this.isBusy}>${t('operator.apply')}</button>
            ${this.draft ? html`<button type="button" class="quiet" @click=${this.#reset}>${t('operator.discard')}</button>` : nothing}
          </div>
        </form>
        ${this.conflict ? this.#conflict() : nothing}
        ${this.problem ? html`<p class="note bad" role="alert">${explain(this.problem)}</p>` : nothing}
        ${this.done ? html`<p class="note">${t(this.done)}</p>` : nothing}
      </section>
    `;
  }

  #pause() {
    const { paused } = this.line;
    return html`
      <button class="pause wide ${paused ? 'primary' : ''}" aria-describedby="pause-why" ?disabled=${this.isBusy} @click=${this.#toggle}>
        <span class=${paused ? 'icon-go' : 'icon-pause'} aria-hidden="true"></span>
        ${paused ? t('operator.go-on') : t('operator.pause')}
      </button>
      <p id="pause-why" class="soft small">${paused ? this.#say({ ...this.#wanted, paused: false }) : t('operator.pause-why')}</p>
    `;
  }

  #field(name, label, unit) {
    return html`
      <div class="setting">
        <label for=${name}>${label}</label>
        <div class="with-unit">
          <input id=${name} name=${name} type="text" inputmode="numeric" pattern="[0-9]{1,9}" required autocomplete="off"
            aria-describedby="preview" .value=${String(this.draft?.[name] ?? this.line[name])} />
          <span class="soft small">${unit}</span>
        </div>
      </div>
    `;
  }

  get #wanted() {
    const wanted = { ...this.line };
    for (const [name, text] of Object.entries(this.draft ?? {})) wanted[name] = Number(text);
    return wanted;
  }

  #preview() {
    return this.#isReadable ? this.#say(this.#wanted) : t('operator.whole-number');
  }

  get #isReadable() {
    return Object.values(this.draft ?? {}).every(text => /^\d{1,9}$/.test(text));
  }

  #say(settings) {
    const { key, values } = preview(settings, this.leaving);
    const shown = { ...values };
    if ('seconds' in shown) shown.seconds = span(Math.max(1, shown.seconds));
    if ('fullIn' in shown) shown.fullIn = span(Math.max(1, shown.fullIn));
    return t(`operator.preview.${key}`, shown);
  }

  #type(event) {
    const { name, value } = event.target;
    this.#begun ??= { line: this.line, version: this.version };
    const draft = { ...this.draft, [name]: value.trim() };
    if (draft[name] === String(this.line[name])) delete draft[name];
    this.draft = Object.keys(draft).length > 0 ? draft : null;
    if (!this.draft) this.#begun = null;
    this.done = null;
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => announce(this.#preview()), SETTLED);
  }

  #reset() {
    this.draft = null;
    this.conflict = null;
    this.#begun = null;
    this.querySelector('#maxActive').focus();
  }

  #toggle() {
    this.#send({ paused: !this.line.paused }, { line: this.line, version: this.version });
  }

  #apply(event) {
    event.preventDefault();
    if (!this.draft || !this.#isReadable) return;
    const patch = Object.fromEntries(Object.entries(this.draft).map(([name, text]) => [name, Number(text)]));
    this.#send(patch, this.#begun);
  }

  async #send(patch, seen) {
    this.isBusy = true;
    this.done = null;
    const answer = await this.attempt(() => change(`admin/queues/${this.line.concertId}`, patch, seen.version));
    if (answer) this.#succeed(answer, patch);
    else if (this.problem?.code === 'precondition-failed') await this.#meet(patch, seen);
    this.isBusy = false;
  }

  #succeed(answer, patch) {
    this.conflict = null;
    if (!('paused' in patch)) {
      this.draft = null;
      this.#begun = null;
    }
    const done = 'paused' in patch ? (patch.paused ? 'paused' : 'going-on') : 'applied';
    this.done = `operator.${done}`;
    announce(t(this.done));
    this.dispatchEvent(new CustomEvent('changed', { detail: answer }));
  }

  /** Somebody was faster. Where they have changed no setting, as when a sale was opened, ours go through. */
  async #meet(patch, seen) {
    this.problem = null;
    const now = await this.attempt(() => read(`admin/queues/${this.line.concertId}`));
    if (!now) return;
    const changed = SETTINGS.filter(name => now.body[name] !== seen.line[name]);
    if (changed.length === 0) {
      await this.#send(patch, { line: now.body, version: now.version });
      return;
    }
    this.conflict = { patch, seen, now, changed };
    this.dispatchEvent(new CustomEvent('changed', { detail: now }));
  }

  #conflict() {
    const { patch, seen, now, changed } = this.conflict;
    const rows = SETTINGS.filter(name => changed.includes(name) || name in patch).map(name => ({
      label: t(`operator.setting.${name}`),
      seen: setting(seen.line[name]),
      now: setting(now.body[name]),
      yours: name in patch ? setting(patch[name]) : null,
    }));
    return html`<fr-conflict .rows=${rows} @keep=${this.#reset}
      @apply=${() => this.#send(patch, { line: now.body, version: now.version })}></fr-conflict>`;
  }
}

const setting = value => (typeof value === 'boolean' ? t(value ? 'operator.yes' : 'operator.no') : number(value));

customElements.define('fr-line-control', LineControl);
