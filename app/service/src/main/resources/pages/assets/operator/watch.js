// Looks at a concert's night again and again, while its view is open: the line each two seconds, what it costs more to ask less
// often. What could not be asked is as it was before, and the failure is told.

import { clock, get, list, send } from '../shared/api.js';
import { Flow } from './flow.js';
import { History } from './history.js';
import { between, look } from './measured.js';
import { read } from './versioned.js';

const TICK = 2000;
/** Each how many ticks. */
const MEASURED_EACH = 3;
const SALES_EACH = 5;
const CONCERT_EACH = 5;
const PARKED_EACH = 10;
/** Seconds that requests are counted over. */
const WINDOW = 60;
/** The statuses of an address that operators don't reach. */
const KEPT_FROM_US = [401, 403, 404];

/** Dispatches `change` after each look. All times are seconds since 1970 on the server's clock. */
export class Watch extends EventTarget {
  line = null;
  lineVersion = null;
  concert = null;
  sales = null;
  parked = null;
  measured = null;
  requests = null;
  rates = null;
  pausedSince = null;
  problem = null;
  asOf = null;
  history;

  #concertId;
  #scheduleId;
  #flow = new Flow();
  #looks = [];
  #ticks = 0;
  #timer = null;
  #isLooking = false;

  constructor(concertId, scheduleId) {
    super();
    this.#concertId = concertId;
    this.#scheduleId = scheduleId;
    this.history = new History(concertId);
  }

  get now() {
    return clock.now() / 1000;
  }

  get scheduleId() {
    return this.#scheduleId;
  }

  start() {
    this.#timer = setInterval(() => this.#tick(), TICK);
    this.#tick();
  }

  stop() {
    clearInterval(this.#timer);
  }

  /** Takes over a line that was just changed here. */
  took({ version, body }) {
    this.#takeLine(body, version);
    this.dispatchEvent(new Event('change'));
  }

  /** Looks at all of it at once, after something was changed. */
  again() {
    this.#ticks = 0;
    return this.#tick();
  }

  async #tick() {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const tick = this.#ticks++;
    const due = each => tick % each === 0;
    try {
      if (due(CONCERT_EACH)) this.#takeConcert(await get(`admin/concerts/${this.#concertId}`));
      const { version, body } = await read(`admin/queues/${this.#concertId}`);
      this.#takeLine(body, version);
      await Promise.all([
        due(SALES_EACH) ? this.#lookAtSales() : null,
        due(PARKED_EACH) ? this.#lookAtParked() : null,
        due(MEASURED_EACH) ? this.#measure() : null,
      ]);
      this.asOf = this.now;
      this.problem = null;
    } catch (problem) {
      if (!problem.code) throw problem;
      this.problem = problem;
      this.#ticks = 0;
    } finally {
      this.#isLooking = false;
    }
    this.dispatchEvent(new Event('change'));
  }

  #takeConcert(concert) {
    this.concert = concert;
    const { schedules } = concert;
    const shown = schedules.find(each => each.id === this.#scheduleId) ?? schedules.find(each => each.saleStatus === 'OPEN');
    this.#scheduleId = (shown ?? schedules[0]).id;
  }

  #takeLine(line, version) {
    this.pausedSince = line.paused ? (this.pausedSince ?? this.#seenStopping(line)) : null;
    this.line = line;
    this.lineVersion = version;
    this.#flow.note(this.now, line);
    this.rates = this.#flow.rates;
  }

  /** When it was paused, if it went before our eyes. */
  #seenStopping() {
    return this.line && !this.line.paused ? this.now : null;
  }

  async #lookAtSales() {
    this.sales = await get(`admin/schedules/${this.#scheduleId}/sales`);
  }

  async #lookAtParked() {
    this.parked = await list('admin/parked-events', 100);
  }

  /** Looks at what the service measures, and adds to the curves. */
  async #measure() {
    const text = await figures();
    if (text !== null) this.#count({ t: this.now, ...look(text) });
    const { all, refused, seconds } = this.requests ?? { all: {}, refused: null, seconds: 1 };
    this.history.add({
      t: Math.round(this.now),
      waiting: this.line.waiting,
      active: this.line.active,
      ...this.rates,
      p50: all.p50,
      p95: all.p95,
      p99: all.p99,
      refused: refused === null ? null : refused / seconds,
    });
  }

  /** Counts requests since the oldest look at the same instance in the window. */
  #count(now) {
    this.#looks = this.#looks.filter(each => each.t > now.t - WINDOW);
    const before = this.#looks.find(each => each.instance === now.instance);
    this.#looks.push(now);
    this.measured = now;
    if (before) this.requests = between(before, now, now.t - before.t);
  }
}

/** The service's figures as text; null where they are kept from operators. */
async function figures() {
  try {
    const response = await send('GET', '../../actuator/prometheus', { headers: { Accept: 'text/plain' } });
    return await response.text();
  } catch (problem) {
    if (KEPT_FROM_US.includes(problem.status)) return null;
    throw problem;
  }
}
