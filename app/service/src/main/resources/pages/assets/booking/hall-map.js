// The hall as a picture to move about in: sections with price and free seats from afar, single seats from near. A canvas, and
// what pointers do to it.

import { css, html } from 'lit';
import { adopt, Face, t } from '../shared/face.js';
import { Camera } from './hall-camera.js';
import { Painter } from './hall-painter.js';

/** Pixels that a pointer may move in a click. */
const STEADY = 4;

/** What a press of a button zooms by, and milliseconds that a move takes. */
const CLOSER = 1.6;
const GLIDING = 260;

/** Dispatches `seat` when a seat was clicked, and `section` when a section was, from afar. */
class HallMap extends Face {
  static properties = { hall: {} };

  #camera = new Camera();
  #painter = null;
  #canvas = null;
  #pointers = new Map();
  #moved = 0;
  #sizes = new ResizeObserver(() => this.#resize());
  #repaint = () => this.#painter?.repaint();
  #recolor = () => this.#painter?.recolor();
  #schemes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map(query => matchMedia(query));

  connectedCallback() {
    super.connectedCallback();
    this.#schemes.forEach(scheme => scheme.addEventListener('change', this.#recolor));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#schemes.forEach(scheme => scheme.removeEventListener('change', this.#recolor));
    this.#sizes.disconnect();
    this.#painter?.stop();
    this.hall?.removeEventListener('change', this.#repaint);
  }

  willUpdate(changed) {
    if (changed.has('hall')) {
      changed.get('hall')?.removeEventListener('change', this.#repaint);
      this.hall.addEventListener('change', this.#repaint);
      this.#camera.hall = this.hall;
      this.#repaint();
    }
  }

  firstUpdated() {
    this.#canvas = this.querySelector('canvas');
    this.#painter = new Painter(this.#canvas, this.#camera);
    this.#canvas.addEventListener('wheel', event => this.#wheel(event), { passive: false });
    this.#sizes.observe(this.#canvas);
  }

  updated() {
    this.#painter.draw();
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
        <button @click=${() => this.#glide(this.#camera.closer(CLOSER))} aria-label=${t('hall.closer')}><span aria-hidden="true">+</span></button>
        <button @click=${() => this.#glide(this.#camera.closer(1 / CLOSER))} aria-label=${t('hall.further')}><span aria-hidden="true">−</span></button>
        <button @click=${() => this.#glide(this.#camera.whole)}>${t('hall.whole')}</button>
      </div>
    `;
  }

  /** Brings seats into view. */
  show(seats) {
    this.#glide(this.#camera.around(seats));
  }

  /** A phone's screen gets lower and higher while one scrolls: who has come closer stays there. */
  #resize() {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const isClose = this.#camera.width > 0 && this.#camera.scale > this.#camera.whole.scale;
    this.#canvas.width = Math.round(width * devicePixelRatio);
    this.#canvas.height = Math.round(height * devicePixelRatio);
    Object.assign(this.#camera, { width, height });
    if (!isClose) this.#camera.lookAt(this.#camera.whole);
    this.#painter.resized();
  }

  /** Moves there in a few frames, or at once for who wants no motion. */
  #glide(to) {
    const from = this.#camera.view;
    const begun = performance.now();
    const lasts = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : GLIDING;
    const step = now => {
      const part = Math.min(1, Math.max(0, (now - begun) / lasts));
      const eased = 1 - (1 - part) ** 3;
      const scale = from.scale * (to.scale / from.scale) ** eased;
      this.#camera.lookAt({ x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased, scale });
      this.#painter.draw();
      if (part < 1 && this.isConnected) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  #zoomAt(left, top, factor) {
    this.#camera.zoomAt(left, top, factor);
    this.#painter.draw();
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
    } else if (this.#moved > STEADY) {
      this.#camera.drag(now.x - before.x, now.y - before.y);
      this.#painter.draw();
    }
  }

  #up(event) {
    const wasAlone = this.#pointers.size === 1;
    if (this.#pointers.delete(event.pointerId) && wasAlone && this.#moved <= STEADY && event.type === 'pointerup') {
      this.#click(event.offsetX, event.offsetY);
    }
  }

  /** From near, a click chooses the seat; from afar, it goes to the section. */
  #click(left, top) {
    const { x, y } = this.#camera.placeAt(left, top);
    const unbent = y + this.hall.rise(x);
    if (this.#camera.isNear) {
      const seat = this.hall.seatAt(x, unbent);
      if (seat >= 0) this.dispatchEvent(new CustomEvent('seat', { detail: seat }));
    } else {
      const section = this.hall.sectionAt(x, unbent);
      if (section) {
        this.#glide({ x, y, scale: Math.max(14, this.#camera.scale) });
        this.dispatchEvent(new CustomEvent('section', { detail: section }));
      }
    }
  }
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
