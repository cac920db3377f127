/** Says things to people who listen rather than look. */

const say = (id, text) => {
  const place = document.getElementById(id);
  // The same words twice are only heard when they were gone in between.
  place.textContent = '';
  requestAnimationFrame(() => {
    place.textContent = text;
  });
};

export const announce = (text) => say('polite', text);
export const alertAloud = (text) => say('urgent', text);
