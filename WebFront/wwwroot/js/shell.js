// What every page has: menus that close, the looks, moments, and keys that lead to other pages.

import './bell.js';
import { isCommand } from './keys.js';
import { onLook, setLook } from './look.js';
import { rememberOperator } from './operator.js';
import { sayTimes } from './times.js';

const pages = { d: '/', h: '/history', s: '/stats', a: '/audit', e: '/settings' };
const menus = () => document.querySelectorAll('details.menu[open]');

document.addEventListener('click', (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

const form = document.querySelector('#look');
form?.addEventListener('change', (event) => setLook(event.target.name, event.target.value));
onLook(({ name, value }) => {
  const radio = form?.querySelector(`input[name="${name}"][value="${value}"]`);
  if (radio) radio.checked = true;
  if (name === 'zone') sayTimes();
  // The server writes sizes and heat into the page; a page with live rows writes them anew by itself.
  if ((name === 'sizes' || name === 'heat') && !document.querySelector('[data-live-units]')) location.reload();
});

let lastKey = '';
let lastAt = 0;

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    for (const menu of menus()) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  }
  if (!isCommand(event)) return;
  const leads = lastKey === 'g' && event.timeStamp - lastAt < 1200 ? pages[event.key] : undefined;
  lastKey = event.key;
  lastAt = event.timeStamp;
  if (leads) location.assign(leads);
  if (event.key === '?') import('./help.js').then(({ showKeys }) => showKeys());
});

// Whoever is signed in need not say his name again in any dialog; the server takes it from the session anyway.
if (document.body.dataset.caller) rememberOperator(document.body.dataset.caller);

sayTimes();
setInterval(() => document.hidden || sayTimes(), 15_000);
document.addEventListener('visibilitychange', () => document.hidden || sayTimes());
