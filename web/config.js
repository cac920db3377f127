/** What the gateway says of the place it runs in. */

let asked;

/** @returns {Promise<{issuer: string, clientId: string, posterOrigins: string[]}>} */
export const config = () => {
  asked ??= fetch('/config.json')
    .then((response) => response.json())
    .catch((failure) => {
      asked = undefined;
      throw failure;
    });
  return asked;
};
