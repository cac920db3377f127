/**
 * Answers a challenge: finds a number for which the SHA-256 of the salt and the number begins with
 * so many zero bits. It takes the time of a blink, but not a thousand times a second.
 */

const SLICE_MILLISECONDS = 12;
const NUMBERS_AT_ONCE = 500;

/**
 * @param {{salt: string, difficulty: number, expiresAt: string, signature: string}} challenge
 * @returns {Promise<string>} what goes in `X-Challenge-Solution`
 */
export const solve = async ({salt, difficulty, expiresAt, signature}) => {
  for (let number = 0; ; ) {
    const until = performance.now() + SLICE_MILLISECONDS;
    while (performance.now() < until) {
      for (const end = number + NUMBERS_AT_ONCE; number < end; number++) {
        if (zeroBits(salt + number) >= difficulty) {
          return [salt, difficulty, expiresAt, signature, number].join('.');
        }
      }
    }
    // The page stays alive in between.
    await new Promise((resolve) => setTimeout(resolve));
  }
};

const firstPrimes = (howMany) => {
  const primes = [];
  for (let n = 2; primes.length < howMany; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  return primes;
};

const fraction = (value) => ((value - Math.floor(value)) * 2 ** 32) | 0;

/** FIPS 180-4: fractions of the cube roots and the square roots of the first primes. */
const ROUND = Int32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)));

const words = new Int32Array(64);
const BLOCK_MAX = 55;

/**
 * How many zero bits the SHA-256 of a text begins with.
 *
 * @param {string} text ASCII, of at most 55 characters: one block
 */
export const zeroBits = (text) => {
  const hash = firstWords(text);
  return hash[0] !== 0 ? Math.clz32(hash[0]) : 32 + Math.clz32(hash[1]);
};

const firstWords = (text) => {
  if (text.length > BLOCK_MAX) throw new RangeError(`${text.length} characters are more than a block`);
  words.fill(0);
  for (let i = 0; i < text.length; i++) words[i >> 2] |= text.charCodeAt(i) << (24 - (i & 3) * 8);
  words[text.length >> 2] |= 0x80 << (24 - (text.length & 3) * 8);
  words[15] = text.length * 8;
  for (let i = 16; i < 64; i++) {
    const [a, b] = [words[i - 15], words[i - 2]];
    const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = START;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + ROUND[i] + words[i]) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  return [(START[0] + a) | 0, (START[1] + b) | 0];
};

const turn = (word, bits) => (word >>> bits) | (word << (32 - bits));
