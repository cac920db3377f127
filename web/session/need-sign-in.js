/** What a page that needs a name shows to those who have not said theirs. */

import {h} from '../dom.js';
import {signIn} from './session.js';

export const needSignIn = (why) => ({
  title: 'Sign in',
  content: h(
    'div',
    {class: 'page narrow'},
    h('h1', {tabindex: -1}, 'Please sign in'),
    h('p', {}, why),
    h(
      'button',
      {
        type: 'button',
        class: 'primary',
        onclick: () => void signIn(location.pathname + location.search),
      },
      'Sign in',
    ),
  ),
});
