/** Shows a countdown, and says aloud when it matters. */

import {announce} from '../announce.js';
import {h, svg} from '../dom.js';
import {minutesAndSeconds, spokenSeconds} from '../format.js';
import {Countdown} from './countdown.js';

const TICK_MILLISECONDS = 250;
const SAID_AT_SECONDS = [300, 120, 60, 30, 10];
const HURRY_FROM_SECONDS = 60;
const CIRCUMFERENCE = 2 * Math.PI * 19;

/**
 * @param {number} seconds left, as the server says
 * @param {{over: () => void}} on
 * @returns {{element: HTMLElement, restart: (seconds: number) => void, stop: () => void}}
 */
export const clock = (seconds, on, signal) => {
  const countdown = new Countdown(seconds);
  const digits = h('b', {class: 'digits'});
  const ring = svg('circle', {class: 'left', cx: 22, cy: 22, r: 19, 'stroke-dasharray': CIRCUMFERENCE});
  const element = h(
    'div',
    {class: 'clock', role: 'timer', 'aria-label': 'Time left to pay'},
    svg('svg', {viewBox: '0 0 44 44', 'aria-hidden': 'true'}, svg('circle', {class: 'all', cx: 22, cy: 22, r: 19}), ring),
    h('p', {}, digits, h('span', {}, 'left to pay')),
  );
  let full = seconds;
  let shown = -1;
  let timer = 0;

  const tick = () => {
    const left = countdown.secondsLeft;
    if (left !== shown) {
      if (shown > left && SAID_AT_SECONDS.includes(left)) announce(`${spokenSeconds(left)} left to pay.`);
      shown = left;
      digits.textContent = minutesAndSeconds(left);
      ring.setAttribute('stroke-dashoffset', String(CIRCUMFERENCE * (1 - left / full)));
      element.classList.toggle('hurry', left <= HURRY_FROM_SECONDS);
    }
    if (!countdown.isOver) return;
    stop();
    on.over();
  };
  const stop = () => clearInterval(timer);
  timer = setInterval(tick, TICK_MILLISECONDS);
  signal.addEventListener('abort', stop);
  tick();
  return {
    element,
    stop,
    restart: (left) => {
      full = Math.max(full, left);
      countdown.restart(left);
      stop();
      timer = setInterval(tick, TICK_MILLISECONDS);
      shown = -1;
      tick();
    },
  };
};
