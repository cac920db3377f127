/**
 * How to pay. These are the payment provider's test cards; a live provider's own card fields would
 * stand here instead and give a `paymentMethodId` all the same.
 */

import {h} from '../dom.js';

const CARDS = [
  ['pm_card_visa', 'Visa 4242', 'Pays at once'],
  ['pm_card_mastercard', 'Mastercard 4444', 'Pays at once'],
  ['pm_card_threeDSecure2Required', 'Visa 3220', 'Your bank asks you first (3-D Secure)'],
  ['pm_card_visa_chargeDeclined', 'Visa 0002', 'Is declined'],
  ['pm_card_visa_chargeDeclinedInsufficientFunds', 'Visa 9995', 'Has not enough money'],
];

export const paymentMethods = () =>
  h(
    'fieldset',
    {class: 'cards'},
    h('legend', {}, 'Pay with a test card'),
    CARDS.map(([id, name, what], i) =>
      h(
        'label',
        {},
        h('input', {type: 'radio', name: 'paymentMethodId', value: id, checked: i === 0}),
        h('span', {class: 'card-face', 'aria-hidden': 'true'}),
        h('span', {class: 'card-name'}, h('b', {}, name), h('small', {}, what)),
      ),
    ),
  );
