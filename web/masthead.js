/** The head of every page: the name, where to go, who is signed in. */

import {fill, h, svg} from './dom.js';
import {session, signIn, signOut} from './session/session.js';

const mark = () =>
  svg(
    'svg',
    {viewBox: '0 0 32 24', class: 'mark', 'aria-hidden': 'true'},
    svg('path', {
      d: 'M1 4a2 2 0 0 1 2-2h26a2 2 0 0 1 2 2v4.500a3.500 3.500 0 0 0 0 7V20a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2v-4.500a3.500 3.500 0 0 0 0-7z',
    }),
    [10, 16, 22].map((x) => svg('circle', {cx: x, cy: 9, r: 1.8})),
    [10, 22].map((x) => svg('circle', {cx: x, cy: 15.5, r: 1.8})),
    svg('circle', {cx: 16, cy: 15.5, r: 2.5, class: 'taken'}),
  );

const account = () => {
  const who = session.current();
  return who
    ? [
        h('span', {class: 'who', title: who.email ?? who.name}, who.name),
        h('button', {type: 'button', class: 'quiet', onclick: () => void signOut()}, 'Sign out'),
      ]
    : h(
        'button',
        {
          type: 'button',
          class: 'quiet',
          onclick: () => void signIn(location.pathname + location.search),
        },
        'Sign in',
      );
};

const here = (path) => (location.pathname === path ? 'page' : null);

export const masthead = (place) => {
  const draw = () =>
    fill(
      place,
      h('a', {class: 'name', href: '/', 'aria-label': 'Boxoffice, to the start'}, mark(), h('span', {}, 'Boxoffice')),
      h(
        'nav',
        {'aria-label': 'Main'},
        h('a', {href: '/', 'aria-current': here('/')}, 'What’s on'),
        h('a', {href: '/bookings', 'aria-current': here('/bookings')}, 'My bookings'),
      ),
      h('div', {class: 'account'}, account()),
    );
  draw();
  session.addEventListener('change', draw);
  document.addEventListener('shown', draw);
};
