// A hall: where each seat is, what has become of it, and what somebody has chosen. The map and the list are two views of it.
// Seats are numbered in the layout's order; arrays by that number keep 50,000 of them small.

export const FREE = 0;
export const HELD = 1;
export const SOLD = 2;
export const BLOCKED = 3;

/** Seats between sections, beside and behind one another. */
const AISLE = 3;
const GANGWAY = 4;

/** How far the ends of a row bend towards the stage, as a part of the hall's width. */
const BEND = 0.11;

/** Dispatches `change` when states or choices have changed. */
export class Hall extends EventTarget {
  chosen = [];

  constructor(layout, limit) {
    super();
    this.limit = limit;
    this.version = layout.version;
    this.sections = [];
    this.rows = [];
    this.ids = [];
    for (const { name, price, rows } of layout.sections) {
      const section = { name, price, index: this.sections.length, rows: [], first: this.ids.length, free: 0 };
      for (const { label, firstNumber, seatIds } of rows) {
        const row = { section, label, firstNumber, first: this.ids.length, count: seatIds.length, index: this.rows.length };
        section.rows.push(row);
        this.rows.push(row);
        for (const id of seatIds) this.ids.push(id);
      }
      section.count = this.ids.length - section.first;
      this.sections.push(section);
    }
    this.states = new Uint8Array(this.ids.length);
    this.rowOf = new Uint32Array(this.ids.length);
    for (const row of this.rows) this.rowOf.fill(row.index, row.first, row.first + row.count);
    this.#build();
  }

