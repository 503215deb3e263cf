// Keeps one piece of a page as the server has it, by asking again: often while something goes on there, seldom while the
// server does not answer, never while nobody looks.

import { fetchDocument, morph } from './morph.js';
import { sayTimes } from './times.js';

const most = 20_000;

export class Following {
  /**
   * @param {HTMLElement} element with its address in data-live, and an id
   * @param {{every: () => number, heard?: (state: string) => void, changed?: () => void, tag?: string}} parts
   */
  constructor(element, { every, heard = () => {}, changed = () => {}, tag = null }) {
    Object.assign(this, { element, every, heard, changed, tag });
    this.misses = 0;
    this.seen = () => document.hidden || this.follow();
    document.addEventListener('visibilitychange', this.seen);
  }

  stop() {
    this.isOver = true;
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.seen);
  }

  async refresh() {
    const answer = await fetchDocument(this.element.dataset.live, this.tag);
    this.tag = answer.tag;
    const newer = answer.document?.getElementById(this.element.id);
    if (!newer || this.isOver) return;
    morph(this.element, newer);
    sayTimes(this.element);
    this.changed();
  }

  async follow() {
    clearTimeout(this.timer);
    if (!document.hidden) {
      try {
        await this.refresh();
        this.misses = 0;
        this.heard('live');
      } catch {
        this.misses += 1;
        this.heard('reconnecting');
      }
    }
    if (this.isOver) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.follow(), Math.min(most, this.every() * 2 ** this.misses));
  }
}
