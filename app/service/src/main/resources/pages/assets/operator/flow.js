// How fast a line moves, from its totals: they lag by some seconds, so a rate is taken over a longer span.

const SPAN_MIN = 8;
const SPAN_MAX = 30;

export class Flow {
  #looks = [];

  /** Notes the line's figures of the time `t`, in seconds. */
  note(t, { admittedTotal, completedTotal, expiredTotal }) {
    this.#looks.push({ t, admitted: admittedTotal, paid: completedTotal, left: completedTotal + expiredTotal });
    this.#looks = this.#looks.filter(look => look.t >= t - SPAN_MAX);
  }

  /** Admitted, paid and left a second; null until there is a span to tell it from. */
  get rates() {
    const first = this.#looks[0];
    const last = this.#looks.at(-1);
    const span = first ? last.t - first.t : 0;
    if (span < SPAN_MIN) return null;
    const rate = name => Math.max(0, last[name] - first[name]) / span;
    return { admitted: rate('admitted'), paid: rate('paid'), left: rate('left') };
  }
}
