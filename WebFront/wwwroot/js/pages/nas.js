// The page of one NAS: follows it, sets how much may run there at once, and leaves it alone for a while.

import { command } from '../api.js';
import { copyText } from '../copy.js';
import { Following } from '../following.js';
import { ConnectionPill } from '../header.js';
import { byOperator } from '../operator.js';
import { Toast } from '../toast.js';
import { count } from '../units.js';

const page = document.querySelector('#nas');
const toast = new Toast();
const pill = new ConnectionPill();
const following = new Following(page, { every: () => 5000, heard: (state) => pill.set(state) });

async function change(body, done) {
  const { name } = page.dataset;
  try {
    await command('PATCH', `/nas/${encodeURIComponent(name)}`, { ...body, ...byOperator() });
    toast.show({ tone: 'ok', text: done(name) });
    await following.follow();
  } catch (refusal) {
    toast.show({ tone: 'bad', text: refusal.message, stays: true });
  }
}

page.addEventListener('submit', (event) => {
  event.preventDefault();
  const limit = Number(new FormData(event.target).get('limit'));
  change({ max_parallel: limit }, (name) => `${count(limit, 'burn-in')} at once on ${name} from now on.`);
});

page.addEventListener('click', async ({ target }) => {
  const pause = target.closest('[data-pause]')?.dataset.pause;
  if (pause) change({ paused: pause === 'true' }, (name) => (pause === 'true' ? `${name} is left alone: what runs there goes on, nothing new begins.` : `${name} is asked again.`));
  const copy = target.closest('[data-copy-text]');
  if (!copy) return;
  const isDone = await copyText(copy.dataset.copyText);
  toast.show(isDone ? { tone: 'ok', text: 'Copied.' } : { tone: 'bad', text: 'The browser refused to copy. Mark the line and copy by hand.' });
});

following.follow();
