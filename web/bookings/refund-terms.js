/** What comes back when tickets are given back now: all until a day before, half until four hours. */

const HOUR_MILLISECONDS = 3_600_000;
const ALL_UNTIL_HOURS = 24;
const HALF_UNTIL_HOURS = 4;

/** @param {string} showTime @param {number} now @returns {0 | 50 | 100} per cent */
export const refundPercentage = (showTime, now) => {
  const hours = (Date.parse(showTime) - now) / HOUR_MILLISECONDS;
  if (hours >= ALL_UNTIL_HOURS) return 100;
  return hours >= HALF_UNTIL_HOURS ? 50 : 0;
};

/** In minor units, rounded down as the box office does. */
export const refundOf = (prices, percentage) =>
  Math.floor((prices.reduce((sum, price) => sum + price, 0) * percentage) / 100);
