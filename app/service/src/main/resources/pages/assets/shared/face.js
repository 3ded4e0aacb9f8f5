// What is said, in the reader's language: texts by key, numbers, dates and money by Intl; and the element that all views are
// made from, which is drawn anew when the language changes.

import { LitElement } from 'lit';

const LANGUAGES = ['ko', 'en'];
const STORED = 'frontrow.language';

const changes = new EventTarget();
let language = null;
let texts = {};

export const currentLanguage = () => language;

/** Changes the language, for this browser. */
export async function speak(wanted) {
  const response = await fetch(new URL(`../texts/${wanted}.json`, import.meta.url));
  texts = await response.json();
  language = wanted;
  document.documentElement.lang = wanted;
  changes.dispatchEvent(new Event('change'));
}

export function choose(wanted) {
  localStorage.setItem(STORED, wanted);
  return speak(wanted);
}

/** The language chosen before, or the first of the browser's that we speak. */
export function firstLanguage() {
  const wanted = [localStorage.getItem(STORED), ...navigator.languages].map(each => each?.slice(0, 2));
  return wanted.find(each => LANGUAGES.includes(each)) ?? 'en';
}

/** The text of a key. `{name}` is replaced; where `count` is given, the key's `.one` or `.other` is taken. */
export function t(key, values = {}) {
  const form = 'count' in values ? `${key}.${new Intl.PluralRules(language).select(values.count)}` : key;
  const text = texts[form] ?? texts[`${key}.other`] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === 'number' ? number(value) : (value ?? '');
  });
}

/** What a refusal means to the reader. */
export function explain(problem) {
  const key = `problem.${problem.code}`;
  return texts[key] ? t(key, problem.body) : t('problem.internal-error');
}

export const number = value => new Intl.NumberFormat(language).format(value);

export const points = value => t('points', { amount: number(value) });

/** Of a show. */
const EVENING = { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' };

/** A day and a time in a concert's zone. */
export function dateTime(instant, timeZone, options = EVENING) {
  return new Intl.DateTimeFormat(language, { ...options, timeZone }).format(new Date(instant));
}

/** A span of seconds in the two largest units: `3 min 20 s`. */
export function span(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [
    [Math.floor(whole / 86400), 'day'],
    [Math.floor((whole % 86400) / 3600), 'hour'],
    [Math.floor((whole % 3600) / 60), 'minute'],
    [whole % 60, 'second'],
  ];
  const first = Math.max(0, parts.findIndex(([value]) => value > 0));
  const shown = whole === 0 ? [parts[3]] : parts.slice(first, first + 2).filter(([value]) => value > 0);
  return shown
    .map(([value, unit]) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value))
    .join(' ');
}

/** Has a screen reader say it, when it has finished what it says. */
export function announce(text) {
  const announcer = document.getElementById('announcer');
  announcer.textContent = '';
  requestAnimationFrame(() => (announcer.textContent = text));
}

/** Makes styles of a view part of the page, once. */
export function adopt(...styles) {
  document.adoptedStyleSheets.push(...styles.map(style => style.styleSheet));
}

/** An element of the page itself, without a shadow: labels, headings and styles reach over all of them. */
export class Face extends LitElement {
  #redraw = () => this.requestUpdate();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    changes.addEventListener('change', this.#redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    changes.removeEventListener('change', this.#redraw);
  }

  /** What many views do: keep a refusal to show it, and give back nothing. */
  async attempt(act) {
    try {
      this.problem = null;
      return await act();
    } catch (problem) {
      if (problem.name === 'AbortError') return undefined;
      if (!problem.code) throw problem;
      this.problem = problem;
      return undefined;
    }
  }
}
