// The page of one burn-in: follows it while it runs, and gives commands.

import { command } from '../api.js';
import { cancelOne } from '../cancelling.js';
import { copyText } from '../copy.js';
import { ask } from '../dialog.js';
import { giveUpOne } from '../giving-up.js';
import { ConnectionPill } from '../header.js';
import { fetchDocument, morph } from '../morph.js';
import { byOperator } from '../operator.js';
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
const acts = { pause: pauseOne, resume: resumeOne, cancel: cancelOne, 'give-up': giveUpOne };

const verdicts = { pass: 'Pass', pass_with_notes: 'Pass with notes', inconclusive: 'Inconclusive', fail: 'Fail' };

/** Shows what another policy makes of the same evidence; keeps it only when that is wished for. */
async function judgeAgain(policy) {
  const path = `/burnin/${encodeURIComponent(page.dataset.id)}/rejudge?policy=${policy}`;
  const by = byOperator();
  try {
    const found = await command('POST', path, by);
    const keep = await ask({
      title: `${found.policy} says: ${verdicts[found.verdict] ?? found.verdict}`,
      lines: found.reasons.length > 0 ? found.reasons.map((reason) => reason.text) : ['Nothing was found that speaks against this drive.'],
      keep: 'Close',
      act: 'Keep beside the verdict',
      tone: 'primary',
    });
    if (!keep) return;
    await command('POST', path, { ...by, store: true });
    await refresh();
  } catch (refusal) {
    toast.show({ tone: 'bad', text: refusal.message, stays: true });
  }
}

async function refresh() {
  const answer = await fetchDocument(location.pathname, tag);
  tag = answer.tag;
  if (!answer.document) return;
  morph(page, answer.document.querySelector('#job'));
  document.title = answer.document.title;
  sayTimes(page);
}

async function follow() {
  clearTimeout(timer);
  if (!page.dataset.live) return;
  if (!document.hidden) {
    try {
      await refresh();
      misses = 0;
      pill.set('live');
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
  const judge = target.closest('[data-judge]');
  if (judge) {
    judge.closest('details').open = false;
    await judgeAgain(judge.dataset.judge);
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
