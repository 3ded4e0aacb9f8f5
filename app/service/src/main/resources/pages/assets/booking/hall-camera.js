// From where the hall is looked at: which place of it lies in the middle of the canvas, and how many pixels a seat has. Places
// are those of the hall as it is drawn, with its rows bent.

/** Pixels a seat: from which on seats are looked at one by one, at least and at most by itself, and at most by hand. */
const NEAR_FROM = 9;
const SHOWN_LEAST = 16;
const SHOWN_MOST = 26;
const LARGEST = 44;

/** Seats around what is shown. */
const MARGIN = 4;

export class Camera {
  hall = null;
  x = 0;
  y = 0;
  scale = 1;

  /** Of the canvas. */
  width = 0;
  height = 0;

  get view() {
    return { x: this.x, y: this.y, scale: this.scale };
  }

  get isNear() {
    return this.scale >= NEAR_FROM;
  }

  lookAt({ x, y, scale }) {
    Object.assign(this, { x, y, scale });
  }

  /** A view of all of it. */
  get whole() {
    const { width, height, stage } = this.hall;
    const top = Math.min(-this.hall.rise(width / 2), stage.top) - 1;
    const scale = Math.min(this.width / (width + MARGIN), this.height / (height - top + 1), SHOWN_MOST);
    return { x: 0, y: (height + top) / 2, scale };
  }

  /** A view of seats: this one, where they are seen well. */
  around(seats) {
    const xs = seats.map(seat => this.hall.xOf(seat));
    const ys = seats.map(seat => this.hall.yOf(seat) - this.hall.rise(this.hall.xOf(seat)));
    if (this.scale >= SHOWN_LEAST && this.#sees(xs, ys)) return this.view;
    return { x: middle(xs), y: middle(ys), scale: Math.min(SHOWN_MOST, Math.max(this.scale, SHOWN_LEAST)) };
  }

  #sees(xs, ys) {
    const halfWidth = this.width / 2 / this.scale - 1;
    const halfHeight = this.height / 2 / this.scale - 1;
    return xs.every(x => Math.abs(x - this.x) <= halfWidth) && ys.every(y => Math.abs(y - this.y) <= halfHeight);
  }

  /** This view, closer by a factor, as far as one may go. */
  closer(factor) {
    return { ...this.view, scale: this.#within(this.scale * factor) };
  }

  #within(scale) {
    return Math.min(LARGEST, Math.max(this.whole.scale * 0.8, scale));
  }

  /** Zooms so that what is under the pointer stays there. */
  zoomAt(left, top, factor) {
    const before = this.placeAt(left, top);
    this.scale = this.#within(this.scale * factor);
    const after = this.placeAt(left, top);
    this.x += before.x - after.x;
    this.y += before.y - after.y;
  }

  /** Moves what is seen by pixels. */
  drag(right, down) {
    this.x -= right / this.scale;
    this.y -= down / this.scale;
  }

  /** What is at a point of the canvas. */
  placeAt(left, top) {
    return { x: this.x + (left - this.width / 2) / this.scale, y: this.y + (top - this.height / 2) / this.scale };
  }
}

const middle = values => (Math.min(...values) + Math.max(...values)) / 2;
