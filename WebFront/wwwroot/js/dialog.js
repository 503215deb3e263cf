// The small dialog of every page: a question that needs an answer before anything happens, or something to read.

import { html, render } from './lit.js';
import { icon } from './marks.js';

const element = document.querySelector('#confirm');

/** @returns {Promise<boolean>} false for Escape and for the quiet button. */
export function ask({ title, lines, keep, act, tone = 'danger' }) {
  return new Promise((resolve) => {
    const answer = (yes) => {
      element.onclose = null;
      element.close();
      resolve(yes);
    };
    element.onclose = () => answer(false);
    show(title, html`${lines.map((line) => html`<p>${line}</p>`)}`, html`<span class="grow"></span>
      <button class="btn" autofocus @click=${() => answer(false)}>${keep}</button>
      <button class="btn btn--${tone}" @click=${() => answer(true)}>${act}</button>`);
  });
}

/** Opens it with this in it; <code>foot</code> is what stands below. */
export function show(title, content, foot) {
  render(html`
    <header><h2 id="confirm-title">${title}</h2><span class="grow"></span>
      <button class="btn btn--quiet btn--icon" aria-label="close" @click=${() => element.close()}>${icon('close')}</button></header>
    <div class="dialog__text">${content}</div>
    <footer>${foot}</footer>`, element);
  element.showModal();
}
