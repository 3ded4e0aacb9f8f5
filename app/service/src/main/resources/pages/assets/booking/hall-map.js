// The hall as a picture: sections with price and free seats from afar, single seats from near. One canvas; only what is seen
// is drawn, and only when something has changed.

import { css, html } from 'lit';
import { adopt, Face, number, points, t } from '../shared/face.js';
import { CHOSEN, COLORS, Dots } from './hall-dots.js';

/** Pixels a seat from which on seats are drawn one by one, as dots, and with their number. */
const SEEN_FROM = 3;
const ROUND_FROM = 9;
const NUMBERED_FROM = 22;
const LARGEST = 44;

/** Of the picture from afar, and the milliseconds after which what is seen is painted anew for another scale. */
const PIXELS_MAX = 6_000_000;
const SETTLED_AFTER = 120;

class HallMap extends Face {
  static properties = { hall: {} };

  #view = { x: 0, y: 0, scale: 1 };
  #pointers = new Map();
  #moved = 0;
  #drawing = 0;
  #colors = null;
  #canvas = null;
  #picture = null;
  #dots = null;
  #widths = new Map();
  #sizes = new ResizeObserver(() => this.#resize());
  #settling = 0;
  #repaint = () => ((this.#picture = null), this.#draw());
  #recolor = () => ((this.#colors = null), this.#forget());
  #schemes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(query => matchMedia(query));

