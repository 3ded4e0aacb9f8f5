// What one instance of the service has measured, and what happened between two looks at it: how long requests took, how many
// were refused and why, the pool of connections, events that are not delivered.

import { parse } from './prometheus.js';

const REQUESTS = 'http_server_requests_seconds_';
const OTHERS = ['hikaricp_connections_active', 'hikaricp_connections_max', 'hikaricp_connections_pending',
  'frontrow_events_incomplete', 'frontrow_events_parked', 'process_start_time_seconds'];
const PROBLEMS = 'frontrow_problems_total';
const wanted = name => name.startsWith(REQUESTS) || name === PROBLEMS || OTHERS.includes(name);

/** What buyers wait for: operations of theirs that end, so neither streams nor the administration. */
const isBuyers = ({ uri = '' }) => uri.startsWith('/api/v1/') && !uri.startsWith('/api/v1/admin/') && !uri.endsWith('/events');

/** One look, as it was answered. `instance` tells it from the other instances behind the same address. */
export function look(text) {
  const values = {};
  const operations = new Map();
  const problems = new Map();
  for (const { name, labels, value } of parse(text, wanted)) {
    if (name === PROBLEMS) problems.set(labels.code, { ...labels, count: value });
    else if (!name.startsWith(REQUESTS)) values[name] = value;
    else if (isBuyers(labels)) note(operations, name.slice(REQUESTS.length), labels, value);
  }
  return {
    instance: values.process_start_time_seconds,
    poolActive: values.hikaricp_connections_active,
    poolMax: values.hikaricp_connections_max,
    poolPending: values.hikaricp_connections_pending,
    backlog: values.frontrow_events_incomplete,
    parked: values.frontrow_events_parked,
    operations,
    problems,
  };
}

function note(operations, kind, { method, uri, status, le }, value) {
  const key = `${method} ${uri} ${status}`;
  const operation = operations.get(key) ?? { method, uri, count: 0, buckets: new Map() };
  operations.set(key, operation);
  if (kind === 'count') operation.count = value;
  if (kind === 'bucket') operation.buckets.set(le === '+Inf' ? Infinity : Number(le), value);
}

/**
 * What was answered between two looks at the same instance: how many of each operation and how long they took, and which refusals.
 *
 * @returns `{seconds, operations: [{name, count, p50, p95, p99}], all, refusals: [{code, status, count}], refused}`
 */
export function between(earlier, later, seconds) {
  const byName = new Map();
  for (const [key, now] of later.operations) {
    const before = earlier.operations.get(key);
    const count = now.count - (before?.count ?? 0);
    if (count <= 0) continue;
    const name = `${now.method} ${now.uri.replace('/api/v1', '')}`;
    const sum = byName.get(name) ?? { name, count: 0, buckets: new Map() };
    byName.set(name, sum);
    add(sum, count, now.buckets, before?.buckets);
  }
  const all = { name: null, count: 0, buckets: new Map() };
  for (const each of byName.values()) add(all, each.count, each.buckets);
  const refusals = [...later.problems.values()]
    .map(each => ({ ...each, count: each.count - (earlier.problems.get(each.code)?.count ?? 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return {
    seconds,
    all: withPercentiles(all),
    operations: [...byName.values()].map(withPercentiles).sort((a, b) => b.count - a.count),
    refusals,
    refused: refusals.reduce((sum, each) => sum + each.count, 0),
  };
}

function add(sum, count, buckets, before) {
  sum.count += count;
  for (const [limit, value] of buckets) {
    sum.buckets.set(limit, (sum.buckets.get(limit) ?? 0) + value - (before?.get(limit) ?? 0));
  }
}

const withPercentiles = ({ name, count, buckets }) => ({
  name,
  count,
  p50: percentile(buckets, 0.5),
  p95: percentile(buckets, 0.95),
  p99: percentile(buckets, 0.99),
});

/** Seconds, straight between a bucket's limits; null where nothing was measured, the last limit where it took longer. */
function percentile(buckets, share) {
  const limits = [...buckets.keys()].sort((a, b) => a - b);
  const total = buckets.get(Infinity) ?? 0;
  if (total === 0) return null;
  const rank = share * total;
  let below = 0;
  let from = 0;
  for (const limit of limits) {
    const within = buckets.get(limit);
    if (within >= rank) {
      if (limit === Infinity) return from;
      return from + ((limit - from) * (rank - below)) / Math.max(1, within - below);
    }
    below = within;
    from = limit;
  }
  return from;
}
