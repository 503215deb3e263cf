// Small marks: icons, badges, temperatures, meters. No style attributes: the policy of the page forbids them.

import { html, svg, nothing } from './lit.js';
import { heat } from './status.js';
import { patternHalves } from './units.js';

export const icon = (name) => html`<svg class="ico" aria-hidden="true"><use href="/img/icons.svg#${name}"></use></svg>`;

export const badge = ({ icon: name, word, tone }, title) =>
  html`<span class="badge badge--${tone}" title=${title || nothing}>${icon(name)}<span>${word}</span></span>`;

export function temperature(celsius, limits) {
  const how = heat(celsius, limits);
  if (how === 'none') return html`<span class="temp t3" title="no sensor">–</span>`;
  const mark = how === 'hot' ? icon('flame') : how === 'warn' ? icon('up') : nothing;
  const word = how === 'hot' ? ', critical' : how === 'warn' ? ', warm' : '';
  return html`<span class="temp temp--${how}">${mark}<b>${celsius}°</b><span class="vh">Celsius${word}</span></span>`;
}

/** Eight halves on 128 units: write, verify, four times over. */
export function patternMeter(stagePercent, hasErrors) {
  const halves = patternHalves(stagePercent);
  const last = halves.findLastIndex((part) => part > 0);
  return html`<svg class="meter" viewBox="0 0 128 8" preserveAspectRatio="none" role="img"
    aria-label="surface ${Math.floor(stagePercent)} percent of four patterns">${halves.map((part, index) => {
      const x = (Math.floor(index / 2) * 32.4 + (index % 2) * 15.6).toFixed(1);
      const kind = hasErrors && index === last ? 'bad' : index % 2 === 0 ? 'write' : 'verify';
      return svg`<rect class="track" x=${x} width="15.2" height="8"></rect><rect class=${kind} x=${x} width=${(15.2 * part).toFixed(2)} height="8"></rect>`;
    })}</svg>`;
}

export const barMeter = (value, kind) => html`<svg class="meter meter--thin" viewBox="0 0 100 6" preserveAspectRatio="none" role="img"
  aria-label="${Math.floor(value)} percent"><rect class="track" width="100" height="6"></rect><rect class=${kind} width=${Math.min(100, Math.max(0, value)).toFixed(1)} height="6"></rect></svg>`;
