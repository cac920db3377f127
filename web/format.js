/** How money, times and seats are written. */

const LOCALE = navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB';

/** @param {number} minorUnits @param {string} currency ISO 4217 */
export const money = (minorUnits, currency) => {
  const format = new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  });
  return format.format(minorUnits / 10 ** format.resolvedOptions().maximumFractionDigits);
};

export const count = (number) => new Intl.NumberFormat(LOCALE).format(number);

export const plural = (number, one, many) => `${count(number)} ${number === 1 ? one : many}`;

const when = (instant, timeZone, options) =>
  new Intl.DateTimeFormat(LOCALE, {timeZone, ...options}).format(new Date(instant));

/** Where the venue is, not where the reader is. */
export const day = (instant, timeZone) =>
  when(instant, timeZone, {weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'});

export const longDay = (instant, timeZone) =>
  when(instant, timeZone, {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric'});

export const time = (instant, timeZone) =>
  when(instant, timeZone, {hour: 'numeric', minute: '2-digit'});

export const dayAndTime = (instant, timeZone) =>
  `${day(instant, timeZone)}, ${time(instant, timeZone)}`;

export const dayParts = (instant, timeZone) => ({
  weekday: when(instant, timeZone, {weekday: 'short'}),
  day: when(instant, timeZone, {day: 'numeric'}),
  month: when(instant, timeZone, {month: 'short'}),
});

/** "Stalls, row B, seat 4"; a place without rows is only its section. */
export const seatName = ({section, row, number}) =>
  row === null || row === undefined ? section : `${section}, row ${row}, seat ${number}`;

/** Seats for a sentence: "row B seat 4 and row B seat 5". */
export const list = (words) => new Intl.ListFormat('en', {type: 'conjunction'}).format(words);

/** 9:58, 0:07. */
export const minutesAndSeconds = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** "9 minutes and 58 seconds", for listeners. */
export const spokenSeconds = (seconds) => {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [
    minutes > 0 ? plural(minutes, 'minute', 'minutes') : null,
    rest > 0 || minutes === 0 ? plural(rest, 'second', 'seconds') : null,
  ]
    .filter(Boolean)
    .join(' and ');
};

export const CATEGORIES = {
  theater: 'Theatre',
  concerts: 'Concerts',
  sports: 'Sports',
  movies: 'Movies',
};