  connectedCallback() {
    super.connectedCallback();
    this.#schemes.forEach(scheme => scheme.addEventListener('change', this.#recolor));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#schemes.forEach(scheme => scheme.removeEventListener('change', this.#recolor));
    this.#sizes.disconnect();
    clearTimeout(this.#settling);
    this.hall?.removeEventListener('change', this.#repaint);
  }

  willUpdate(changed) {
    if (changed.has('hall')) {
      changed.get('hall')?.removeEventListener('change', this.#repaint);
      this.hall.addEventListener('change', this.#repaint);
      this.#picture = null;
    }
  }

  firstUpdated() {
    this.#canvas = this.querySelector('canvas');
    this.#canvas.addEventListener('wheel', event => this.#wheel(event), { passive: false });
    this.#sizes.observe(this.#canvas);
  }

  updated() {
    this.#draw();
  }

  render() {
    return html`
      <canvas
        role="img"
        aria-label=${t('hall.map')}
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
        @pointerup=${this.#up}
        @pointercancel=${this.#up}
      ></canvas>
      <div class="zoom">
        <button @click=${() => this.#zoomBy(1.6)} aria-label=${t('hall.closer')}><span aria-hidden="true">+</span></button>
        <button @click=${() => this.#zoomBy(1 / 1.6)} aria-label=${t('hall.further')}><span aria-hidden="true">−</span></button>
        <button @click=${() => this.#fit()}>${t('hall.whole')}</button>
      </div>
    `;
  }

  /** Brings seats or a section into view. */
  show(seats) {
    const xs = seats.map(seat => this.hall.xOf(seat));
    const ys = seats.map(seat => this.hall.yOf(seat));
    const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
    const scale = Math.min(26, Math.max(this.#view.scale, 16));
    this.#glide({ x: middle.x, y: middle.y - this.hall.rise(middle.x), scale });
  }

  showSection(section) {
    const scale = Math.min(this.#canvas.clientWidth / (section.width + 4), this.#canvas.clientHeight / (section.height + 4), 26);
    const x = section.x + section.width / 2;
    this.#glide({ x, y: section.y + section.height / 2 - this.hall.rise(x), scale: Math.max(scale, this.#whole().scale) });
  }

  #whole() {
    const { width, height } = this.hall;
    const top = Math.min(-this.hall.rise(width / 2), this.#stagePlace().top) - 1;
    const scale = Math.min(this.#canvas.clientWidth / (width + 4), this.#canvas.clientHeight / (height - top + 1), 26);
    return { x: 0, y: (height + top) / 2, scale };
  }

  #fit() {
    this.#glide(this.#whole());
  }

  #resize() {
    const ratio = devicePixelRatio;
    this.#canvas.width = Math.round(this.#canvas.clientWidth * ratio);
    this.#canvas.height = Math.round(this.#canvas.clientHeight * ratio);
    this.#view = this.#whole();
    this.#forget();
  }

  /** Moves there in a few frames, or at once for who wants no motion. */
  #glide(to) {
    const from = this.#view;
    const begun = performance.now();
    const lasts = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 260;
    const step = now => {
      const part = Math.min(1, Math.max(0, (now - begun) / lasts));
      const eased = 1 - (1 - part) ** 3;
      const scale = from.scale * (to.scale / from.scale) ** eased;
      this.#view = { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased, scale };
      this.#draw();
      if (part < 1 && this.isConnected) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  #zoomBy(factor) {
    this.#glide({ ...this.#view, scale: this.#within(this.#view.scale * factor) });
  }

  #within(scale) {
    return Math.min(LARGEST, Math.max(this.#whole().scale * 0.8, scale));
  }

  /** Zooms so that what is under the pointer stays there. */
  #zoomAt(left, top, factor) {
    const before = this.#place(left, top);
    this.#view.scale = this.#within(this.#view.scale * factor);
    const after = this.#place(left, top);
    this.#view.x += before.x - after.x;
    this.#view.y += before.y - after.y;
    this.#draw();
  }

  /** What is at a point of the canvas: in the hall as it is drawn. */
  #place(left, top) {
    const { x, y, scale } = this.#view;
    return { x: x + (left - this.#canvas.clientWidth / 2) / scale, y: y + (top - this.#canvas.clientHeight / 2) / scale };
  }

  #wheel(event) {
    event.preventDefault();
    this.#zoomAt(event.offsetX, event.offsetY, Math.exp(-event.deltaY * 0.0015));
  }

  #down(event) {
    this.#canvas.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    if (this.#pointers.size === 1) this.#moved = 0;
  }

  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.offsetX, y: event.offsetY };
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#moved += Math.hypot(now.x - before.x, now.y - before.y);
    this.#pointers.set(event.pointerId, now);
    if (other) {
      const stretch = Math.hypot(now.x - other.x, now.y - other.y) / Math.hypot(before.x - other.x, before.y - other.y);
      this.#zoomAt((now.x + other.x) / 2, (now.y + other.y) / 2, stretch || 1);
    } else if (this.#moved > 4) {
      this.#view.x -= (now.x - before.x) / this.#view.scale;
      this.#view.y -= (now.y - before.y) / this.#view.scale;
      this.#draw();
    }
  }

  #up(event) {
    const wasAlone = this.#pointers.size === 1;
    if (this.#pointers.delete(event.pointerId) && wasAlone && this.#moved <= 4 && event.type === 'pointerup') {
      this.#click(event.offsetX, event.offsetY);
    }
  }

  /** From near, a click chooses the seat; from afar, it goes to the section. */
  #click(left, top) {
    const { x, y } = this.#place(left, top);
    const unbent = y + this.hall.rise(x);
    if (this.#view.scale >= ROUND_FROM) {
      const seat = this.hall.seatAt(x, unbent);
      if (seat >= 0) this.dispatchEvent(new CustomEvent('seat', { detail: seat }));
    } else {
      const section = this.hall.sectionAt(x, unbent);
      if (section) {
        this.#glide({ x, y, scale: Math.max(14, this.#view.scale) });
        this.dispatchEvent(new CustomEvent('section', { detail: section }));
      }
    }
  }

  #draw() {
    this.#drawing ||= requestAnimationFrame(() => {
      this.#drawing = 0;
      if (this.#canvas?.width) this.#paint();
    });
  }

  #color(name) {
    if (!this.#colors) {
      const style = getComputedStyle(this);
      const wanted = ['--surface', '--ink', '--ink-soft', '--line', '--accent-soft', ...COLORS];
      this.#colors = Object.fromEntries(wanted.map(each => [each, style.getPropertyValue(each).trim()]));
      this.#colors.font = style.fontFamily;
    }
    return this.#colors[name];
  }

  #paint() {
    const ratio = devicePixelRatio;
    const pen = this.#canvas.getContext('2d', { alpha: false });
    const { x, y, scale } = this.#view;
    const isNear = scale >= ROUND_FROM;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.fillStyle = this.#color('--surface');
    pen.fillRect(0, 0, this.#canvas.width, this.#canvas.height);
    pen.setTransform(scale * ratio, 0, 0, scale * ratio, this.#canvas.width / 2 - x * scale * ratio, this.#canvas.height / 2 - y * scale * ratio);
    this.#stage(pen);
    if (isNear) this.#seats(pen);
    else this.#afar(pen);
    if (scale < 2 * ROUND_FROM) this.#names(pen);
  }

  #stagePlace() {
    const half = Math.max(2.5, this.hall.width * 0.22);
    const tall = Math.max(1.2, this.hall.width * 0.045);
    return { half, tall, top: -this.hall.rise(half) - 2 * tall - 0.5 };
  }

  #stage(pen) {
    const { half, tall, top } = this.#stagePlace();
    pen.fillStyle = this.#color('--ink');
    pen.beginPath();
    pen.roundRect(-half, top, half * 2, tall, tall / 4);
    pen.fill();
    pen.fillStyle = this.#color('--surface');
    this.#text(pen, t('hall.stage'), 0, top + tall / 2, tall * 0.5);
  }

  /** Text of a height in seats: the canvas can't scale fonts below a pixel, so it is written in pixels. */
  #text(pen, text, x, y, height, weight = 700) {
    const ratio = devicePixelRatio;
    const { scale } = this.#view;
    const size = height * scale * ratio;
    if (size < 6 * ratio) return;
    const at = pen.getTransform();
    pen.setTransform(1, 0, 0, 1, at.a * x + at.e, at.d * y + at.f);
    pen.font = `${weight} ${size}px ${this.#color('font')}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(text, 0, 0);
    pen.setTransform(at);
  }

  /**
   * From afar: a picture of all seats, painted once for a scale and then only moved. While the scale changes, the last one is
   * stretched.
   */
  #afar(pen) {
    const { scale } = this.#view;
    this.#picture ??= this.#paintAll(scale);
    if (this.#picture.scale !== scale) this.#settle();
    const { canvas, left, top, width, height } = this.#picture;
    pen.drawImage(canvas, left, top, width, height);
  }

  /** What is stretched is painted anew once the scale has stopped changing. */
  #settle() {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#forget(), SETTLED_AFTER);
  }

  #forget() {
    this.#picture = null;
    this.#dots = null;
    this.#draw();
  }

  /** Writes pixels by hand, as there may be 50,000 seats. */
  #paintAll(scale) {
    const left = -this.hall.width / 2 - 1;
    const top = -this.hall.rise(this.hall.width / 2) - 1;
    const width = -2 * left;
    const height = this.hall.height + 1 - top;
    const fine = Math.min(scale * devicePixelRatio, Math.sqrt(PIXELS_MAX / (width * height)));
    const image = new ImageData(Math.ceil(width * fine), Math.ceil(height * fine));
    const pixels = new Uint32Array(image.data.buffer);
    const side = fine >= SEEN_FROM ? Math.max(1, Math.round(fine * 0.72)) : Math.max(1, Math.ceil(fine));
    const colors = COLORS.map(name => pixelOf(this.#color(name)));
    const chosen = new Set(this.hall.chosen);
    const { states } = this.hall;
    for (const row of this.hall.rows) {
      for (let index = 0; index < row.count; index++) {
        const x = row.x + index;
        const y = row.y - this.hall.rise(x + 0.5);
        const seat = row.first + index;
        const color = colors[chosen.has(seat) ? CHOSEN : states[seat]];
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

  /** From near: seats as dots, those that are seen. Each kind of dot is drawn once for a scale and then only copied. */
  #seats(pen) {
    const { x, y, scale } = this.#view;
    const halfWidth = this.#canvas.clientWidth / 2 / scale + 1;
    const halfHeight = this.#canvas.clientHeight / 2 / scale + 1;
    const chosen = new Set(this.hall.chosen);
    const { a: pixels, e: left, f: top } = pen.getTransform();
    const dots = this.#dotsFor(scale);
    const side = dots.sideAt(scale);
    const isNumbered = scale >= NUMBERED_FROM;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    for (const row of this.hall.rows) {
      const from = Math.max(0, Math.floor(x - halfWidth - row.x));
      const to = Math.min(row.count, Math.ceil(x + halfWidth - row.x));
      for (let index = from; index < to; index++) {
        const middle = row.x + index + 0.5;
        const high = row.y + 0.5 - this.hall.rise(middle);
        if (Math.abs(high - y) > halfHeight) continue;
        const seat = row.first + index;
        const state = chosen.has(seat) ? CHOSEN : this.hall.states[seat];
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

  /**
   * Section, price and free seats, on a plate in its middle from afar and above it from near. Where plates would lie on one
   * another, the later one says less, or nothing: the list has all of them.
   */
  #names(pen) {
    const isNear = this.#view.scale >= ROUND_FROM;
    const placed = [];
    for (const section of this.hall.sections) {
      const all = this.#linesOf(section, isNear);
      for (let count = all.length; count > 0; count--) {
        const plate = this.#plate(pen, section, all.slice(0, count), isNear);
        if (placed.some(other => overlap(plate, other))) continue;
        placed.push(plate);
        this.#drawPlate(pen, plate, isNear);
        break;
      }
    }
  }

  /** What is told of a section: from afar no more than is as high as it is. */
  #linesOf(section, isNear) {
    if (isNear) return [`${section.name} · ${points(section.price)}`];
    const fitting = Math.max(1, Math.floor((section.height * this.#view.scale) / (this.#letterOf(section) * LINE) - 0.8));
    return [section.name, t('hall.free', { count: section.free }), points(section.price)].slice(0, fitting);
  }

  /** The height of letters, in pixels. */
  #letterOf(section) {
    return Math.min(13, Math.max(10, (section.width * this.#view.scale) / 9));
  }

  /** Lines and the place that they take, with its middle, in seats. */
  #plate(pen, section, lines, isNear) {
    const { scale } = this.#view;
    const x = section.x + section.width / 2;
    const y = (isNear ? section.y - 1.3 : section.y + section.height / 2) - this.hall.rise(x);
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

  #drawPlate(pen, { x, y, size, lines, width, height }, isNear) {
    if (!isNear) {
      pen.fillStyle = this.#color('--surface');
      pen.globalAlpha = 0.92;
      pen.beginPath();
      pen.roundRect(x - width / 2, y - height / 2, width, height, Math.min(height / 3, 8 / this.#view.scale));
      pen.fill();
      pen.globalAlpha = 1;
    }
    lines.forEach((line, index) => {
      pen.fillStyle = this.#color(index === 0 || isNear ? '--ink' : '--ink-soft');
      this.#text(pen, line, x, y + (index - (lines.length - 1) / 2) * size * LINE, size, weightOf(index));
    });
  }
}

/** Between lines, in heights of letters. */
const LINE = 1.35;

const weightOf = index => (index === 0 ? 700 : 500);

const overlap = (one, other) =>
  Math.abs(one.x - other.x) < (one.width + other.width) / 2 && Math.abs(one.y - other.y) < (one.height + other.height) / 2;

/** A colour as it lies in a picture's memory. */
function pixelOf(color) {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  pen.fillStyle = color;
  pen.fillRect(0, 0, 1, 1);
  return new Uint32Array(pen.getImageData(0, 0, 1, 1).data.buffer)[0];
}

adopt(css`
  fr-hall-map {
    position: relative;
    display: block;
    border: 1px solid var(--line);
    border-radius: var(--radius-l);
    overflow: hidden;
    background: var(--surface);
  }

  fr-hall-map canvas {
    display: block;
    width: 100%;
    height: clamp(20rem, 100dvh - 22rem, 42rem);
    touch-action: none;
    cursor: grab;
  }

  fr-hall-map canvas:active {
    cursor: grabbing;
  }

  .zoom {
    position: absolute;
    inset-inline-end: var(--space-3);
    bottom: var(--space-3);
    display: flex;
    gap: var(--space-2);
  }

  .zoom button {
    min-width: 2.75rem;
    padding-inline: var(--space-3);
    font-size: var(--text-s);
  }

  @media (max-width: 48rem) {
    fr-hall-map canvas {
      height: 50dvh;
    }

    .zoom {
      position: static;
      justify-content: flex-end;
      padding: var(--space-2);
      border-top: 1px solid var(--line);
    }
  }
`);

customElements.define('fr-hall-map', HallMap);
