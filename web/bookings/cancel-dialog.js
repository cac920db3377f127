/** Giving tickets back, after saying what for. */

import {cancel} from '../api/bookings.js';
import {serverNow} from '../api/server-time.js';
import {fill, h} from '../dom.js';
import {money, seatName} from '../format.js';
import {refusalBox} from '../refusals.js';
import {refundOf, refundPercentage} from './refund-terms.js';

const TERMS = {
  100: 'It is more than 24 hours to the show: you get all of it back.',
  50: 'It is less than 24 hours to the show: you get half of it back.',
  0: 'It is less than 4 hours to the show: you get nothing back, but somebody else gets the seat.',
};

/** @param {any} booking @param {() => void} done after it was cancelled */
export const askToCancel = (booking, done) => {
  const seats = booking.seats.filter(({cancelled}) => !cancelled);
  const percentage = refundPercentage(booking.showTime, serverNow());
  const notice = h('div', {class: 'notice'});
  const back = h('b', {});
  const go = h('button', {type: 'submit', class: 'danger'}, 'Cancel these tickets');

  const chosen = (form) => new Set(new FormData(form).getAll('seat'));
  const write = (form) => {
    const ids = chosen(form);
    const prices = seats.filter(({seatId}) => ids.has(seatId)).map(({price}) => price);
    back.textContent = money(refundOf(prices, percentage), booking.currency);
    go.disabled = ids.size === 0;
  };

  const send = async (form) => {
    const ids = [...chosen(form)];
    go.disabled = true;
    try {
      await cancel(booking.bookingId, ids.length === seats.length ? null : ids, crypto.randomUUID());
      dialog.close();
      done();
    } catch (failure) {
      fill(notice, refusalBox(failure, {inPlace: true}));
      go.disabled = false;
    }
  };

  const form = h(
    'form',
    {
      oninput: () => write(form),
      onsubmit: (event) => {
        event.preventDefault();
        void send(form);
      },
    },
    h('h2', {id: 'cancel-title'}, 'Cancel tickets'),
    h('p', {}, TERMS[percentage]),
    h(
      'fieldset',
      {class: 'seats'},
      h('legend', {class: 'heard'}, 'Which'),
      seats.map((seat) =>
        h('label', {class: 'check'}, h('input', {type: 'checkbox', name: 'seat', value: seat.seatId, checked: true}), h('span', {}, seatName(seat)), h('span', {class: 'price'}, money(seat.price, booking.currency))),
      ),
    ),
    h('p', {class: 'sum'}, h('span', {}, 'You get back'), back),
    notice,
    h('div', {class: 'buttons'}, h('button', {type: 'button', onclick: () => dialog.close()}, 'Keep them'), go),
  );
  const dialog = h('dialog', {'aria-labelledby': 'cancel-title', onclose: () => dialog.remove()}, form);
  document.body.append(dialog);
  write(form);
  dialog.showModal();
};