  /** Places sections in tiers: those of one price side by side as long as the hall does not get too wide. */
  #build() {
    const area = this.ids.length;
    const widest = Math.max(Math.sqrt(area * 2.6), ...this.sections.map(widthOf));
    const tiers = [];
    for (const section of this.sections) {
      const tier = tiers.at(-1);
      const fits = tier && tier.price === section.price && tier.width + AISLE + widthOf(section) <= widest * 1.05;
      if (fits) {
        tier.sections.push(section);
        tier.width += AISLE + widthOf(section);
      } else {
        tiers.push({ price: section.price, sections: [section], width: widthOf(section) });
      }
    }
    this.width = Math.max(...tiers.map(tier => tier.width));
    this.bend = (4 * BEND) / Math.max(this.width, 12);
    let y = 0;
    for (const tier of tiers) {
      let x = -tier.width / 2;
      for (const section of tier.sections) {
        section.x = x;
        section.y = y;
        section.width = widthOf(section);
        section.height = section.rows.length;
        section.rows.forEach((row, index) => {
          row.x = x + (section.width - row.count) / 2;
          row.y = y + index;
        });
        x += section.width + AISLE;
      }
      y += Math.max(...tier.sections.map(each => each.rows.length)) + GANGWAY;
    }
    this.height = y - GANGWAY;
  }

  /** How much a place so far from the middle is nearer to the stage than the middle of its row. */
  rise(x) {
    return this.bend * x * x;
  }

  /** How far the rows there lean, in radians. */
  lean(x) {
    return -Math.atan(2 * this.bend * x);
  }

  /** Before the first rows: half as wide as it is, as deep, and from where on. */
  get stage() {
    const half = Math.max(2.5, this.width * 0.22);
    const depth = Math.max(1.2, this.width * 0.045);
    return { half, depth, top: -this.rise(half) - 2 * depth - 0.5 };
  }

  rowAt(seat) {
    return this.rows[this.rowOf[seat]];
  }

  /** The middle of a seat, before rows are bent. */
  xOf(seat) {
    const row = this.rowAt(seat);
    return row.x + (seat - row.first) + 0.5;
  }

  yOf(seat) {
    return this.rowAt(seat).y + 0.5;
  }

  numberOf(seat) {
    const row = this.rowAt(seat);
    return row.firstNumber + seat - row.first;
  }

  priceOf(seat) {
    return this.rowAt(seat).section.price;
  }

  labelOf(seat) {
    const row = this.rowAt(seat);
    return { section: row.section.name, row: row.label, number: String(this.numberOf(seat)) };
  }

  /** The seat at a place of the unbent hall, or -1. */
  seatAt(x, y) {
    for (const section of this.sections) {
      const row = section.rows[Math.floor(y - section.y)];
      const seat = row ? Math.floor(x - row.x) : -1;
      if (row && seat >= 0 && seat < row.count) return row.first + seat;
    }
    return -1;
  }

  sectionAt(x, y) {
    return this.sections.find(
      each => x >= each.x - 1 && x < each.x + each.width + 1 && y >= each.y - 1 && y < each.y + each.height + 1,
    );
  }

  get free() {
    return this.sections.reduce((sum, section) => sum + section.free, 0);
  }

  freeIn(row) {
    let free = 0;
    for (let seat = row.first; seat < row.first + row.count; seat++) free += this.states[seat] === FREE ? 1 : 0;
    return free;
  }

  /** Takes the states as they are sent: two bits a seat in base64. What was chosen and is no longer free is given back. */
  take(encoded) {
    const bytes = Uint8Array.from(atob(encoded), letter => letter.charCodeAt(0));
    for (let seat = 0; seat < this.states.length; seat++) {
      this.states[seat] = (bytes[seat >> 2] >> ((seat & 3) * 2)) & 3;
    }
    return this.#settle();
  }

  /** Marks seats that a refusal has named, until the next states come. */
  mark(ids, state) {
    const named = new Set(ids);
    this.ids.forEach((id, seat) => named.has(id) && (this.states[seat] = state));
    return this.#settle();
  }

  #settle() {
    for (const section of this.sections) {
      section.free = section.rows.reduce((sum, row) => sum + this.freeIn(row), 0);
    }
    const lost = this.chosen.filter(seat => this.states[seat] !== FREE);
    this.chosen = this.chosen.filter(seat => this.states[seat] === FREE);
    this.#changed();
    return lost;
  }

  /** Chooses a free seat or lets it go; false where it can't be chosen. */
  toggle(seat) {
    if (this.chosen.includes(seat)) {
      this.choose(this.chosen.filter(each => each !== seat));
      return true;
    }
    if (this.states[seat] !== FREE || this.chosen.length >= this.limit) return false;
    this.choose([...this.chosen, seat]);
    return true;
  }

  choose(seats) {
    this.chosen = [...seats].sort((one, other) => one - other);
    this.#changed();
  }

  /** Those of these seats that the hall still has. */
  chooseIds(ids) {
    this.choose(ids.map(id => this.ids.indexOf(id)).filter(seat => seat >= 0));
  }

  get amount() {
    return this.chosen.reduce((sum, seat) => sum + this.priceOf(seat), 0);
  }

  /**
   * The best `count` free seats side by side, or null: those that leave no single seat between others, before those that do;
   * of these the nearest to the stage, or to the seats in `near`.
   *
   * @param section null for any
   */
  best(count, section = null, near = null) {
    const goal = near?.length
      ? { x: mean(near.map(seat => this.xOf(seat))), y: mean(near.map(seat => this.yOf(seat))) }
      : { x: 0, y: -this.height * 0.15 };
    let best = null;
    for (const row of this.rows) {
      if (section && row.section !== section) continue;
      for (const run of this.#runs(row)) {
        for (let first = run.first; first + count <= run.end; first++) {
          const before = first - run.first;
          const after = run.end - first - count;
          const leavesOne = before === 1 || after === 1;
          const away = Math.hypot(row.x + (first - row.first) + count / 2 - goal.x, row.y + 0.5 - goal.y);
          const cost = away + (leavesOne ? 1e6 : 0);
          if (!best || cost < best.cost) best = { first, cost };
        }
      }
    }
    return best && Array.from({ length: count }, (_, index) => best.first + index);
  }

  *#runs(row) {
    let first = -1;
    for (let seat = row.first; seat <= row.first + row.count; seat++) {
      const isFree = seat < row.first + row.count && this.states[seat] === FREE;
      if (isFree && first < 0) first = seat;
      if (!isFree && first >= 0) {
        yield { first, end: seat };
        first = -1;
      }
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

const widthOf = section => Math.max(1, ...section.rows.map(row => row.count));

const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;
