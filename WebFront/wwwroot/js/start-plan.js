// What a start would take: hours, what is written, and when it would be done, as the server reckons it.

import { post } from './api.js';
import { html, nothing, svg } from './lit.js';
import { icon } from './marks.js';
import { look } from './look.js';
import { span } from './time.js';
import { count, sizeText } from './units.js';

const quiet = 200;
const again = 5000;
const width = 320;

export class StartPlan {
  /** @param {{heard: () => void}} parts told when a draft's plan is another */
  constructor({ heard }) {
    this.heard = heard;
    this.asked = '';
  }

  /** Asks anew when the choice is another, a moment after the last change. */
  follow(draft) {
    const ids = draft.candidates.map((drive) => drive.id);
    const wish = { ...draft.wish, drive_ids: ids, ...(ids.length === 1 && draft.erases && draft.labels.length > 0 ? { override_stale_label: draft.drives[0].serial } : {}) };
    const asked = JSON.stringify(wish);
    if (this.draft === draft && this.asked === asked) return;
    Object.assign(this, { draft, asked, trouble: null });
    clearTimeout(this.timer);
    if (ids.length === 0 || draft.chosen.length === 0) return;
    this.timer = setTimeout(() => this.ask(draft, wish, asked), quiet);
  }

  async ask(draft, wish, asked) {
    try {
      const plan = await post('/burnin/plan', wish);
      if (this.draft !== draft || this.asked !== asked) return;
      draft.plan = plan;
    } catch (refusal) {
      if (this.draft !== draft || this.asked !== asked) return;
      this.trouble = refusal.message;
      this.timer = setTimeout(() => {
        this.asked = '';
        this.heard();
      }, again);
    }
    this.heard();
  }

  /** The stages of a named profile, as the server knows it; null where no drive could run it. */
  async stagesOf(profile, draft) {
    const { plans } = await post('/burnin/plan', { profile, drive_ids: draft.candidates.map((drive) => drive.id).slice(0, 1) });
    return plans[0]?.stages.map((stage) => stage.stage) ?? null;
  }

  /** Of one stage: as long as on the slowest of the drives, all that is written on them together. */
  static takes(plan, name) {
    const stages = plan?.plans.map((one) => one.stages.find((stage) => stage.stage === name)).filter(Boolean) ?? [];
    if (stages.length === 0) return undefined;
    return { seconds: Math.max(...stages.map((stage) => stage.seconds)), written: stages.reduce((sum, stage) => sum + stage.written_bytes, 0) };
  }

  view({ plan, chosen, drives }) {
    if (this.trouble) return html`<div class="notice notice--warn">${icon('warn')}<span>The plan cannot be shown just now: ${this.trouble}</span></div>`;
    if (!plan || plan.plans.length === 0 || chosen.length === 0 || drives.length === 0) return nothing;
    const longest = plan.plans.reduce((most, one) => (one.seconds > most.seconds ? one : most));
    const isMany = plan.plans.length > 1;
    return html`<div class="field plan"><span>Plan${isMany ? ', of the slowest drive' : ''}</span>
      ${bar(longest)}
      <p class="sm"><span class="key key--self">SMART</span><span class="key">write</span><span class="key key--verify">verify</span></p>
      <dl class="kv">
        <dt>Duration</dt><dd><b>${span(longest.seconds)}</b>${isMany ? ' at most, each' : ''}</dd>
        <dt>Written / read</dt><dd>${sizeText(plan.written_bytes)} / ${sizeText(plan.read_bytes)}</dd>
        <dt>Starts</dt><dd>${starts(plan)}</dd>
        <dt>${isMany ? 'All finish' : 'Finishes'}</dt><dd><b>${moment(plan.ends_at)}</b></dd>
      </dl></div>`;
  }
}

const moment = (iso) => new Date(iso).toLocaleString(undefined, {
  weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: look('zone') === 'utc' ? 'UTC' : undefined,
});

function starts({ plans, waiting }) {
  if (waiting === 0) return 'at once';
  if (waiting < plans.length) return `${plans.length - waiting} at once, ${count(waiting, 'waits', 'wait')} in line`;
  return `in line, about ${moment(plans.reduce((first, one) => (one.starts_at < first ? one.starts_at : first), plans[0].starts_at))}`;
}

/** Time from left to right: a piece for each self-test, a write and a verify half for each pass. */
function bar({ stages }) {
  const pieces = stages.flatMap((stage) => {
    if (stage.passes === 0) return [{ kind: 'self', seconds: stage.seconds }];
    const halves = stage.written_bytes > 0 ? ['write', 'verify'] : ['verify'];
    return Array.from({ length: stage.passes }, () => halves.map((kind) => ({ kind, seconds: stage.seconds / stage.passes / halves.length }))).flat();
  });
  const gap = 2;
  const least = 2;
  const whole = pieces.reduce((sum, piece) => sum + piece.seconds, 0);
  const room = width - (gap + least) * pieces.length;
  let x = 0;
  return html`<svg class="meter plan__bar" viewBox="0 0 ${width} 10" preserveAspectRatio="none" aria-hidden="true">${pieces.map((piece) => {
    const wide = least + (room * piece.seconds) / whole;
    const at = x;
    x += wide + gap;
    return svg`<rect class=${piece.kind} x=${at.toFixed(1)} width=${wide.toFixed(1)} height="10" rx="1.5"></rect>`;
  })}</svg>`;
}
