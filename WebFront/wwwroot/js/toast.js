// Short notices at the edge. What went wrong stays until it is closed.

import { html, nothing, render } from './lit.js';
import { icon } from './marks.js';

const icons = { ok: 'check', bad: 'cross', warn: 'warn', mute: 'stop' };
const most = 5;

export class Toast {
  constructor() {
    this.element = document.querySelector('#toasts');
    this.notices = [];
  }

  /** @param act {word, run}: a button in it, to undo or to try again. */
  show({ tone, text, stays = false, act }) {
    const notice = { tone, text, act };
    this.notices = [...this.notices, notice].slice(-most);
    this.paint();
    if (!stays) setTimeout(() => this.close(notice), 8000);
  }

  close(notice) {
    this.notices = this.notices.filter((other) => other !== notice);
    this.paint();
  }

  paint() {
    // In the top layer with the dialogs, so that none covers it.
    this.element.hidePopover?.();
    if (this.notices.length > 0) this.element.showPopover?.();
    render(this.notices.map((notice) => html`<div class="toast">
      <span class=${notice.tone}>${icon(icons[notice.tone])}</span><span class="grow">${notice.text}</span>
      ${notice.act ? html`<button class="btn btn--sm" @click=${() => (this.close(notice), notice.act.run())}>${notice.act.word}</button>` : nothing}
      <button class="btn btn--quiet btn--icon btn--sm" aria-label="close notice" @click=${() => this.close(notice)}>${icon('close')}</button>
    </div>`), this.element);
  }
}
