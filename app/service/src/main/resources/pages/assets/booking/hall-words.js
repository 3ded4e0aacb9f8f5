// What is written on the map: the stage's name, and of each section its name, price and free seats, as much as there is room for.

import { points, t } from '../shared/face.js';

/** Pixels: letters below this height are not written, those of sections are between these. */
const LETTERS_LEAST = 6;
const SMALLEST = 10;
const LARGEST = 13;

/** Between lines, in heights of letters. */
const LINE = 1.35;

export class Words {
  #camera;
  #color;
  #widths = new Map();

  /** @param color gives the value of a colour's name, and the `font` */
  constructor(camera, color) {
    this.#camera = camera;
    this.#color = color;
  }

  /** @param pen whose unit is a seat */
  write(pen) {
    this.#nameStage(pen);
    this.#nameSections(pen);
  }

  #nameStage(pen) {
    const { depth, top } = this.#camera.hall.stage;
    pen.fillStyle = this.#color('--surface');
    this.#line(pen, t('hall.stage'), { x: 0, y: top + depth / 2, height: depth * 0.5 });
  }

  /** A line of a height in seats: the canvas can't scale fonts below a pixel, so it is written in pixels. It may lean. */
  #line(pen, text, { x, y, height, weight = 700, lean = 0 }) {
    const ratio = devicePixelRatio;
    const size = height * this.#camera.scale * ratio;
    if (size < LETTERS_LEAST * ratio) return;
    const at = pen.getTransform();
    pen.setTransform(1, 0, 0, 1, at.a * x + at.e, at.d * y + at.f);
    pen.rotate(lean);
    pen.font = `${weight} ${size}px ${this.#color('font')}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(text, 0, 0);
    pen.setTransform(at);
  }

  /**
   * On a plate in a section's middle from afar, above it and along its rows from near. Where plates would lie on one another, the later one says
   * less, or nothing: the list has all of them.
   */
  #nameSections(pen) {
    const placed = [];
    for (const section of this.#camera.hall.sections) {
      const all = this.#linesOf(section);
      for (let count = all.length; count > 0; count--) {
        const plate = this.#plate(pen, section, all.slice(0, count));
        if (placed.some(other => overlap(plate, other))) continue;
        placed.push(plate);
        this.#draw(pen, plate);
        break;
      }
    }
  }

  /** What is told of a section: from afar no more than is as high as it is. */
  #linesOf(section) {
    const { scale, isNear } = this.#camera;
    if (isNear) return [`${section.name} · ${points(section.price)}`];
    const fitting = Math.max(1, Math.floor((section.height * scale) / (this.#letterOf(section) * LINE) - 0.8));
    return [section.name, t('hall.free', { count: section.free }), points(section.price)].slice(0, fitting);
  }

  /** The height of letters, in pixels. */
  #letterOf(section) {
    return Math.min(LARGEST, Math.max(SMALLEST, (section.width * this.#camera.scale) / 9));
  }

  /** Lines and the place that they take, with its middle, in seats. */
  #plate(pen, section, lines) {
    const { hall, scale, isNear } = this.#camera;
    const x = section.x + section.width / 2;
    const y = (isNear ? section.y - 1.3 : section.y + section.height / 2) - hall.rise(x);
    const size = this.#letterOf(section) / scale;
    const widest = Math.max(...lines.map((line, index) => this.#widthOf(pen, line, weightOf(index))));
    return { x, y, size, lines, width: (widest + 1.2) * size, height: (lines.length * LINE + 0.9) * size };
  }

  /** Of a line, in heights of its letters. */
  #widthOf(pen, line, weight) {
    const key = `${weight} ${line}`;
    if (!this.#widths.has(key)) {
      pen.font = `${weight} 100px ${this.#color('font')}`;
      this.#widths.set(key, pen.measureText(line).width / 100);
    }
    return this.#widths.get(key);
  }

  #draw(pen, { x, y, size, lines, width, height }) {
    const { hall, scale, isNear } = this.#camera;
    if (!isNear) {
      pen.fillStyle = this.#color('--surface');
      pen.globalAlpha = 0.92;
      pen.beginPath();
      pen.roundRect(x - width / 2, y - height / 2, width, height, Math.min(height / 3, 8 / scale));
      pen.fill();
      pen.globalAlpha = 1;
    }
    lines.forEach((line, index) => {
      pen.fillStyle = this.#color(index === 0 || isNear ? '--ink' : '--ink-soft');
      const high = y + (index - (lines.length - 1) / 2) * size * LINE;
      this.#line(pen, line, { x, y: high, height: size, weight: weightOf(index), lean: isNear ? hall.lean(x) : 0 });
    });
  }
}

const weightOf = index => (index === 0 ? 700 : 500);

const overlap = (one, other) =>
  Math.abs(one.x - other.x) < (one.width + other.width) / 2 && Math.abs(one.y - other.y) < (one.height + other.height) / 2;
