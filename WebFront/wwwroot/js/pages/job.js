// The page of one burn-in: follows it while it runs, and gives commands.

import { cancelOne } from '../cancelling.js';
import { copyText } from '../copy.js';
import { ConnectionPill } from '../header.js';
import { fetchDocument, morph } from '../morph.js';
import { pauseOne, resumeOne } from '../pausing.js';
import { sayTimes } from '../times.js';
import { Toast } from '../toast.js';

const every = 2000;
const most = 20_000;
const page = document.querySelector('#job');
const toast = new Toast();
const pill = page.dataset.live ? new ConnectionPill() : null;
let tag = null;
let misses = 0;
let timer = null;

/** As the parts of the drives page know a drive. */
const drive = () => ({ serial: page.dataset.serial, devname: page.dataset.devname, nas: page.dataset.nas, job: { job_id: page.dataset.id, percent: Number(page.dataset.percent) } });
const acts = { pause: pauseOne, resume: resumeOne, cancel: cancelOne };

async function follow() {
  clearTimeout(timer);
  if (!page.dataset.live) return;
  if (!document.hidden) {
    try {
      const answer = await fetchDocument(page.dataset.live, tag);
      tag = answer.tag;
      misses = 0;
      pill.set('live');
      if (answer.document) {
        morph(page, answer.document.querySelector('#job'));
        document.title = answer.document.title;
        sayTimes(page);
      }
    } catch {
      misses += 1;
      pill.set('reconnecting');
    }
  }
  if (page.dataset.live) timer = setTimeout(follow, Math.min(most, every * 2 ** misses));
  else pill.show('static', 'Ended');
}

document.addEventListener('click', async ({ target }) => {
  const act = target.closest('[data-act]');
  if (act) {
    act.disabled = true;
    await acts[act.dataset.act](drive(), toast);
    act.disabled = false;
    follow();
  }
  const copy = target.closest('[data-copy]');
  if (copy) {
    try {
      const response = await fetch(copy.dataset.copy);
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      const isDone = await copyText(await response.text());
      toast.show(isDone ? { tone: 'ok', text: 'Copied.' } : { tone: 'bad', text: 'The browser refused to copy. Open it and copy by hand.' });
    } catch (failure) {
      toast.show({ tone: 'bad', text: `Not copied. ${failure.message}` });
    }
  }
});

document.addEventListener('visibilitychange', () => document.hidden || follow());
follow();
