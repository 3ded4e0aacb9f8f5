// Who runs the night: in demo mode whoever sits at the machine itself; otherwise an account of the organiser's.

import { html, nothing } from 'lit';
import { login, session } from '../shared/api.js';
import { explain, Face, t } from '../shared/face.js';
import '../shared/provider-login.js';

class OperatorSignIn extends Face {
  static properties = { problem: { state: true }, isBusy: { state: true } };

  firstUpdated() {
    this.querySelector('input')?.focus();
  }

  render() {
    return html`
      <section class="desk-sign-in card stack">
        <h1>${t('operator.login')}</h1>
        ${session.isDenied ? html`<p class="note warn">${t('operator.login.denied', { user: session.name })}</p>` : nothing}
        ${this.#way()}
      </section>
    `;
  }

  #way() {
    if (login.demo) return this.#demo();
    if (!login.clientId) return html`<p>${t('login.elsewhere')}</p>`;
    return html`<fr-provider-login operator ?another=${session.isDenied}></fr-provider-login>`;
  }

  #demo() {
    const problem = this.problem ?? session.problem;
    return html`
      ${session.userId ? html`<p class="note warn">${t('operator.login.other', { user: session.userId })}</p>` : nothing}
      <p class="soft">${t('operator.login.demo')}</p>
      <form class="stack" @submit=${this.#logIn}>
        <div>
          <label for="user">${t('login.name')}</label>
          <input id="user" name="user" required maxlength="255" autocomplete="username" autocapitalize="none" spellcheck="false" />
        </div>
        ${problem ? html`<p class="note bad" role="alert">${explain(problem)}</p>` : nothing}
        <button class="primary large wide" ?disabled=${this.isBusy}>${t('login.go')}</button>
      </form>
    `;
  }

  async #logIn(event) {
    event.preventDefault();
    const name = new FormData(event.target).get('user').trim();
    if (!name) return;
    this.isBusy = true;
    await this.attempt(() => session.logIn(name, true));
    this.isBusy = false;
  }
}

customElements.define('fr-operator-sign-in', OperatorSignIn);
