/**
 * Who is signed in. Tokens stay in this tab's session storage: no cookie, nothing that outlives
 * the tab, nothing that another site's page could make use of.
 */

import {config} from '../config.js';
import {discover} from './issuer.js';
import {challengeOf, secret} from './pkce.js';

const TOKENS = 'boxoffice.session';
const ATTEMPT = 'boxoffice.sign-in';
const SCOPES = 'openid profile email';

/** A token that ends while a request is under way is of no use. */
const SPARE_MILLISECONDS = 30_000;

class Session extends EventTarget {
  /** @returns {{accessToken: string, idToken: string, endsAt: number, name: string, email?: string} | null} */
  current() {
    const stored = JSON.parse(sessionStorage.getItem(TOKENS) ?? 'null');
    return stored && stored.endsAt - SPARE_MILLISECONDS > Date.now() ? stored : null;
  }

  token() {
    return this.current()?.accessToken ?? null;
  }

  remember(tokens) {
    sessionStorage.setItem(TOKENS, JSON.stringify(tokens));
    this.dispatchEvent(new Event('change'));
  }

  forget() {
    sessionStorage.removeItem(TOKENS);
    this.dispatchEvent(new Event('change'));
  }
}

export const session = new Session();

/** Goes to the issuer; it sends the visitor back to `/signed-in`, and that to where they were. */
export const signIn = async (returnTo) => {
  const [{clientId}, {authorization_endpoint: authorise}] = await Promise.all([config(), discover()]);
  const attempt = {state: secret(), verifier: secret(), nonce: secret(), returnTo};
  sessionStorage.setItem(ATTEMPT, JSON.stringify(attempt));
  const url = new URL(authorise);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri(),
    scope: SCOPES,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await challengeOf(attempt.verifier),
    code_challenge_method: 'S256',
  }).toString();
  location.assign(url);
};

/**
 * Redeems what the issuer sent back.
 *
 * @param {URLSearchParams} answer
 * @returns {Promise<string>} where the visitor was
 */
export const completeSignIn = async (answer) => {
  const attempt = JSON.parse(sessionStorage.getItem(ATTEMPT) ?? 'null');
  sessionStorage.removeItem(ATTEMPT);
  if (!attempt || answer.get('state') !== attempt.state) {
    throw new SignInFailed('This sign-in was not begun here, or was finished already.');
  }
  if (!answer.get('code')) {
    throw new SignInFailed(answer.get('error_description') ?? 'You were not signed in.');
  }
  const tokens = await redeem(answer.get('code'), attempt.verifier);
  const claims = claimsOf(tokens.id_token);
  if (claims.nonce !== attempt.nonce) throw new SignInFailed('The sign-in does not fit its request.');
  session.remember({
    accessToken: tokens.access_token,
    idToken: tokens.id_token,
    endsAt: Date.now() + tokens.expires_in * 1000,
    name: claims.name ?? claims.preferred_username ?? claims.sub,
    email: claims.email,
  });
  return attempt.returnTo;
};

/** Here, and at the issuer: the next one to sit down must not be signed in by a click. */
export const signOut = async () => {
  const idToken = session.current()?.idToken;
  session.forget();
  const {end_session_endpoint: end} = await discover();
  const {clientId} = await config();
  if (!end || !idToken) {
    location.assign('/');
    return;
  }
  const url = new URL(end);
  url.search = new URLSearchParams({
    id_token_hint: idToken,
    client_id: clientId,
    post_logout_redirect_uri: `${location.origin}/`,
  }).toString();
  location.assign(url);
};

export class SignInFailed extends Error {}

const redirectUri = () => `${location.origin}/signed-in`;

const redeem = async (code, verifier) => {
  const [{clientId}, {token_endpoint: tokenEndpoint}] = await Promise.all([config(), discover()]);
  const response = await fetch(tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      code,
      redirect_uri: redirectUri(),
      code_verifier: verifier,
    }),
  });
  if (!response.ok) throw new SignInFailed('The sign-in was not accepted. Please try once more.');
  return response.json();
};

/** Not verified: it came straight from the issuer, and only decides what name is shown. */
const claimsOf = (jwt) => {
  const payload = jwt.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
  return JSON.parse(
    new TextDecoder().decode(Uint8Array.from(atob(payload), (char) => char.charCodeAt(0))),
  );
};
