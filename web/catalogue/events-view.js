/** What's on: finding an event. */

import {announce} from '../announce.js';
import {searchEvents} from '../api/catalogue.js';
import {fill, h} from '../dom.js';
import {CATEGORIES, plural} from '../format.js';
import {refusalBox} from '../refusals.js';
import {eventCard} from './event-card.js';

const PAGE = 24;
const TYPING_MILLISECONDS = 300;
const FIELDS = ['query', 'city', 'category', 'date'];

export default async ({query, signal}) => {
  const results = h('ul', {class: 'events', 'aria-label': 'Events'});
  const summary = h('p', {class: 'summary'});
  const more = h('button', {type: 'button', class: 'more', hidden: true}, 'Show more');
  const form = searchForm(query);

  let latest = new AbortController();
  signal.addEventListener('abort', () => latest.abort());
  let page = 1;

  const wanted = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));

  const load = async ({append}) => {
    latest.abort();
    latest = new AbortController();
    const mine = latest.signal;
    page = append ? page + 1 : 1;
    results.setAttribute('aria-busy', 'true');
    try {
      const found = await searchEvents({...wanted(), page, limit: PAGE}, mine);
      const cards = found.items.map(eventCard);
      if (append) results.append(...cards);
      else fill(results, cards);
      more.hidden = page * PAGE >= found.total;
      summary.textContent = found.total === 0 ? 'Nothing fits. Try fewer words, or another day.' : plural(found.total, 'event', 'events');
      if (!append) announce(summary.textContent);
    } catch (failure) {
      if (mine.aborted) return;
      fill(results, h('li', {class: 'wide'}, refusalBox(failure)));
      summary.textContent = '';
      more.hidden = true;
    }
    results.removeAttribute('aria-busy');
  };

  const search = () => {
    const said = new URLSearchParams(wanted()).toString();
    history.replaceState(null, '', said === '' ? '/' : `/?${said}`);
    return load({append: false});
  };

  let typing = 0;
  form.addEventListener('input', (event) => {
    clearTimeout(typing);
    const types = event.target.type === 'search' || event.target.type === 'text';
    typing = setTimeout(() => void search(), types ? TYPING_MILLISECONDS : 0);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(typing);
    void search();
  });
  more.addEventListener('click', () => void load({append: true}));
  signal.addEventListener('abort', () => clearTimeout(typing));

  await load({append: false});
  return {
    title: 'What’s on',
    content: h(
      'div',
      {},
      h(
        'section',
        {class: 'hero'},
        h(
          'div',
          {class: 'page'},
          h('h1', {tabindex: -1}, 'Find your seat.'),
          h('p', {class: 'lead'}, 'Theatre, concerts, sports and film. See every seat as it is right now.'),
          form,
        ),
      ),
      h('div', {class: 'page'}, summary, results, more),
    ),
  };
};

const searchForm = (query) => {
  const [title, city, , date] = FIELDS.map((field) => query.get(field) ?? '');
  return h(
    'form',
    {class: 'search', role: 'search'},
    h(
      'div',
      {class: 'fields'},
      h('label', {class: 'wide'}, h('span', {}, 'What'), h('input', {type: 'search', name: 'query', value: title, maxlength: 200, placeholder: 'Title, artist, team', autocomplete: 'off'})),
      h('label', {}, h('span', {}, 'Where'), h('input', {type: 'text', name: 'city', value: city, maxlength: 100, placeholder: 'Any city', autocomplete: 'address-level2'})),
      h('label', {}, h('span', {}, 'When'), h('input', {type: 'date', name: 'date', value: date})),
      h('button', {type: 'submit', class: 'primary'}, 'Search'),
    ),
    h(
      'fieldset',
      {class: 'chips'},
      h('legend', {class: 'heard'}, 'Kind of event'),
      [['', 'Everything'], ...Object.entries(CATEGORIES)].map(([value, label]) =>
        h(
          'label',
          {},
          h('input', {type: 'radio', name: 'category', value, checked: (query.get('category') ?? '') === value}),
          h('span', {}, label),
        ),
      ),
    ),
  );
};
