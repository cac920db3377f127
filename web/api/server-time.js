/** The server's clock, as far as its answers tell: the visitor's own may be wrong. */

let aheadMilliseconds = 0;

/** @param {string | null} date of an answer's header; whole seconds */
export const observeServerTime = (date) => {
  const server = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(server)) return;
  const ahead = server - Date.now();
  // Answers out of a cache are old: only a clock that is clearly off is corrected.
  aheadMilliseconds = Math.abs(ahead) > 60_000 ? ahead : 0;
};

export const serverNow = () => Date.now() + aheadMilliseconds;
