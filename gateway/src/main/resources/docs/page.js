// Shows /v1/openapi. Everything is written as text: nothing in a description can become markup.

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const place = document.getElementById('calls');
const filter = document.getElementById('filter');

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
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
  return schema.example ?? schema.examples?.[0] ?? media.schema;
};

const block = (title, value) => {
  const part = element('div');
  part.append(element('h4', title));
  if (value !== undefined) part.append(element('pre', JSON.stringify(value, null, 2)));
  return part;
};

const parametersOf = (api, parameters) => {
  const table = element('table');
  for (const given of parameters) {
    const parameter = resolve(api, given);
    const row = element('tr');
    row.append(
      element('th', parameter.name),
      element('td', parameter.in + (parameter.required ? ', required' : '')),
      element('td', parameter.description ?? ''),
    );
    table.append(row);
  }
  return table;
};

const callOf = (api, path, method, call, shared) => {
  const details = element('details');
  details.dataset.find = `${method} ${path} ${call.summary ?? ''}`.toLowerCase();
  const summary = element('summary');
  const open = Array.isArray(call.security) && call.security.every((s) => !Object.keys(s).length);
  summary.append(
    element('span', method.toUpperCase(), 'method'),
    element('code', path, open ? 'open' : ''),
    element('span', ` ${call.summary ?? ''}`),
  );
  details.append(summary);
  details.addEventListener('toggle', () => {
    if (details.childElementCount > 1) return;
    if (call.description) details.append(element('p', call.description));
    const parameters = [...shared, ...(call.parameters ?? [])];
    if (parameters.length) details.append(parametersOf(api, parameters));
    const body = resolve(api, call.requestBody);
    if (body.content) details.append(block('Body', exampleOf(api, body.content)));
    for (const [status, given] of Object.entries(call.responses ?? {})) {
      const answer = resolve(api, given);
      details.append(block(`${status} ${answer.description ?? ''}`, exampleOf(api, answer.content)));
    }
  });
  return details;
};

const show = (api) => {
  place.replaceChildren();
  const groups = new Map();
  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of METHODS.filter((name) => item[name])) {
      const call = item[method];
      const group = call.tags?.[0] ?? path.split('/')[2] ?? 'other';
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(callOf(api, path, method, call, item.parameters ?? []));
    }
  }
  for (const [group, calls] of groups) {
    const section = element('section');
    section.append(element('h2', group), ...calls);
    place.append(section);
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
