// Single seats as the map draws them from near. A dot of each kind is drawn once for a scale and then only copied: curves and
// letters are what takes long to draw, and thousands of seats are seen at once.

import { FREE } from './hall-model.js';

/** A state that only the picture knows. */
export const CHOSEN = 4;

/** By state. */
export const COLORS = ['--seat-free', '--seat-held', '--seat-sold', '--seat-sold', '--seat-mine'];

/** Of the side of a seat. */
const RADII = [0.4, 0.26, 0.26, 0.26, 0.46];
const LETTERS = 0.4;

/** How much dots may be stretched, or shrunk. */
const STRETCH_MAX = 1.5;

/** All kinds of dots, for one scale. */
export class Dots {
  #side;
  #color;
  #drawn = new Map();

  /** @param color gives the value of a colour's name, and the `font` */
  constructor(scale, color) {
    this.scale = scale;
    this.#side = Math.ceil(scale * devicePixelRatio);
    this.#color = color;
  }

  areNear(scale) {
    return scale <= this.scale * STRETCH_MAX && scale >= this.scale / STRETCH_MAX;
  }

  /** The side of a dot's picture at a scale, in pixels of the canvas. */
  sideAt(scale) {
    return Math.round(this.#side * (scale / this.scale));
  }

  /** The picture of a seat in that state; with its number, if one is given and it can be had. */
  of(state, number) {
    const shown = state === FREE || state === CHOSEN ? number : null;
    const kind = (shown ?? -1) * COLORS.length + state;
    let dot = this.#drawn.get(kind);
    if (!dot) {
      dot = this.#draw(state, shown);
      this.#drawn.set(kind, dot);
    }
    return dot;
  }

  #draw(state, number) {
    const canvas = new OffscreenCanvas(this.#side, this.#side);
    const pen = canvas.getContext('2d');
    pen.translate(this.#side / 2, this.#side / 2);
    pen.beginPath();
    pen.arc(0, 0, RADII[state] * this.#side, 0, 7);
    pen.fillStyle = this.#color(COLORS[state]);
    pen.fill();
    if (number !== null) {
      pen.fillStyle = this.#color('--surface');
      pen.font = `700 ${LETTERS * this.#side}px ${this.#color('font')}`;
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      pen.fillText(String(number), 0, 0);
    }
    return canvas.transferToImageBitmap();
  }
}
