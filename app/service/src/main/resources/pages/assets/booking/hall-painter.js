// Paints what the camera sees of the hall: from afar a picture of all seats, from near each seat as a dot. Only what is seen is
// drawn, and only when something has changed.

import { CHOSEN, COLORS, Dots } from './hall-dots.js';
import { Words } from './hall-words.js';

/** Pixels a seat from which on the picture from afar has gaps between seats, and dots have numbers. */
const SEEN_FROM = 3;
const NUMBERED_FROM = 22;

/** Of the picture from afar, and the milliseconds after which what is seen is painted anew for another scale. */
const PIXELS_MAX = 6_000_000;
const SETTLED_AFTER = 120;

export class Painter {
  #canvas;
  #camera;
  #words;
  #drawing = 0;
  #settling = 0;
  #colors = null;
  #picture = null;
  #dots = null;

  constructor(canvas, camera) {
    this.#canvas = canvas;
    this.#camera = camera;
    this.#words = new Words(camera, name => this.#color(name));
  }

  /** Draws what is seen, with the next frame. */
  draw() {
    this.#drawing ||= requestAnimationFrame(() => {
      this.#drawing = 0;
      if (this.#canvas.width) this.#paint();
    });
  }

  /** After seats have changed. */
  repaint() {
    this.#picture = null;
    this.draw();
  }

  /** After colours have changed. */
  recolor() {
    this.#colors = null;
    this.forget();
  }

  /** After the scale or the colours of what is painted have changed. */
  forget() {
    this.#dots = null;
    this.repaint();
  }

  /** After the canvas has got another size, which wipes it: at once, so that nobody sees it empty. */
  resized() {
    this.#dots = null;
    this.#picture = null;
    if (this.#canvas.width) this.#paint();
  }

  stop() {
    clearTimeout(this.#settling);
  }

  get #hall() {
    return this.#camera.hall;
  }

  #color(name) {
    if (!this.#colors) {
      const style = getComputedStyle(this.#canvas);
      const wanted = ['--surface', '--ink', '--ink-soft', ...COLORS];
      this.#colors = Object.fromEntries(wanted.map(each => [each, style.getPropertyValue(each).trim()]));
      this.#colors.font = style.fontFamily;
    }
    return this.#colors[name];
  }

  #paint() {
    const pen = this.#canvas.getContext('2d', { alpha: false });
    const { width, height } = this.#canvas;
    const { x, y, scale, isNear } = this.#camera;
    const pixels = scale * devicePixelRatio;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.fillStyle = this.#color('--surface');
    pen.fillRect(0, 0, width, height);
    pen.setTransform(pixels, 0, 0, pixels, width / 2 - x * pixels, height / 2 - y * pixels);
    this.#stage(pen);
    if (isNear) this.#seats(pen);
    else this.#afar(pen);
    this.#words.write(pen);
  }

  #stage(pen) {
    const { half, depth, top } = this.#hall.stage;
    pen.fillStyle = this.#color('--ink');
    pen.beginPath();
    pen.roundRect(-half, top, half * 2, depth, depth / 4);
    pen.fill();
  }

  /** A picture of all seats, painted once for a scale and then only moved. While the scale changes, the last one is stretched. */
  #afar(pen) {
    const { scale } = this.#camera;
    this.#picture ??= this.#paintAll(scale);
    if (this.#picture.scale !== scale) this.#settle();
    const { canvas, left, top, width, height } = this.#picture;
    pen.drawImage(canvas, left, top, width, height);
  }

  /** What is stretched is painted anew once the scale has stopped changing. */
  #settle() {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.forget(), SETTLED_AFTER);
  }

  /** Writes pixels by hand, as there may be 50,000 seats. */
  #paintAll(scale) {
    const hall = this.#hall;
    const left = -hall.width / 2 - 1;
    const top = -hall.rise(hall.width / 2) - 1;
    const width = -2 * left;
    const height = hall.height + 1 - top;
    const fine = Math.min(scale * devicePixelRatio, Math.sqrt(PIXELS_MAX / (width * height)));
    const image = new ImageData(Math.ceil(width * fine), Math.ceil(height * fine));
    const pixels = new Uint32Array(image.data.buffer);
    const side = fine >= SEEN_FROM ? Math.max(1, Math.round(fine * 0.72)) : Math.max(1, Math.ceil(fine));
    const colors = COLORS.map(name => pixelOf(this.#color(name)));
    const chosen = new Set(hall.chosen);
    for (const row of hall.rows) {
      for (let index = 0; index < row.count; index++) {
        const x = row.x + index;
        const y = row.y - hall.rise(x + 0.5);
        const seat = row.first + index;
        const color = colors[chosen.has(seat) ? CHOSEN : hall.states[seat]];
        const first = Math.round((y - top) * fine) * image.width + Math.round((x - left) * fine);
        for (let line = 0; line < side; line++) {
          pixels.fill(color, first + line * image.width, first + line * image.width + side);
        }
      }
    }
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext('2d').putImageData(image, 0, 0);
    return { canvas, scale, left, top, width, height };
  }

  /** Those seats that are seen. Each kind of dot is drawn once for a scale and then only copied. */
  #seats(pen) {
    const hall = this.#hall;
    const { x, y, scale, width, height } = this.#camera;
    const halfWidth = width / 2 / scale + 1;
    const halfHeight = height / 2 / scale + 1;
    const chosen = new Set(hall.chosen);
    const { a: pixels, e: left, f: top } = pen.getTransform();
    const dots = this.#dotsFor(scale);
    const side = dots.sideAt(scale);
    const isNumbered = scale >= NUMBERED_FROM;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    for (const row of hall.rows) {
      const from = Math.max(0, Math.floor(x - halfWidth - row.x));
      const to = Math.min(row.count, Math.ceil(x + halfWidth - row.x));
      for (let index = from; index < to; index++) {
        const middle = row.x + index + 0.5;
        const high = row.y + 0.5 - hall.rise(middle);
        if (Math.abs(high - y) > halfHeight) continue;
        const seat = row.first + index;
        const state = chosen.has(seat) ? CHOSEN : hall.states[seat];
        const dot = dots.of(state, isNumbered ? row.firstNumber + index : null);
        pen.drawImage(dot, Math.round(middle * pixels + left - side / 2), Math.round(high * pixels + top - side / 2), side, side);
      }
    }
    pen.setTransform(pixels, 0, 0, pixels, left, top);
  }

  /** Those of a scale nearby are stretched, until it has settled. */
  #dotsFor(scale) {
    if (!this.#dots?.areNear(scale)) this.#dots = new Dots(scale, name => this.#color(name));
    else if (this.#dots.scale !== scale) this.#settle();
    return this.#dots;
  }
}

/** A colour as it lies in a picture's memory. */
function pixelOf(color) {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  return new Uint32Array(pen.getImageData(0, 0, 1, 1).data.buffer)[0];
}
