// Why the line stands still, or how it moves: one sentence, from what is known now. The first reason that applies is said.

import { emptyIn } from './preview.js';

/**
 * @param night `{line, concert, sales, rates, pausedSince, now}`; sales and rates may not be known yet
 * @returns `{tone: 'good'|'warn'|'bad'|'calm', key, values}` of the text `operator.verdict.…`; `cause` where one press helps
 */
export function verdict({ line, concert, sales, rates, pausedSince, now }) {
  const open = concert.schedules.filter(each => each.saleStatus === 'OPEN');
  if (open.length === 0) return notOnSale(concert, now);
  if (concert.hidden) return say('warn', 'hidden', { count: line.waiting });
  if (line.paused) {
    return pausedSince === null
      ? say('bad', 'paused', { count: line.waiting }, 'paused')
      : say('bad', 'paused-since', { count: line.waiting, seconds: now - pausedSince }, 'paused');
  }
  if (line.admissionsPerSecond === 0) return say('bad', 'no-rate', { count: line.waiting }, 'settings');
  if (line.maxActive === 0) return say('bad', 'no-cap', { count: line.waiting }, 'settings');
  const soldOut = sales !== null && open.length === 1 && sales.total.available === 0;
  if (soldOut && sales.total.held > 0) return say('warn', 'all-held', { count: sales.total.held });
  if (soldOut) return say('calm', 'sold-out', { count: line.waiting });
  if (line.waiting === 0) return say('calm', 'nobody', { count: line.active });
  if (line.active >= line.maxActive) {
    return rates === null || rates.admitted === 0
      ? say('bad', 'full', { count: line.active, cap: line.maxActive }, 'settings')
      : say('warn', 'full-moving', { cap: line.maxActive, rate: perSecond(rates.admitted) }, 'settings');
  }
  if (rates !== null && rates.admitted === 0) return say('bad', 'stuck', { count: line.waiting });
  const seconds = emptyIn(line, rates?.left ?? null);
  const rate = perSecond(rates?.admitted ?? line.admissionsPerSecond);
  return seconds === null ? say('good', 'moving', { rate }) : say('good', 'moving-until', { rate, seconds });
}

function notOnSale({ schedules }, now) {
  const upcoming = schedules.filter(each => each.saleStatus === 'UPCOMING');
  if (upcoming.length > 0) {
    const next = upcoming.reduce((a, b) => (a.salesOpenAt < b.salesOpenAt ? a : b));
    return say('calm', 'not-open', { seconds: Date.parse(next.salesOpenAt) / 1000 - now });
  }
  return schedules.every(each => each.saleStatus === 'CANCELLED') ? say('bad', 'cancelled') : say('calm', 'closed');
}

const perSecond = rate => (rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate));

const say = (tone, key, values = {}, cause = null) => ({ tone, key, values, cause });
