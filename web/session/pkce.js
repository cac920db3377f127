/** Proof Key for Code Exchange (RFC 7636): shows that whoever redeems a code also asked for it. */

const base64Url = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** 256 random bits. */
export const secret = () => base64Url(crypto.getRandomValues(new Uint8Array(32)));

/** @param {string} verifier */
export const challengeOf = async (verifier) =>
  base64Url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))),
  );
