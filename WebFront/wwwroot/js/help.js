// What the keys do, and the switch for them.

import { show } from './dialog.js';
import { areKeysOn, switchKeys } from './keys.js';
import { html } from './lit.js';

const pages = [['g d', 'Drives'], ['g h', 'History'], ['g s', 'Stats'], ['g a', 'Audit'], ['g e', 'Settings'], ['Esc', 'Close what is on top'], ['?', 'This list']];
const drives = [['/', 'Search'], ['j', 'Next drive'], ['k', 'Drive before'], ['x', 'Select it, or not'], ['Enter', 'Open it'], ['s', 'Start it, or all that are selected']];

const list = (word, keys) => html`<h3>${word}</h3><dl class="keys">${keys.map(([key, what]) =>
  html`<div><dt>${key.split(' ').map((each) => html`<kbd class="kbd">${each}</kbd> `)}</dt><dd>${what}</dd></div>`)}</dl>`;

export function showKeys() {
  const hasDrives = document.querySelector('#drives') !== null;
  show('Keys', html`${hasDrives ? list('Drives', drives) : ''}${list('Everywhere', pages)}`, html`
    <label class="tick"><input type="checkbox" .checked=${areKeysOn()} @change=${(event) => switchKeys(event.target.checked)}> Single keys are commands</label>
    <span class="grow"></span><button class="btn" autofocus @click=${(event) => event.target.closest('dialog').close()}>Close</button>`);
}
