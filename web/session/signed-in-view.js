/** Where the issuer sends people back to. */

import {h} from '../dom.js';
import {navigate} from '../router.js';
import {completeSignIn, SignInFailed} from './session.js';

export default async ({query}) => {
  try {
    await navigate(await completeSignIn(query), {replace: true});
    return null;
  } catch (failure) {
    if (!(failure instanceof SignInFailed)) throw failure;
    return {
      title: 'Not signed in',
      content: h(
        'div',
        {class: 'page narrow'},
        h('h1', {tabindex: -1}, 'You are not signed in'),
        h('p', {}, failure.message),
        h('p', {}, h('a', {class: 'button', href: '/'}, 'Back to what’s on')),
      ),
    };
  }
};
