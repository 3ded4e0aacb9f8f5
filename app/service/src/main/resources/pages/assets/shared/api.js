// The one way to the service: requests with the reader's access token, refusals as errors by their code, a key for each
// intent so that repeating never does a thing twice, and the server's clock.

const root = new URL('api/v1/', document.baseURI);

/** How people log in: `{demo: true}` by any name, `{issuer, clientId, …}` at an identity provider, `{}` not here. */
export const login = JSON.parse(document.documentElement.dataset.login);

/** Milliseconds. */
const RENEWED_BEFORE = 30_000;

/** Milliseconds that a timer can wait. */
const TIMER_MOST = 2 ** 31 - 1;

/** A refusal. `code` says which; the members that the problem has besides are in `body`. */
export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body.detail ?? body.title ?? body.code);
    this.status = status;
    this.code = body.code ?? 'internal-error';
    this.body = body;
    this.retryAfter = retryAfter;
  }

  /** Whether the request may have taken effect all the same, so that only repeating it tells. */
  get isOpen() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** The server's clock, as far as its `Date` headers tell: right within a fraction of a second after a few answers. */
export const clock = {
  earliest: -Infinity,
  latest: Infinity,

  get offset() {
    return Number.isFinite(this.earliest) ? (this.earliest + this.latest) / 2 : 0;
  },

  now() {
    return Date.now() + this.offset;
  },

  /** An answer of the second `date` was asked for and received at these times of this machine. */
  learn(date, asked, received) {
    const second = Date.parse(date ?? '');
    if (Number.isNaN(second) || received - asked > 2000) {
      return;
    }
    const earliest = second - received;
    const latest = second + 1000 - asked;
    const fits = earliest < this.latest && latest > this.earliest;
    this.earliest = fits ? Math.max(this.earliest, earliest) : earliest;
    this.latest = fits ? Math.min(this.latest, latest) : latest;
  },
};

/** Who is logged in: in demo mode on all tabs of this browser, at a provider in this tab. Dispatches `change`. */
class Session extends EventTarget {
  /** Why logging in has failed, or what was logged in before is over. */
  problem = null;

  #name = 'frontrow.session';
  #store = login.demo ? localStorage : sessionStorage;
  #others = new BroadcastChannel(this.#name);
  #ending = 0;
  #renewing = null;

