// The small dialog of every page: a question that needs an answer before anything happens, or something to read.

import { html, nothing, render } from './lit.js';
import { icon } from './marks.js';

const element = document.querySelector('#confirm');

const paint = (title, content, foot) => render(html`
  <header><h2 id="confirm-title">${title}</h2><span class="grow"></span>
    <button class="btn btn--quiet btn--icon" aria-label="close" @click=${() => element.close()}>${icon('close')}</button></header>
  <div class="dialog__text">${content}</div>
  <footer>${foot}</footer>`, element);

/** Opens it with this in it; the foot is what stands below. */
export function show(title, content, foot) {
  paint(title, content, foot);
  element.showModal();
}

/**
 * @param fields What is to be typed as well: gets the function that paints anew. The act waits until isReady.
 * @returns {Promise<boolean>} false for Escape and for the quiet button.
 */
export function ask({ title, lines, keep, act, tone = 'danger', fields = () => nothing, isReady = () => true }) {
  return new Promise((resolve) => {
    const answer = (yes) => {
      element.onclose = null;
      element.close();
      resolve(yes);
    };
    element.onclose = () => answer(false);
    const repaint = () => paint(title, html`${lines.map((line) => html`<p>${line}</p>`)}${fields(repaint)}`, html`<span class="grow"></span>
      <button class="btn" autofocus @click=${() => answer(false)}>${keep}</button>
      <button class="btn btn--${tone}" ?disabled=${!isReady()} @click=${() => answer(true)}>${act}</button>`);
    repaint();
    element.showModal();
  });
}
