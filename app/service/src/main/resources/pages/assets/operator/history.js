// The last hour's curves of a concert, as this tab has seen them: kept in the session's storage, so that a reload goes on.

const HOUR = 3600;

/** What a sample has, in this order; each null where it was not known. `t` in seconds since 1970, on the server's clock. */
export const SERIES = ['t', 'waiting', 'active', 'admitted', 'left', 'paid', 'p50', 'p95', 'p99', 'refused'];

export class History {
  #stored;
  #rows;

  constructor(concertId) {
    this.#stored = `frontrow.night.${concertId}`;
    this.#rows = JSON.parse(sessionStorage.getItem(this.#stored) ?? '[]');
  }

  /** Adds a sample. What is older than an hour is forgotten. */
  add(sample) {
    this.#rows.push(SERIES.map(name => sample[name] ?? null));
    this.#rows = this.#rows.filter(([t]) => t > sample.t - HOUR);
    sessionStorage.setItem(this.#stored, JSON.stringify(this.#rows));
  }

  /** A column for each series asked for, the time first. A line has a gap where nobody looked for `gap` seconds. */
  columns(names, gap = 20) {
    const columns = names.map(() => []);
    let before = null;
    for (const row of this.#rows) {
      if (before !== null && row[0] - before > gap) {
        names.forEach((name, i) => columns[i].push(name === 't' ? before + 1 : null));
      }
      names.forEach((name, i) => columns[i].push(row[SERIES.indexOf(name)]));
      before = row[0];
    }
    return columns;
  }
}
