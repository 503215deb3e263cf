// Single keys, where they are commands and not text. Who types by voice or with a shaking hand switches them off.

const off = 'burnin.keys-off';

export const areKeysOn = () => localStorage.getItem(off) === null;

export function switchKeys(isOn) {
  if (isOn) localStorage.removeItem(off);
  else localStorage.setItem(off, '1');
}

export const isTyping = (target) => Boolean(target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'));

/** Whether this key is a command. */
export const isCommand = (event) =>
  areKeysOn() && !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector('dialog[open]');
