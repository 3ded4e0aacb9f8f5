// The way to the identity provider, and why the last one led nowhere.

import { html, nothing } from 'lit';
import { login, session } from './api.js';
import { explain, Face, t } from './face.js';
import { begin } from './login.js';

/** With `operator`, it asks for what running the night needs; with `another`, for somebody else than who is logged in. */
class ProviderLogin extends Face {
  static properties = { operator: { type: Boolean }, another: { type: Boolean }, problem: { state: true }, isBusy: { state: true } };

  #redraw = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    session.addEventListener('change', this.#redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    session.removeEventListener('change', this.#redraw);
  }

  firstUpdated() {
    this.querySelector('button').focus();
  }

  render() {
    const problem = this.problem ?? session.problem;
    return html`
      <div class="stack">
        ${problem ? html`<p class="note bad" role="alert">${explain(problem)}</p>` : nothing}
        <button class="primary large wide" ?disabled=${this.isBusy} @click=${this.#begin}>${t(this.another ? 'login.another' : 'login.begin')}</button>
        <p class="soft small">${t('login.provider', { provider: new URL(login.issuer).host })}</p>
      </div>
    `;
  }

  async #begin() {
    this.isBusy = true;
    await this.attempt(() => begin({ isOperator: this.operator, isAnother: this.another }));
    this.isBusy = false;
  }
}

customElements.define('fr-provider-login', ProviderLogin);
