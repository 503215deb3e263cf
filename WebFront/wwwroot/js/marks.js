// Small marks: icons, badges, temperatures, meters. No style attributes: the policy of the page forbids them.

import { html, svg, nothing } from './lit.js';
import { heat } from './status.js';
import { count, degrees, degreesWord, fills } from './units.js';

export const icon = (name) => html`<svg class="ico" aria-hidden="true"><use href="/img/icons.svg#${name}"></use></svg>`;

export const badge = ({ icon: name, word, tone }, title) =>
  html`<span class="badge badge--${tone}" title=${title || nothing}>${icon(name)}<span>${word}</span></span>`;

export function temperature(celsius, limits) {
  const how = heat(celsius, limits);
  if (how === 'none') return html`<span class="temp t3" title="no sensor">–</span>`;
  const mark = how === 'hot' ? icon('flame') : how === 'warn' ? icon('up') : nothing;
  const word = how === 'hot' ? ', critical' : how === 'warn' ? ', warm' : '';
  return html`<span class="temp temp--${how}">${mark}<b>${degrees(celsius)}°</b><span class="vh">${degreesWord()}${word}</span></span>`;
}

/** A block for each pass, on 128 units: write half, then verify half; one piece where the surface is only read. */
export function passMeter(stagePercent, passes, isReading, hasErrors) {
  const halves = isReading ? 1 : 2;
  const parts = fills(stagePercent, passes * halves);
  const last = parts.findLastIndex((part) => part > 0);
  const block = (128 - 1.6 * (passes - 1)) / passes;
  const width = (block - 0.4 * (halves - 1)) / halves;
  return html`<svg class="meter" viewBox="0 0 128 8" preserveAspectRatio="none" role="img"
    aria-label="surface ${Math.floor(stagePercent)} percent of ${count(passes, 'pass', 'passes')}">${parts.map((part, index) => {
      const x = (Math.floor(index / halves) * (block + 1.6) + (index % halves) * (width + 0.4)).toFixed(1);
      const kind = hasErrors && index === last ? 'bad' : !isReading && index % 2 === 0 ? 'write' : 'verify';
      return svg`<rect class="track" x=${x} width=${width.toFixed(2)} height="8"></rect><rect class=${kind} x=${x} width=${(width * part).toFixed(2)} height="8"></rect>`;
    })}</svg>`;
}

export const barMeter = (value, kind) => html`<svg class="meter meter--thin" viewBox="0 0 100 6" preserveAspectRatio="none" role="img"
  aria-label="${Math.floor(value)} percent"><rect class="track" width="100" height="6"></rect><rect class=${kind} width=${Math.min(100, Math.max(0, value)).toFixed(1)} height="6"></rect></svg>`;
