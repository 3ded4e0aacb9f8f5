// The last hour as curves, drawn by uPlot: the line, its pace, how long requests took, how many were refused.

import uPlot from 'uplot';
import { html } from 'lit';
import { currentLanguage, Face, number, t } from '../shared/face.js';

const HOUR = 3600;
/** Seconds that a chart shows at least. */
const SHORTEST = 600;

/** Steps of an axis, none finer than its figures are shown. */
const steps = finest => [1, 10, 100, 1000, 10000, 100000].flatMap(ten => [1, 2, 5].map(digit => digit * ten * finest));

/** What a chart shows, up to `least` where it is less; the colours are tokens, the lines differ in their dashes as well. */
const CHARTS = {
  line: { series: ['waiting', 'active'], least: 10, finest: 1, show: value => number(Math.round(value)) },
  pace: { series: ['admitted', 'paid'], least: 2, finest: 0.1, show: value => number(Math.round(value * 10) / 10) },
  latency: { series: ['p50', 'p95', 'p99'], least: 0.05, finest: 0.001, show: seconds => `${number(Math.round(seconds * 1000))} ms` },
  refusals: { series: ['refused'], least: 2, finest: 0.1, show: value => number(Math.round(value * 10) / 10) },
};
const COLORS = ['--accent', '--chart-2', '--chart-3'];
const DASHES = [[], [6, 3], [2, 3]];

class Curves extends Face {
  static properties = { history: {}, asOf: {} };

  #plots = new Map();
  #resizing = new ResizeObserver(() => this.#fit());
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  #recolor = () => (this.#forget(), this.requestUpdate());

  connectedCallback() {
    super.connectedCallback();
    this.#scheme.addEventListener('change', this.#recolor);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#scheme.removeEventListener('change', this.#recolor);
    this.#resizing.disconnect();
    this.#forget();
  }

  render() {
    return html`
      <section class="curves" aria-labelledby="curves-title">
        <h2 id="curves-title" class="unseen">${t('operator.curves')}</h2>
        ${Object.entries(CHARTS).map(([name, chart]) => this.#figure(name, chart))}
      </section>
    `;
  }

  #figure(name, { series, show }) {
    const last = this.history?.columns(series).map(column => column.at(-1) ?? null) ?? [];
    return html`
      <figure class="panel curve">
        <figcaption>
          <h3>${t(`operator.curve.${name}`)}</h3>
          <ul class="legend">${series.map((each, i) => html`
            <li><i class="dash dash-${i}" aria-hidden="true"></i>${t(`operator.series.${each}`)}
              <b>${last[i] === null ? '–' : show(last[i])}</b></li>`)}</ul>
        </figcaption>
        <div class="plot" data-chart=${name} aria-hidden="true"></div>
      </figure>
    `;
  }

  updated() {
    if (!this.history) return;
    for (const place of this.querySelectorAll('.plot')) {
      const chart = CHARTS[place.dataset.chart];
      const data = this.history.columns(['t', ...chart.series]);
      const known = this.#plots.get(place);
      if (known?.language === currentLanguage()) known.plot.setData(data);
      else this.#draw(place, chart, data);
    }
  }

  #draw(place, { series, show, least, finest }, data) {
    this.#plots.get(place)?.plot.destroy();
    const style = getComputedStyle(this);
    const color = name => style.getPropertyValue(name).trim();
    const font = `11px ${color('--font')}`;
    const axis = { stroke: color('--ink-soft'), font, grid: { stroke: color('--line'), width: 1 }, ticks: { show: false } };
    const time = new Intl.DateTimeFormat(currentLanguage(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const options = {
      width: place.clientWidth,
      height: place.clientHeight,
      legend: { show: false },
      cursor: { show: false },
      padding: [8, 20, 0, 0],
      scales: {
        x: { range: (plot, min, max) => (max === null ? [0, 1] : [Math.max(Math.min(min, max - SHORTEST), max - HOUR), max]) },
        y: { range: (plot, min, max) => [0, Math.max(max * 1.1, least)] },
      },
      axes: [
        { ...axis, space: 56, size: 26, incrs: [60, 120, 300, 600, 900], values: (plot, ticks) => ticks.map(each => time.format(each * 1000)) },
        { ...axis, space: 26, size: 58, incrs: steps(finest), values: (plot, ticks) => ticks.map(show) },
      ],
      series: [{}, ...series.map((name, i) => ({ stroke: color(COLORS[i]), width: 1.5, dash: DASHES[i], points: { show: false } }))],
    };
    const plot = new uPlot(options, data, place);
    this.#plots.set(place, { plot, language: currentLanguage() });
    this.#resizing.observe(place);
  }

  #fit() {
    for (const [place, { plot }] of this.#plots) {
      const { clientWidth: width, clientHeight: height } = place;
      if (plot.width !== width || plot.height !== height) plot.setSize({ width, height });
    }
  }

  #forget() {
    for (const { plot } of this.#plots.values()) plot.destroy();
    this.#plots.clear();
  }
}

customElements.define('fr-curves', Curves);
