// One drive as a table row, which is a card of two lines on a phone.

import { html, live, noChange, nothing } from './lit.js';
import { badge, barMeter, icon, passMeter, temperature } from './marks.js';
import { canOverride, canStart, doing, isOpen, statusOf, whyNoStart } from './status.js';
import { absolute, ago, elapsed, remaining, secondsSince, shortSpan } from './time.js';
import { count, ordinal, percent, size, speed } from './units.js';

const unit = ({ value, unit: name }) => html`${value}<span class="u">${name}</span>`;

function selfTest(test, now) {
  if (!test) return html`<span class="t3">–</span>`;
  if (test.state === 'running') return html`<span class="run">${icon('play')}</span> ${Math.floor(test.percent)}<span class="u">%</span>`;
  const [name, tone, word] = {
    passed: ['check', 'ok', 'passed'],
    failed: ['cross', 'bad', 'failed'],
    inconclusive: ['question', 'warn', 'inconclusive'],
    pending: ['clock', 't3', 'waits'],
  }[test.state] ?? ['stop', 't3', test.state];
  const when = test.finished_at ? shortSpan(secondsSince(test.finished_at, now)) : '';
  return html`<span class=${tone} title="${word}${test.finished_at ? `, ${absolute(test.finished_at)}` : ''}">${icon(name)}<span class="vh">${word}</span></span> <span class="t2">${when}</span>`;
}

const note = (text, tone) => html`<span class="burn__note ${tone ?? ''}" title=${text}>${text}</span>`;

function running(drive, isStale, seenAt, now) {
  const { job } = drive;
  const meter = job.stage === 'surface_validate'
    ? passMeter(job.stage_percent ?? 0, job.passes ?? 4, job.phase === 'read', job.errors > 0)
    : barMeter(job.stage_percent ?? job.percent, job.stage ? 'write' : 'verify');
  const words = isStale ? `last seen ${seenAt ? ago(seenAt, now) : 'before this start'}` : job.trouble ?? job.held;
  const tone = isStale || (job.held && job.paused_by && !job.trouble) ? '' : job.held && !job.trouble ? 'hot' : 'warn';
  return html`
    <span class="burn__stage">${doing(job)}</span>
    <span class="burn__meter">${meter}</span>
    <span class="burn__pct">${percent(job.percent)}<span class="u">%</span></span>
    ${words
      ? html`<span class="burn__words ${tone}" title=${words}>${words}</span>`
      : html`<span class="burn__speed">${job.errors > 0
          ? html`<b class="bad">${count(job.errors, 'error')}</b>`
          : job.bytes_per_second ? unit(speed(job.bytes_per_second)) : nothing}</span>
        <span class="burn__eta" title=${job.eta ? `expected ${absolute(job.eta)}` : nothing}>${remaining(job.eta, now)}</span>`}`;
}

function burn(drive, isStale, seenAt, now) {
  const { job } = drive;
  if (drive.status === 'missing') return note('not shown by its NAS any more', 'warn');
  if (!isOpen(drive) && drive.in_use.length > 0) return note(drive.in_use.map((fact) => fact.detail).join(' '));
  if (!job) return note('never tested', 't3');
  if (job.state === 'running' || (job.state === 'paused' && job.stage)) return running(drive, isStale, seenAt, now);
  if (job.state === 'paused') return note(job.trouble ?? job.held);
  if (job.state === 'queued') return note(job.trouble ?? (job.queue_position ? `${ordinal(job.queue_position)} in line` : 'waits for its slot'));
  if (job.state === 'passed') return note(job.headline ?? `${job.errors} errors`);
  const over = job.finished_at ? `, ${ago(job.finished_at, now)}` : '';
  if (job.state === 'cancelled') return note(`at ${percent(job.percent)} %${over}`, 't3');
  const tone = job.state === 'failed' ? 'bad' : 'warn';
  return html`<span class="burn__stage t2">at ${percent(job.percent)} %</span><span class="burn__meter">${barMeter(job.percent, tone)}</span>
    <span class="burn__result ${tone}" title=${job.headline ?? ''}>${job.headline ?? (job.state === 'failed' ? count(job.errors, 'error') : 'no verdict')}</span>`;
}

function acts(drive, on) {
  if (isOpen(drive)) {
    const isPaused = Boolean(drive.job?.paused_by);
    return html`<button class="btn btn--quiet btn--sm btn--icon" ?disabled=${drive.job?.cancelling} @click=${() => (isPaused ? on.resume(drive) : on.pause(drive))}
      aria-label="${isPaused ? 'resume' : 'pause'} burn-in of ${drive.serial}" title=${isPaused ? 'Resume burn-in' : 'Pause burn-in'}>${icon(isPaused ? 'play' : 'pause')}</button><button
      class="btn btn--quiet btn--sm btn--icon" ?disabled=${drive.job?.cancelling} @click=${() => on.cancel(drive)}
      aria-label="cancel burn-in of ${drive.serial}" title="Cancel burn-in">${icon('stop')}</button>`;
  }
  const why = whyNoStart(drive);
  return html`<button class="btn btn--quiet btn--sm btn--icon" ?disabled=${why !== '' && !canOverride(drive)} @click=${() => on.start(drive)}
    aria-label="start burn-in of ${drive.serial}" title=${why || 'Start burn-in'}>${icon('play')}</button>`;
}

/** @param context {now, limits, isStale, seenAt, selected, editing, on} */
export function row(drive, { now, limits, isStale, seenAt, selected, editing, on }) {
  const status = statusOf(drive, isStale);
  const isEdited = editing.isOn(drive.id);
  return html`
    <td class="c-select"><input type="checkbox" aria-label="select ${drive.serial}" .checked=${live(selected)}
      @click=${(event) => on.select(drive, event.target.checked, event.shiftKey)}></td>
    <td class="c-status">${badge(status, isStale ? 'the NAS has not been seen lately' : '')}</td>
    <td class="c-device">${drive.devname}</td>
    <td class="c-serial mono"><a href="/drives/${encodeURIComponent(drive.serial || drive.id)}" data-drive=${drive.serial || drive.id}>${drive.serial}</a></td>
    <td class="c-model t2" title=${drive.model}>${drive.model}</td>
    <td class="c-size num">${unit(size(drive.size_bytes))}</td>
    <td class="c-temp num">${temperature(drive.temperature_c, limits)}</td>
    <td class="c-short">${selfTest(drive.short_smart, now)}</td>
    <td class="c-long">${selfTest(drive.long_smart, now)}</td>
    <td class="c-burn"><div class="burn">${burn(drive, isStale, seenAt, now)}<span class="burn__dev">${drive.devname}</span></div></td>
    <td class="c-elapsed num t2">${elapsed(drive.job, now)}</td>
    <td class="c-location"><input class="edit" maxlength="100" placeholder="add" aria-label="location of ${drive.serial}"
      data-elsewhere=${isEdited && editing.isChangedElsewhere(drive) ? '' : nothing}
      title=${isEdited && editing.isChangedElsewhere(drive) ? `changed to "${drive.location}" elsewhere` : drive.location || nothing}
      .value=${isEdited ? noChange : drive.location}
      @focus=${(event) => editing.begin(drive, event.target)} @blur=${() => editing.save()} @keydown=${(event) => editing.key(event)}></td>
    <td class="c-acts">${acts(drive, on)}</td>`;
}

export const isSelectable = (drive) => canStart(drive) || isOpen(drive);
