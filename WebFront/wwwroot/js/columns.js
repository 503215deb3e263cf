// Which columns of the drives a person wants. The server reads the same cookie, so they are left out from the first byte.

import { kept } from './look.js';

/** In the order of the table. A narrow window leaves some of them out by itself. */
export const optional = [
  ['model', 'Model'], ['size', 'Size'], ['short', 'Short test'], ['long', 'Long test'], ['elapsed', 'Elapsed'], ['location', 'Location'],
];

const table = document.querySelector('#drives');
const hides = (name) => `hides-${name}`;

export const isShown = (name) => !table.classList.contains(hides(name));

export function showColumn(name, isWanted) {
  table.classList.toggle(hides(name), !isWanted);
  const hidden = optional.map(([each]) => each).filter((each) => !isShown(each)).join('.');
  document.cookie = `burnin.columns=${hidden}; path=/; max-age=${kept}; samesite=lax`;
}
