// A place in line: joined once, followed by an event stream, or by asking where there is none. Of all tabs of a browser one
// follows, and tells the others; when it goes, the next one takes over.

import { clock, get, pause, post, Problem, send, session } from '../shared/api.js';

const STREAM_RETRY_AFTER = 30_000;
const STREAM_SILENCE_MAX = 40_000;

/** Where the token is kept, so that a reload and a second tab find the same place at once. */
const storeName = concertId => `frontrow.place.${session.userId}.${concertId}`;

/** The queue token that this browser has for a concert, if any. */
export const keptToken = concertId => localStorage.getItem(storeName(concertId));

export function forget(concertId) {
  localStorage.removeItem(storeName(concertId));
}

/** Dispatches `change` when its `state` (the token's representation), `next` or `problem` have changed. */
export class Place extends EventTarget {
  state = null;
  problem = null;
  /** When it was last told and will next be asked, in milliseconds of this machine; `next` is null while a stream is open. */
  asked = null;
  next = null;

  #concertId;
  #end = new AbortController();
  #channel;

  constructor(concertId) {
    super();
    this.#concertId = concertId;
    this.#channel = new BroadcastChannel(storeName(concertId));
    this.#channel.onmessage = ({ data }) => this.#hear(data);
    this.#begin();
  }

  close() {
    this.#end.abort();
    this.#channel.close();
  }

  async giveUp() {
    await send('DELETE', 'queue-tokens/current', { token: this.state.token });
    forget(this.#concertId);
  }

  async #begin() {
    try {
      this.#tell(await this.#join());
      await navigator.locks.request(storeName(this.#concertId), { signal: this.#end.signal }, () => this.#follow());
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      if (!problem.code) throw problem;
      this.problem = problem;
      this.dispatchEvent(new Event('change'));
    }
  }

  /** The user's place is the same however often one joins. */
  async #join() {
    for (;;) {
      try {
        const state = await post('queue-tokens', { concertId: this.#concertId }, { signal: this.#end.signal });
        localStorage.setItem(storeName(this.#concertId), state.token);
        return state;
      } catch (problem) {
        if (!(problem instanceof Problem) || !problem.isOpen) throw problem;
        this.#say(problem, (problem.retryAfter ?? 3) * 1000);
        await pause((problem.retryAfter ?? 3) * 1000, this.#end.signal);
      }
    }
  }

  /** Streams while that is possible and asks while it is not, until the place has ended. */
  async #follow() {
    let streamFrom = 0;
    while (this.state.status !== 'EXPIRED') {
      if (Date.now() >= streamFrom) {
        const isReplaced = await this.#stream().catch(problem => {
          if (problem.name === 'AbortError' && this.#end.signal.aborted) throw problem;
          return false;
        });
        streamFrom = isReplaced ? Infinity : Date.now() + STREAM_RETRY_AFTER;
      } else {
        await this.#ask();
      }
    }
  }

  async #ask() {
    const wait = Math.max(1, this.state.pollAfterSeconds) * 1000;
    this.next = Date.now() + wait;
    this.dispatchEvent(new Event('change'));
    await pause(wait, this.#end.signal);
    try {
      this.#tell(await get('queue-tokens/current', { token: this.state.token, signal: this.#end.signal }));
    } catch (problem) {
      if (problem.name === 'AbortError') throw problem;
      if (problem.code === 'queue-token-invalid') throw problem;
      this.#say(problem, wait);
    }
  }

  /** Reads events until the stream ends; true where another one has replaced it. */
  async #stream() {
    const silence = new AbortController();
    const signal = AbortSignal.any([this.#end.signal, silence.signal]);
    let alarm = setTimeout(() => silence.abort(), STREAM_SILENCE_MAX);
    try {
      const response = await send('GET', 'queue-tokens/current/events', { token: this.state.token, signal });
      if (response.status === 204) {
        this.#tell(await get('queue-tokens/current', { token: this.state.token, signal }));
        return false;
      }
      this.next = null;
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      for (;;) {
        const { value, done } = await reader.read();
        clearTimeout(alarm);
        if (done) return false;
        alarm = setTimeout(() => silence.abort(), STREAM_SILENCE_MAX);
        const events = (text + value).split('\n\n');
        text = events.pop();
        for (const event of events) {
          const name = /^event: ?(.*)$/m.exec(event)?.[1];
          const data = [...event.matchAll(/^data: ?(.*)$/gm)].map(line => line[1]).join('\n');
          if (data) this.#tell(JSON.parse(data));
          if (name === 'replaced') return true;
        }
      }
    } finally {
      clearTimeout(alarm);
      this.next = null;
    }
  }

  #tell(state) {
    this.#hear(state);
    this.#channel.postMessage(state);
  }

  #hear(state) {
    this.state = state;
    this.problem = null;
    this.asked = Date.now();
    this.dispatchEvent(new Event('change'));
  }

  #say(problem, wait) {
    this.problem = problem;
    this.next = Date.now() + wait;
    this.dispatchEvent(new Event('change'));
  }
}

/** Whether an active token is still good for a moment. */
export const isActive = state => state?.status === 'ACTIVE' && Date.parse(state.expiresAt) > clock.now();
