// The operator's page: who is at the desk, which view the address asks for, and what frames all of them.

import { html, nothing } from 'lit';
import { session } from '../shared/api.js';
import { choose, currentLanguage, Face, firstLanguage, speak, t } from '../shared/face.js';

const VIEWS = {
  night: { load: () => import('./night.js'), show: ([concert, schedule]) => html`<fr-night .concertId=${concert} .scheduleId=${schedule}></fr-night>` },
  seats: { load: () => import('./seats.js'), show: ([concert, schedule]) => html`<fr-seats .concertId=${concert} .scheduleId=${schedule}></fr-seats>` },
  concert: { load: () => import('./edit.js'), show: ([concert]) => html`<fr-edit .concertId=${concert}></fr-edit>` },
  publish: { load: () => import('./publish.js'), show: () => html`<fr-publish></fr-publish>` },
};
const FIRST = { load: () => import('./concerts.js'), show: () => html`<fr-programme></fr-programme>` };

class OperatorPage extends Face {
  static properties = { route: { state: true }, isLost: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', () => this.#go());
    session.addEventListener('change', () => this.#go());
    this.#go();
  }

  async #go() {
    const [name, ...ids] = location.hash.replace(/^#\/?/, '').split('/').filter(Boolean);
    const view = VIEWS[name] ?? FIRST;
    const isFirst = this.route === undefined;
    try {
      await (session.isAdmin ? view.load() : import('./sign-in.js'));
      this.isLost = false;
    } catch {
      this.isLost = true;
    }
    this.route = { view, ids, isAdmin: session.isAdmin };
    await this.updateComplete;
    if (!isFirst) {
      scrollTo(0, 0);
      this.querySelector('main:not(:focus-within)')?.focus({ preventScroll: true });
    }
  }

  render() {
    if (!this.route) return nothing;
    const other = currentLanguage() === 'ko' ? 'en' : 'ko';
    return html`
      <a class="button skip" href="#main" @click=${this.#skip}>${t('page.skip')}</a>
      <header class="masthead">
        <div class="desk">
          <a class="brand" href="#/">Frontrow</a>
          <span class="tag">${t('operator.title')}</span>
          <nav aria-label=${t('operator.ways')}>
            ${this.route.isAdmin ? html`<a class="button quiet small" href="#/">${t('operator.concerts')}</a>` : nothing}
          </nav>
          ${session.userId
            ? html`<button class="quiet small" @click=${() => session.logOut()} aria-label=${t('page.log-out', { user: session.name })}>
                <span class="who">${session.name}</span><span aria-hidden="true">·</span>${t('page.out')}
              </button>`
            : nothing}
          <button class="quiet small" lang=${other} @click=${() => choose(other)}>${other === 'en' ? 'English' : '한국어'}</button>
        </div>
      </header>
      <main id="main" class="desk" tabindex="-1">${this.#view()}</main>
    `;
  }

  #view() {
    if (this.isLost) {
      return html`<div class="empty"><h1>${t('page.lost')}</h1>
        <button class="primary" @click=${() => location.reload()}>${t('again')}</button></div>`;
    }
    const { view, ids, isAdmin } = this.route;
    return isAdmin ? view.show(ids) : html`<fr-operator-sign-in></fr-operator-sign-in>`;
  }

  #skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }
}

await Promise.all([speak(firstLanguage()), session.arrive()]);
customElements.define('frontrow-operator', OperatorPage);
