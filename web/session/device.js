/** This browser's own name, by which the box office tells devices apart. */

const KEY = 'boxoffice.device';

export const deviceId = () => {
  let id = localStorage.getItem(KEY);
  if (!id) {
    id = crypto.randomUUID();
    localStorage.setItem(KEY, id);
  }
  return id;
};
