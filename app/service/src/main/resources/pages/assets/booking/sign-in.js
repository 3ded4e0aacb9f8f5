// Who books: in demo mode whoever one says one is, otherwise whoever the identity provider says.

import { css, html } from 'lit';
import { login, session } from '../shared/api.js';
import { adopt, explain, Face, t } from '../shared/face.js';
import '../shared/provider-login.js';

class SignIn extends Face {
  static properties = { problem: { state: true }, isBusy: { state: true } };

  render() {
    return html`<section class="sign-in card stack"><h1>${t('login.title')}</h1>${this.#way()}</section>`;
  }

  firstUpdated() {
    this.querySelector('input')?.focus();
  }

  #way() {
    if (login.demo) return this.#demo();
    return login.clientId ? html`<fr-provider-login></fr-provider-login>` : html`<p>${t('login.elsewhere')}</p>`;
  }

  #demo() {
    const problem = this.problem ?? session.problem;
    return html`
      <p class="soft">${t('login.demo')}</p>
      <form class="stack" @submit=${this.#logIn}>
        <div>
          <label for="user">${t('login.name')}</label>
          <input id="user" name="user" required maxlength="255" autocomplete="username" autocapitalize="none" spellcheck="false" />
        </div>
        ${problem ? html`<p class="note bad" role="alert">${explain(problem)}</p>` : ''}
        <button class="primary large wide" ?disabled=${this.isBusy}>${t('login.go')}</button>
      </form>
    `;
  }

  async #logIn(event) {
    event.preventDefault();
    const name = new FormData(event.target).get('user').trim();
    if (!name) return;
    this.isBusy = true;
    await this.attempt(() => session.logIn(name));
    this.isBusy = false;
  }
}

adopt(css`
  .sign-in {
    max-width: 26rem;
    margin: clamp(0rem, 6vh, 4rem) auto;
  }
`);

customElements.define('fr-sign-in', SignIn);
