/**
 * Calls of the gateway. An answer is data; a refusal is thrown as {@link Refusal} with the
 * contract's code; what did not get through at all is {@link Unreachable}.
 */

import {deviceId} from '../session/device.js';
import {session} from '../session/session.js';
import {observeServerTime} from './server-time.js';

const RETRIES_MAX = 2;
const RETRY_AFTER_MAX_SECONDS = 5;
const BACKOFF_MILLISECONDS = 400;

export class Refusal extends Error {
  /** @param {number} status @param {Record<string, any>} problem RFC 9457 */
  constructor(status, problem, retryAfterSeconds = null) {
    super(problem.detail ?? `The server answered ${status}.`);
    this.status = status;
    this.problem = problem;
    this.code = problem.code ?? 'INTERNAL';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export class Unreachable extends Error {}

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [options]
 * @param {unknown} [options.body] sent as JSON
 * @param {Record<string, string>} [options.headers]
 * @param {boolean} [options.fresh] past the caches
 * @param {boolean} [options.shared] without saying who asks: only then may a cache answer
 * @param {boolean} [options.repeatable] may be sent again when it is not known whether it arrived
 * @param {AbortSignal} [options.signal]
 * @returns {Promise<Response>} one that is not a refusal
 */
export const call = async (method, path, options = {}) => {
  const repeatable = options.repeatable ?? method === 'GET';
  for (let tries = 0; ; tries++) {
    try {
      return await once(method, path, options);
    } catch (failure) {
      const again =
        repeatable && tries < RETRIES_MAX && (failure instanceof Unreachable || failure.status === 503);
      if (!again || options.signal?.aborted) throw failure;
      await pause(
        1000 * Math.min(failure.retryAfterSeconds ?? 0, RETRY_AFTER_MAX_SECONDS) +
          BACKOFF_MILLISECONDS * 2 ** tries,
        options.signal,
      );
    }
  }
};

export const json = async (method, path, options) => {
  const response = await call(method, path, options);
  return response.status === 204 ? null : response.json();
};

/** Waits; ends early, with the signal's reason, when nobody wants the rest any more. */
export const pause = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      {once: true},
    );
  });

const once = async (method, path, {body, headers = {}, fresh = false, shared = false, signal}) => {
  const token = shared ? null : session.token();
  let response;
  try {
    response = await fetch(path, {
      method,
      signal,
      cache: fresh ? 'no-cache' : 'default',
      credentials: 'omit',
      headers: {
        Accept: 'application/json',
        ...(token ? {Authorization: `Bearer ${token}`, 'X-Device-Id': deviceId()} : {}),
        ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Unreachable('The server cannot be reached.', {cause: failure});
  }
  observeServerTime(response.headers.get('Date'));
  if (response.ok) return response;
  throw await refusal(response, token);
};

const refusal = async (response, token) => {
  const problem = await response.json().catch(() => ({}));
  if (response.status === 401 && token) session.forget();
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new Refusal(response.status, problem, Number.isFinite(retryAfter) ? retryAfter : null);
};