  constructor() {
    super();
    addEventListener('storage', event => event.key === this.#name && this.#changed());
    this.#others.onmessage = () => this.#drop();
    this.#awaitEnd();
  }

  get #stored() {
    return JSON.parse(this.#store.getItem(this.#name) ?? 'null');
  }

  get userId() {
    return this.#stored?.userId ?? null;
  }

  /** What the reader knows it by. */
  get name() {
    return this.#stored?.name ?? this.userId;
  }

  get accessToken() {
    return this.#stored?.accessToken ?? null;
  }

  get isAdmin() {
    return this.#stored?.admin ?? false;
  }

  /** Whether the service has said that this account may not run the night. */
  get isDenied() {
    return !login.demo && this.#stored?.admin === false;
  }

  async logIn(userId, admin = false) {
    const { accessToken, expiresInSeconds } = await post('demo/login', { userId, admin });
    this.keep({ userId, admin, accessToken, until: Date.now() + expiresInSeconds * 1000 });
  }

  /** Takes what a provider has answered in the page's address, and leads back to where the reader was. */
  async arrive() {
    const answer = new URLSearchParams(location.search);
    if (!login.clientId || !answer.has('state')) return;
    history.replaceState(null, '', `${location.pathname}#/login`);
    try {
      const { finish } = await import('./login.js');
      history.replaceState(null, '', location.pathname + (await finish(answer)));
    } catch (problem) {
      this.problem = problem instanceof Problem ? problem : new Problem(0, { code: 'offline' });
    }
  }

  keep(stored) {
    this.problem = null;
    this.#store.setItem(this.#name, JSON.stringify(stored));
    this.#changed();
  }

  /** Renews an access token that ends soon, where the provider has given the means; of many who ask at once, one does. */
  async renew() {
    const stored = this.#stored;
    if (!stored?.refreshToken || stored.until - Date.now() > RENEWED_BEFORE) return;
    this.#renewing ??= import('./login.js')
      .then(({ renew }) => renew(stored))
      .finally(() => (this.#renewing = null));
    await this.#renewing;
  }

  /** The login that this access token is of is over, without anybody having asked for it. */
  end(accessToken) {
    if (accessToken !== this.accessToken) return;
    this.problem = new Problem(401, { code: 'login-over' });
    this.#drop();
  }

  /** In all tabs; at the provider too, if the login is of one. */
  async logOut() {
    const { idToken } = this.#stored ?? {};
    this.#drop();
    if (!idToken) return;
    this.#others.postMessage('logged out');
    try {
      const { leave } = await import('./login.js');
      await leave(idToken);
    } catch {
      this.problem = new Problem(0, { code: 'login-not-left' });
      this.dispatchEvent(new Event('change'));
    }
  }

  #drop() {
    this.#store.removeItem(this.#name);
    this.#changed();
  }

  #changed() {
    this.#awaitEnd();
    this.dispatchEvent(new Event('change'));
  }

  #awaitEnd() {
    clearTimeout(this.#ending);
    const stored = this.#stored;
    if (!stored || stored.refreshToken) return;
    const left = stored.until - Date.now();
    if (left <= 0) this.end(stored.accessToken);
    else this.#ending = setTimeout(() => this.#awaitEnd(), Math.min(left, TIMER_MOST));
  }
}

export const session = new Session();

/**
 * Sends a request and gives back its `Response`, or throws a `Problem`.
 *
 * @param path below /api/v1/
 * @param options body (sent as JSON), key (of an intent), token (a queue token), headers, signal
 */
export async function send(method, path, { body, key, token, headers = {}, signal } = {}) {
  await session.renew();
  const all = { ...headers };
  const { accessToken } = session;
  if (accessToken && path !== 'demo/login') all.Authorization = `Bearer ${accessToken}`;
  if (body !== undefined) all['Content-Type'] ??= 'application/json';
  if (key) all['Idempotency-Key'] = key;
  if (token) all['Queue-Token'] = token;
  const asked = Date.now();
  let response;
  try {
    response = await fetch(new URL(path, root), {
      method,
      headers: all,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      cache: 'no-cache',
    });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem(0, { code: 'offline' });
  }
  clock.learn(response.headers.get('Date'), asked, Date.now());
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  if (response.status === 401 && problem.code === 'unauthenticated' && accessToken) session.end(accessToken);
  throw new Problem(response.status, problem, Number(response.headers.get('Retry-After')) || undefined);
}

/** Null where an answer says nothing but its status. */
async function json(response) {
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

export const get = (path, options) => send('GET', path, options).then(json);
export const post = (path, body, options) => send('POST', path, { ...options, body }).then(json);
export const put = (path, body, options) => send('PUT', path, { ...options, body }).then(json);
export const patch = (path, body, options) => send('PATCH', path, { ...options, body }).then(json);
export const remove = (path, options) => send('DELETE', path, options).then(json);

/** All pages of a list, at most `most` items. */
export async function list(path, most = 300) {
  const items = [];
  let cursor = null;
  do {
    const url = new URL(path, root);
    url.searchParams.set('limit', '100');
    if (cursor) url.searchParams.set('cursor', cursor);
    const page = await get(url.href);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && items.length < most);
  return items;
}

/** Waits, until the signal says that nobody waits any more. */
export function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}

/**
 * Does what somebody intends, once: the key is kept over reloads until the answer is known, and the request repeated while it
 * is open whether it took effect.
 *
 * @param name of the intent; a further one of the same name while the first is open is the same
 * @param act called with the key
 */
export async function intend(name, act) {
  const stored = `frontrow.intent.${session.userId}.${name}`;
  const key = sessionStorage.getItem(stored) ?? crypto.randomUUID();
  sessionStorage.setItem(stored, key);
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await act(key);
      sessionStorage.removeItem(stored);
      return answer;
    } catch (problem) {
      const isOpen = problem instanceof Problem && problem.isOpen;
      if (!isOpen) sessionStorage.removeItem(stored);
      if (!isOpen || attempt === 4) throw problem;
      await pause(Math.min(problem.retryAfter ?? attempt, 5) * 1000);
    }
  }
}
