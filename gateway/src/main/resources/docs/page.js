// Shows /v1/openapi. Everything is written as text: nothing in a description can become markup.

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
// In the order in which somebody buys; what else there is follows.
const GROUPS = ['catalogue', 'seat maps', 'queue', 'holds', 'bookings', 'payments', 'tickets', 'door', 'sales', 'gateway'];
const place = document.getElementById('calls');
const filter = document.getElementById('filter');

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

// Text in which `words` between backticks are code.
const prose = (name, text, className) => {
  const made = element(name, undefined, className);
  text.split('`').forEach((part, i) => made.append(i % 2 ? element('code', part) : part));
  return made;
};

const resolve = (api, value) => {
  let found = value;
  for (let hops = 0; found && found.$ref && found.$ref.startsWith('#/') && hops < 10; hops++) {
    found = found.$ref.slice(2).split('/').reduce((node, key) => node?.[key], api);
  }
  return found ?? {};
};

const exampleOf = (api, content) => {
  const media = Object.values(content ?? {})[0];
  if (!media) return undefined;
  if (media.example !== undefined) return media.example;
  const named = Object.values(media.examples ?? {})[0];
  if (named) return resolve(api, named).value;
  const schema = resolve(api, media.schema);
  return schema.example ?? schema.examples?.[0] ?? (schema.properties ? shapeOf(api, schema) : undefined);
};

// What a schema without an example looks like: each field with its type.
const shapeOf = (api, given, depth = 0) => {
  const schema = resolve(api, given);
  if (schema.properties && depth < 4) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, part]) => [name, shapeOf(api, part, depth + 1)]),
    );
  }
  if (schema.items) return [shapeOf(api, schema.items, depth + 1)];
  return schema.enum?.join(' | ') ?? [schema.format ?? schema.type ?? 'anything'].flat().join(' or ');
};

const code = (value) =>
  element('pre', typeof value === 'string' ? value : JSON.stringify(value, null, 2));

const parametersOf = (api, parameters) => {
  const list = element('dl');
  for (const given of parameters) {
    const parameter = resolve(api, given);
    const says = element('dd');
    says.append(element('span', parameter.in + (parameter.required ? ', required' : ''), 'where'));
    if (parameter.description) says.append(' · ', prose('span', parameter.description));
    list.append(element('dt', parameter.name), says);
  }
  return list;
};

const answersOf = (api, responses) => {
  const part = element('div');
  const refusals = element('dl');
  for (const [status, given] of Object.entries(responses)) {
    const answer = resolve(api, given);
    if (status < '400') {
      part.append(prose('h3', `${status} · ${answer.description ?? ''}`));
      const example = exampleOf(api, answer.content);
      if (example !== undefined) part.append(code(example));
    } else {
      const says = prose('dd', answer.description ?? '');
      // An example of its own says more than the text; the shared one would be another call's.
      if (!given.$ref && Object.values(answer.content ?? {})[0]?.examples) {
        says.append(code(exampleOf(api, answer.content)));
      }
      refusals.append(element('dt', status === 'default' ? 'otherwise' : status), says);
    }
  }
  if (refusals.childElementCount) part.append(element('h3', 'Refusals'), refusals);
  return part;
};

const aboutOf = (api, call, shared) => {
  const about = element('div', undefined, 'about');
  if (call.description) about.append(prose('p', call.description));
  const parameters = [...shared, ...(call.parameters ?? [])];
  if (parameters.length) about.append(element('h3', 'Parameters'), parametersOf(api, parameters));
  const body = resolve(api, call.requestBody);
  const example = exampleOf(api, body.content);
  if (example !== undefined) about.append(element('h3', 'Body'), code(example));
  about.append(answersOf(api, call.responses ?? {}));
  return about;
};

const callOf = (api, path, method, call, shared) => {
  const details = element('details');
  details.dataset.find = `${method} ${path} ${call.summary ?? ''}`.toLowerCase();
  const summary = element('summary');
  const where = element('span');
  where.append(element('code', path));
  const open = Array.isArray(call.security) && call.security.every((s) => !Object.keys(s).length);
  if (open) where.append(element('span', 'no token', 'open'));
  summary.append(
    element('span', method.toUpperCase(), `method ${method}`),
    where,
    element('span', call.summary ?? '', 'says'),
  );
  details.append(summary);
  details.addEventListener('toggle', () => {
    if (details.childElementCount === 1) details.append(aboutOf(api, call, shared));
  });
  return details;
};

const show = (api) => {
  place.replaceChildren();
  const groups = new Map(GROUPS.map((name) => [name, []]));
  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of METHODS.filter((name) => item[name])) {
      const call = item[method];
      const group = call.tags?.[0] ?? path.split('/')[2] ?? 'other';
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(callOf(api, path, method, call, item.parameters ?? []));
    }
  }
  for (const [group, calls] of groups) {
    if (calls.length) {
      const section = element('section');
      section.append(element('h2', group), ...calls);
      place.append(section);
    }
  }
};

filter.addEventListener('input', () => {
  const wanted = filter.value.trim().toLowerCase();
  for (const section of place.querySelectorAll('section')) {
    let shown = 0;
    for (const call of section.querySelectorAll('details')) {
      call.hidden = !call.dataset.find.includes(wanted);
      if (!call.hidden) shown++;
    }
    section.hidden = shown === 0;
  }
});

try {
  const answer = await fetch('/v1/openapi');
  if (!answer.ok) throw new Error(`/v1/openapi answered ${answer.status}`);
  show(await answer.json());
} catch (failure) {
  place.replaceChildren(element('p', `The description could not be loaded: ${failure.message}`));
}
