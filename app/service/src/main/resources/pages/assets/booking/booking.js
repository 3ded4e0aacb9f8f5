// The booking page: what stands on every view of it, and which view the address names. Views are loaded when they are needed.

import { html, nothing } from 'lit';
import { session } from '../shared/api.js';
import { choose, currentLanguage, Face, firstLanguage, speak, t } from '../shared/face.js';
import './concerts.js';

const VIEWS = {
  line: { load: () => import('./line.js'), show: ([concert, schedule]) => html`<fr-line .concertId=${concert} .scheduleId=${schedule}></fr-line>` },
  hall: { load: () => import('./hall.js'), show: ([concert, schedule]) => html`<fr-hall .concertId=${concert} .scheduleId=${schedule}></fr-hall>` },
  order: { load: () => import('./order.js'), show: ([reservation]) => html`<fr-order .reservationId=${reservation}></fr-order>` },
  waiting: { load: () => import('./waiting.js'), show: ([concert, schedule]) => html`<fr-waiting .concertId=${concert} .scheduleId=${schedule}></fr-waiting>` },
  tickets: { load: () => import('./tickets.js'), show: () => html`<fr-tickets></fr-tickets>` },
  login: { load: async () => {}, show: () => html`<fr-concerts></fr-concerts>` },
};

class BookingPage extends Face {
  static properties = { route: { state: true }, isLoggedIn: { state: true }, isLost: { state: true } };

  #signIn = null;

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', () => this.#go());
    session.addEventListener('change', () => this.#go());
    this.#go();
  }

  async #go() {
    const [name, ...ids] = location.hash.replace(/^#\/?/, '').split('/').filter(Boolean);
    const view = VIEWS[name];
    try {
      if (view && !session.userId) await (this.#signIn ??= import('./sign-in.js'));
      else if (view) await view.load();
      if (session.userId) await import('./basket.js');
    } catch {
      this.isLost = true;
      return;
    }
    const isFirst = this.route === undefined;
    this.isLost = false;
    this.isLoggedIn = session.userId !== null;
    this.route = { view, ids, key: location.hash };
    await this.updateComplete;
    if (!isFirst) {
      scrollTo(0, 0);
      this.querySelector('main:not(:focus-within)')?.focus({ preventScroll: true });
    }
  }

  render() {
    if (!this.route && !this.isLost) return nothing;
    return html`
      <a class="button skip" href="#main" @click=${this.#skip}>${t('page.skip')}</a>
      <header class="masthead">
        <div class="page">
          <a class="brand" href="#/">Frontrow</a>
          ${this.isLoggedIn ? this.#account() : nothing}
          <button class="quiet small" lang=${currentLanguage() === 'ko' ? 'en' : 'ko'} @click=${this.#changeLanguage}>
            ${currentLanguage() === 'ko' ? 'English' : '한국어'}
          </button>
        </div>
      </header>
      <main id="main" class="page" tabindex="-1">${this.isLost ? this.#lost() : this.#view()}</main>
      <footer class="foot">
        <nav class="page" aria-label=${t('page.more')}>
          <span>${t('page.claim')}</span>
          <a href="swagger-ui.html">${t('page.api')}</a>
          <a href="docs">${t('page.docs')}</a>
          <a href="problems">${t('page.problems')}</a>
        </nav>
      </footer>
    `;
  }

  #account() {
    return html`
      <fr-basket></fr-basket>
      <a class="button quiet small" href="#/tickets">${t('page.tickets')}</a>
      <button class="quiet small" @click=${() => session.logOut()} aria-label=${t('page.log-out', { user: session.name })}>
        <span class="who">${session.name}</span><span aria-hidden="true">·</span>${t('page.out')}
      </button>
    `;
  }

  #view() {
    const { view, ids } = this.route;
    if (!view) return html`<fr-concerts></fr-concerts>`;
    return this.isLoggedIn ? view.show(ids) : html`<fr-sign-in></fr-sign-in>`;
  }

  #lost() {
    return html`
      <div class="empty">
        <h1>${t('page.lost')}</h1>
        <p>${t('page.lost-why')}</p>
        <button class="primary" @click=${() => location.reload()}>${t('again')}</button>
      </div>
    `;
  }

  #skip(event) {
    event.preventDefault();
    this.querySelector('main').focus();
  }

  #changeLanguage() {
    choose(currentLanguage() === 'ko' ? 'en' : 'ko');
  }
}

await Promise.all([speak(firstLanguage()), session.arrive()]);
customElements.define('frontrow-booking', BookingPage);
