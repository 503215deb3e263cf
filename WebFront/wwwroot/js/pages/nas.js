// The page of one NAS: follows it, and sets how much may run there at once.

import { command } from '../api.js';
import { copyText } from '../copy.js';
import { Following } from '../following.js';
import { ConnectionPill } from '../header.js';
import { Toast } from '../toast.js';
import { count } from '../units.js';

const page = document.querySelector('#nas');
const toast = new Toast();
const pill = new ConnectionPill();
const following = new Following(page, { every: () => 5000, heard: (state) => pill.set(state) });

page.addEventListener('submit', async (event) => {
  event.preventDefault();
  const limit = Number(new FormData(event.target).get('limit'));
  const { name } = page.dataset;
  try {
    await command('PATCH', `/nas/${encodeURIComponent(name)}`, { max_parallel: limit, operator: localStorage.getItem('burnin.operator') ?? undefined });
    toast.show({ tone: 'ok', text: `${count(limit, 'burn-in')} at once on ${name} from now on.` });
    await following.follow();
  } catch (refusal) {
    toast.show({ tone: 'bad', text: refusal.message, stays: true });
  }
});

page.addEventListener('click', async ({ target }) => {
  const copy = target.closest('[data-copy-text]');
  if (!copy) return;
  const isDone = await copyText(copy.dataset.copyText);
  toast.show(isDone ? { tone: 'ok', text: 'Copied.' } : { tone: 'bad', text: 'The browser refused to copy. Mark the line and copy by hand.' });
});

following.follow();
