/**
 * Real paths, one page. A view is a module whose default export gets a {@link Visit} and returns
 * what to show; it lives until its visit's signal aborts.
 *
 * @typedef {object} Visit
 * @property {Record<string, string>} params of the path
 * @property {URLSearchParams} query
 * @property {AbortSignal} signal aborts when the visitor goes elsewhere
 *
 * @typedef {object} Shown
 * @property {string} title
 * @property {Node} content
 */

import {Refusal} from './api/client.js';
import {fill, h} from './dom.js';
import {refusalBox} from './refusals.js';

const ROUTES = [
  ['/', () => import('./catalogue/events-view.js')],
  ['/events/:eventId', () => import('./catalogue/event-view.js')],
  ['/events/:eventId/shows/:showId', () => import('./purchase/show-view.js')],
  ['/checkout/:holdId', () => import('./purchase/checkout-view.js')],
  ['/bookings', () => import('./bookings/bookings-view.js')],
  ['/bookings/:bookingId', () => import('./bookings/booking-view.js')],
  ['/signed-in', () => import('./session/signed-in-view.js')],
].map(([path, load]) => [pattern(path), load]);

let leaving = new AbortController();

function pattern(path) {
  return new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
}

/** Goes to another path of the page. */
export const navigate = (path, {replace = false} = {}) => {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  return show();
};

/** Shows what the address says, now and whenever it changes. */
export const start = () => {
  addEventListener('popstate', () => void show());
  document.addEventListener('click', (click) => {
    const link = click.target instanceof Element ? click.target.closest('a[href]') : null;
    if (!link || click.defaultPrevented || click.button !== 0) return;
    if (click.metaKey || click.ctrlKey || click.shiftKey || link.target || link.download) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || !find(url.pathname) || link.hash) return;
    click.preventDefault();
    void navigate(url.pathname + url.search);
  });
  return show();
};

const find = (path) => {
  for (const [regex, load] of ROUTES) {
    const match = regex.exec(path);
    if (match) return {load, params: match.groups ?? {}};
  }
  return null;
};

const show = async () => {
  leaving.abort();
  leaving = new AbortController();
  const {signal} = leaving;
  const main = document.getElementById('main');
  main.setAttribute('aria-busy', 'true');
  let shown;
  try {
    const found = find(location.pathname);
    if (!found) throw new Refusal(404, {code: 'NOT_FOUND'});
    const view = await found.load();
    const query = new URLSearchParams(location.search);
    shown = await view.default({params: found.params, query, signal});
  } catch (failure) {
    shown = {title: 'Sorry', content: h('div', {class: 'page narrow'}, refusalBox(failure, {}, () => h('h1', {tabindex: -1})))};
  }
  if (signal.aborted) return;
  // A view that went elsewhere shows nothing itself.
  if (!shown) return;
  document.title = `${shown.title} · Boxoffice`;
  fill(main, shown.content);
  main.removeAttribute('aria-busy');
  scrollTo(0, 0);
  (main.querySelector('h1[tabindex]') ?? main).focus({preventScroll: true});
  document.dispatchEvent(new CustomEvent('shown'));
};
