// How this browser wants things shown. The server reads the same cookie and writes it into the page's attributes.

/** For how many seconds a choice is remembered. */
export const kept = 365 * 24 * 3600;
const root = globalThis.document?.documentElement;
const names = ['theme', 'density', 'sizes', 'heat', 'zone'];

/** The value that holds now: theme, density, sizes, heat or zone. */
export const look = (name) => root?.dataset[name] ?? '';

/** For this page at once, and for every page to come. Listeners of "look" on the document hear of it. */
export function setLook(name, value) {
  root.dataset[name] = value;
  const text = names.map((each) => `${each}=${look(each)}`).join('&');
  document.cookie = `burnin.look=${encodeURIComponent(text)}; path=/; max-age=${kept}; samesite=lax`;
  document.dispatchEvent(new CustomEvent('look', { detail: { name, value } }));
}

export const onLook = (heard) => document.addEventListener('look', (event) => heard(event.detail));
