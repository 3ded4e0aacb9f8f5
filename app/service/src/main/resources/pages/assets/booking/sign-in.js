// Who books: in demo mode whoever one says one is; with an identity provider nobody can log in here.

import { css, html } from 'lit';
import { session } from '../shared/api.js';
import { adopt, explain, Face, t } from '../shared/face.js';

const isDemo = document.documentElement.dataset.demo === 'true';

class SignIn extends Face {
  static properties = { problem: { state: true }, isBusy: { state: true } };

  render() {
    return html`<section class="sign-in card stack">${isDemo ? this.#demo() : this.#closed()}</section>`;
  }

  firstUpdated() {
    this.querySelector('input')?.focus();
  }

  #demo() {
    return html`
      <h1>${t('login.title')}</h1>
      <p class="soft">${t('login.demo')}</p>
      <form class="stack" @submit=${this.#logIn}>
        <div>
          <label for="user">${t('login.name')}</label>
          <input id="user" name="user" required maxlength="255" autocomplete="username" autocapitalize="none" spellcheck="false" />
        </div>
        ${this.problem ? html`<p class="note bad" role="alert">${explain(this.problem)}</p>` : ''}
        <button class="primary large wide" ?disabled=${this.isBusy}>${t('login.go')}</button>
      </form>
    `;
  }

  #closed() {
    return html`<h1>${t('login.title')}</h1><p>${t('login.provider')}</p>`;
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
