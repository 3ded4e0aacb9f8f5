// Logging in at the identity provider: OpenID Connect's code flow with PKCE, as a public client. Loaded when it is needed.
//
// Tokens are asked for and given in bodies, never in an address. What comes back in one is a code, good once and only together
// with the verifier that this tab has kept.

import { get, login, Problem, session } from './api.js';

const PENDING = 'frontrow.login';

/** Seconds that an access token is taken to last where the provider does not say. */
const LASTING = 300;

const here = () => location.origin + location.pathname;

const refusal = code => new Problem(0, { code });

let known = null;

/** What the provider says of itself, asked once. */
async function provider() {
  known ??= answerOf(fetch(`${login.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
  known.catch(() => (known = null));
  const found = await known;
  if (found.issuer !== login.issuer) throw refusal('login-forged');
  return found;
}

async function answerOf(asking) {
  const response = await asking.catch(() => {
    throw refusal('login-unreachable');
  });
  if (response.status === 400 || response.status === 401) throw refusal('login-refused');
  if (!response.ok) throw refusal('login-unreachable');
  return response.json();
}

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

const base64url = bytes =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/**
 * Leaves for the provider, which leads back to this page.
 *
 * @param isOperator whether to ask for what running the night needs
 * @param isAnother whether somebody else is to log in than who is at the provider
 */
export async function begin({ isOperator, isAnother }) {
  const { authorization_endpoint: endpoint } = await provider();
  const pending = { state: random(), nonce: random(), verifier: random(), isOperator, back: location.hash };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.verifier));
  const asked = {
    ...login.parameters,
    response_type: 'code',
    client_id: login.clientId,
    redirect_uri: here(),
    scope: isOperator ? login.operatorScopes : login.scopes,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: base64url(challenge),
    code_challenge_method: 'S256',
    ui_locales: document.documentElement.lang,
    ...(isAnother && { prompt: 'login' }),
  };
  const address = new URL(endpoint);
  Object.entries(asked).forEach(([name, value]) => address.searchParams.set(name, value));
  location.assign(address);
}

/** Takes the provider's answer to what this tab has begun, and gives back where the reader was. */
export async function finish(answer) {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null');
  if (!pending || answer.get('state') !== pending.state) throw refusal('login-forged');
  sessionStorage.removeItem(PENDING);
  const { issuer, authorization_response_iss_parameter_supported: isNamed } = await provider();
  const named = answer.get('iss');
  if (named === null ? isNamed : named !== issuer) throw refusal('login-forged');
  if (!answer.has('code')) throw refusal('login-refused');
  const tokens = await tokensFor({
    grant_type: 'authorization_code',
    code: answer.get('code'),
    redirect_uri: here(),
    code_verifier: pending.verifier,
  });
  const claims = claimsOf(tokens.id_token);
  if (!isOurs(claims) || claims.nonce !== pending.nonce) throw refusal('login-forged');
  const name = claims.name ?? claims.preferred_username ?? claims.sub;
  const logged = { userId: claims.sub, name, ...kept(tokens) };
  session.keep(logged);
  if (pending.isOperator) session.keep({ ...logged, admin: await mayRunTheNight() });
  return pending.back === '#/login' ? '' : pending.back;
}

/** What the provider says of scopes is for the service, which decides. */
async function mayRunTheNight() {
  try {
    await get('admin/concerts?limit=1');
    return true;
  } catch (problem) {
    if (problem.code === 'forbidden') return false;
    throw problem;
  }
}

/**
 * Renews what is about to end. Where the provider can't be reached, the old token does while it lasts. Nothing comes of it for a
 * login that is over when the provider has answered.
 */
export async function renew(stored) {
  try {
    const tokens = await tokensFor({ grant_type: 'refresh_token', refresh_token: stored.refreshToken });
    if (session.accessToken === stored.accessToken) session.keep({ ...stored, ...kept(tokens) });
  } catch (problem) {
    if (problem.code === 'login-refused') session.end(stored.accessToken);
    else if (stored.until <= Date.now()) throw problem;
  }
}

async function tokensFor(grant) {
  const { token_endpoint: endpoint } = await provider();
  return answerOf(fetch(endpoint, { method: 'POST', body: new URLSearchParams({ ...grant, client_id: login.clientId }) }));
}

/** A provider that renews need not give another refresh token, nor another ID token. */
const kept = ({ access_token: accessToken, refresh_token: refreshToken, id_token: idToken, expires_in: seconds = LASTING }) => ({
  accessToken,
  ...(refreshToken && { refreshToken }),
  ...(idToken && { idToken }),
  until: Date.now() + seconds * 1000,
});

/** Read, not verified: it comes from the provider itself, over its own connection. That it is new is for the nonce to say. */
function claimsOf(idToken) {
  try {
    const payload = atob(idToken.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(payload, letter => letter.charCodeAt(0))));
  } catch {
    throw refusal('login-forged');
  }
}

const isOurs = ({ iss, aud, azp, sub }) =>
  iss === login.issuer && [aud].flat().includes(login.clientId) && (azp ?? login.clientId) === login.clientId && Boolean(sub);

/** Logs out at the provider too, which leads back to this page. */
export async function leave(idToken) {
  const { end_session_endpoint: endpoint } = await provider();
  if (!endpoint) return;
  const form = document.createElement('form');
  form.method = 'post';
  form.action = endpoint;
  const said = { id_token_hint: idToken, client_id: login.clientId, post_logout_redirect_uri: here() };
  Object.entries(said).forEach(([name, value]) => {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name, value });
    form.append(field);
  });
  // Otherwise the provider is told that the form is from nowhere, which it may refuse.
  document.head.append(Object.assign(document.createElement('meta'), { name: 'referrer', content: 'strict-origin' }));
  document.body.append(form);
  form.submit();
}
