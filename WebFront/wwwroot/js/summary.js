// Above and below the table: numbers that filter, what has failed, search, the bar for what is selected.

import { isShown, optional } from './columns.js';
import { html, live, nothing } from './lit.js';
import { icon } from './marks.js';
import { chipTags, isFiltered } from './filter.js';
import { canPause, canResume, canStart, isOpen } from './status.js';
import { toCome } from './time.js';
import { timeZone } from './times.js';
import { count, sizeText, speed } from './units.js';

const stats = [
  ['running', 'Running', 'play', 'run'],
  ['queued', 'Queued', 'clock', ''],
  ['passed', 'Passed', 'check', 'ok'],
  ['failed', 'Failed', 'cross', 'bad'],
  ['inconclusive', 'Inconclusive', 'question', 'warn'],
  ['hot', 'Hot', 'flame', 'hot'],
  ['in_use', 'In use', 'lock', ''],
];
const chips = { paused: 'Paused', idle: 'Idle', cancelled: 'Cancelled', missing: 'Missing', stale: 'Stale' };

export function statsBar(counts, facts, view, on) {
  const only = view.states.size === 1 ? [...view.states][0] : null;
  return html`<button class="stat" aria-pressed=${String(!isFiltered(view))} @click=${() => on.clear()}><b>${counts.total}</b>Total</button>
    ${stats.map(([tag, word, name, tone]) => html`<button class="stat" aria-pressed=${String(only === tag)} @click=${() => on.only(only === tag ? null : tag)}>
      <span class=${counts[tag] ? tone : 't3'}>${icon(name)}</span><b>${counts[tag] ?? 0}</b>${word}</button>`)}
    <span class="grow"></span>${factsLine(facts)}`;
}

function factsLine({ bytesPerSecond, running, slots, lastEnd }) {
  const { value, unit } = speed(bytesPerSecond);
  return html`<span class="facts">${bytesPerSecond > 0 ? html`<span>Disk I/O <b>${value}</b> ${unit}</span>` : nothing}${slots > 0
    ? html`<span>Slots <b>${running}</b> of ${slots}</span>` : nothing}${lastEnd
    ? html`<span>Last finish <b>${toCome(lastEnd, Date.now(), timeZone())}</b></span>` : nothing}</span>`;
}

export function banner(drives, on) {
  const failed = drives.filter((drive) => drive.status === 'failed');
  if (failed.length === 0) return nothing;
  const [first] = failed;
  return html`<div class="banner" role="status">${icon('cross')}
    <span class="banner__text"><b>${count(failed.length, 'drive')} failed</b> <span class="mono">${first.serial}</span> ${first.devname} on ${first.nas}${first.job?.headline ? `: ${first.job.headline}` : ''}${failed.length > 1 ? `, and ${failed.length - 1} more` : ''}</span>
    <span class="grow"></span>${first.job?.job_id ? html`<a class="btn btn--sm" href="/history/${encodeURIComponent(first.job.job_id)}">See evidence</a>` : nothing}
    ${failed.length > 1 ? html`<button class="btn btn--sm" @click=${() => on.only('failed')}>Show all ${failed.length}</button>` : nothing}</div>`;
}

export function toolbar({ view, counts, density, moved, open }, on) {
  return html`<form class="input search" role="search" action="/" @submit=${(event) => event.preventDefault()}>${icon('search')}<input name="q" type="search" id="search" placeholder="Serial, model, location" aria-label="search drives" .value=${live(view.q)}
      @input=${(event) => on.search(event.target.value)}><kbd class="kbd" aria-hidden="true">/</kbd></form>
    ${chipTags.map((tag) => html`<button class="chip" aria-pressed=${String(view.states.has(tag))} @click=${() => on.toggle(tag)}>${chips[tag]} <span class="t3">${counts[tag] ?? 0}</span></button>`)}
    ${isFiltered(view) ? html`<button class="chip" @click=${() => on.clear()}>${icon('close')}Clear filters</button>` : nothing}
    ${moved > 0 ? html`<button class="chip chip--pending" @click=${() => on.apply()}>${count(moved, 'row')} moved, apply</button>` : nothing}
    <span class="grow"></span>
    ${open > 0 ? html`<button class="btn cancel-all" @click=${() => on.cancelAll()}>${icon('stop')}Cancel all ${open}</button>` : nothing}
    <details class="menu menu--end columns" name="top"><summary class="btn">${icon('columns')}Columns</summary><fieldset class="menu__panel"><legend class="vh">columns that are shown</legend>
      ${optional.map(([name, word]) => html`<label class="menu__item tick"><input type="checkbox" .checked=${live(isShown(name))} @change=${(event) => on.show(name, event.target.checked)}> ${word}</label>`)}</fieldset></details>
    <span class="seg" role="group" aria-label="density"><button aria-pressed=${String(density === 'compact')} @click=${() => on.density('compact')}>30<span class="vh"> pixels, compact rows</span></button><button aria-pressed=${String(density !== 'compact')} @click=${() => on.density('comfortable')}>40<span class="vh"> pixels, comfortable rows</span></button></span>
    <a class="btn export" href="/api/v1/burnin/export.csv" download>${icon('export')}Export</a>`;
}

export function batchBar(drives, on) {
  if (drives.length === 0) return nothing;
  const ready = drives.filter(canStart).length;
  const open = drives.filter(isOpen).length;
  const pausable = drives.filter(canPause).length;
  const resumable = drives.filter(canResume).length;
  const names = [...new Set(drives.map((drive) => drive.nas))];
  return html`<div class="batch" role="region" aria-label="selected drives"><b>${drives.length} selected</b>
    <span class="t2">${sizeText(drives.reduce((sum, drive) => sum + drive.size_bytes, 0))}, ${names.length === 1 ? names[0] : count(names.length, 'NAS', 'NAS')}</span><span class="vr"></span>
    <button class="btn btn--primary" ?disabled=${ready === 0} @click=${() => on.startSelected()}>${icon('play')}Start burn-in${ready > 0 && ready < drives.length ? ` of ${ready}` : ''}</button>
    ${open > 0 ? html`<button class="btn" @click=${() => on.cancelSelected()}>${icon('stop')}Cancel ${open}</button>` : nothing}
    ${pausable > 0 ? html`<button class="btn" @click=${() => on.pauseSelected()}>${icon('pause')}Pause ${pausable}</button>` : nothing}
    ${resumable > 0 ? html`<button class="btn" @click=${() => on.resumeSelected()}>${icon('play')}Resume ${resumable}</button>` : nothing}
    <span class="vr"></span><button class="btn btn--quiet" @click=${() => on.unselect()}>Clear <kbd class="kbd">Esc</kbd></button></div>`;
}

export function empty({ fleet, drives, shown }, on) {
  if (fleet === 0) {
    return html`<div class="empty">${icon('nas')}<h2>No NAS yet</h2><p>Burnin needs the address and an API key of one TrueNAS, or SSH to any Linux host. Add one with <code>POST /api/v1/nas</code>.</p></div>`;
  }
  if (drives === 0) return html`<div class="empty">${icon('ring')}<h2>No drives yet</h2><p>They appear here as soon as a NAS has been asked for them.</p></div>`;
  if (shown > 0) return nothing;
  return html`<div class="empty">${icon('search')}<h2>Nothing matches</h2><p>${count(drives, 'drive is', 'drives are')} hidden by the search and the filters.</p><button class="btn" @click=${() => on.clear()}>Clear filters</button></div>`;
}
