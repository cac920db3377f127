/** The OIDC issuer that this place signs in at. */

import {config} from '../config.js';

let endpoints;

/** What the issuer says of itself (OpenID Connect Discovery). */
export const discover = () => {
  endpoints ??= (async () => {
    const {issuer} = await config();
    const response = await fetch(`${issuer}/.well-known/openid-configuration`);
    if (!response.ok) throw new Error(`The issuer answered ${response.status}.`);
    const found = await response.json();
    if (found.issuer !== issuer) throw new Error('The issuer calls itself by another name.');
    return found;
  })().catch((failure) => {
    endpoints = undefined;
    throw failure;
  });
  return endpoints;
};
