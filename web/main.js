/** Starts the page: the masthead, then whatever the address says. */

import {masthead} from './masthead.js';
import {start} from './router.js';

masthead(document.getElementById('masthead'));

// The payment provider sends buyers back to the front page, with the booking in the query.
const returned = new URLSearchParams(location.search);
if (location.pathname === '/' && returned.has('bookingId')) {
  history.replaceState(null, '', `/bookings/${encodeURIComponent(returned.get('bookingId'))}`);
}
await start();
