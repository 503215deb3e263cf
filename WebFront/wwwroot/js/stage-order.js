// The stages of a start, in their order: dragged by the grip, moved by the buttons, or by Alt and an arrow key.

import { html, live, nothing } from './lit.js';
import { icon } from './marks.js';
import { span } from './time.js';
import { ordinal, sizeText } from './units.js';

const library = '/lib/sortablejs/1.15.7/Sortable.min.js';

export class StageOrder {
  /** @param parts {element: the dialog, changed: (edit: (draft) => void) => void} */
  constructor(parts) {
    Object.assign(this, parts);
    this.said = '';
  }

  /** After a paint: the list can be dragged as soon as the library is there, which nothing waits for. */
  async follow() {
    const list = this.element.querySelector('.stages');
    if (!list || this.list === list) return;
    this.list = list;
    await import(library);
    let next = null;
    this.sorting = new globalThis.Sortable(list, {
      draggable: 'li:not(.fixed)',
      handle: '.grip',
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 120,
      onStart: ({ item }) => {
        this.isDragging = true;
        next = item.nextSibling;
      },
      // The templates know nothing of nodes that others move: back where it was, and painted anew in the new order.
      onEnd: ({ item, oldDraggableIndex, newDraggableIndex }) => {
        this.isDragging = false;
        list.insertBefore(item, next);
        this.move(oldDraggableIndex, newDraggableIndex);
      },
    });
  }

  move(from, to, focused) {
    this.changed((draft) => {
      const stage = draft.stages[from];
      draft.move(from, to);
      this.said = `${stage.word} is now ${ordinal(draft.stages.indexOf(stage) + 1)} of ${draft.stages.length}.`;
    });
    if (!focused) return;
    const row = this.element.querySelectorAll('.stages li:not(.fixed)')[to];
    const wished = row?.querySelector(focused);
    (wished?.disabled ? row.querySelector('input') : wished)?.focus();
  }

  key(event, index, count) {
    const to = index + ({ ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0);
    if (!event.altKey || to === index) return;
    event.preventDefault();
    if (to >= 0 && to < count) this.move(index, to, 'input');
  }

  /** @param draft  @param {(stage: string) => {seconds, written, read} | undefined} takes */
  view(draft, takes) {
    const { stages } = draft;
    const time = (stage) => {
      const taken = takes(stage);
      return taken ? html`<span class="stages__takes t2 sm">${taken.written > 0 ? html`<span class="stages__bytes">writes ${sizeText(taken.written)}</span> ` : nothing}${span(taken.seconds)}</span>` : html`<span></span>`;
    };
    const fixed = (stage, word, what) => html`<li class="fixed"><span></span><input type="checkbox" checked disabled aria-label=${word}><span>${word} <span class="t3 sm">${what}</span></span>${time(stage)}<span class="t3 xs">always</span></li>`;
    return html`<div class="field"><span>Stages, run from top to bottom <span class="t3">· drag, or press Alt and an arrow key</span></span><ol class="stages">
      ${fixed('precheck', 'Precheck', 'health, use, serial, baseline SMART')}
      ${stages.map((stage, index) => html`<li class=${stage.on ? '' : 'off'} @keydown=${(event) => this.key(event, index, stages.length)}>
        <span class="grip" title="drag">${icon('grip')}</span>
        <input type="checkbox" id="stage-${stage.stage}" .checked=${live(stage.on)} @change=${(event) => this.changed(() => (stage.on = event.target.checked))}>
        <label for="stage-${stage.stage}"><b>${stage.word}</b> <span class="t3 sm">${stage.isWhole && draft.options.readOnly ? 'reads all of it, writes nothing' : stage.what}</span>${stage.tests && stage.on && draft.erases ? html` <span class="bad sm b">erases</span>` : nothing}</label>
        ${stage.on ? time(stage.stage) : html`<span></span>`}
        <span class="moves"><button class="btn btn--quiet btn--sm btn--icon" data-move="up" ?disabled=${index === 0} aria-label="move ${stage.word} up" @click=${() => this.move(index, index - 1, '[data-move=up]')}>${icon('up')}</button>
          <button class="btn btn--quiet btn--sm btn--icon" data-move="down" ?disabled=${index === stages.length - 1} aria-label="move ${stage.word} down" @click=${() => this.move(index, index + 1, '[data-move=down]')}>${icon('down')}</button></span></li>`)}
      ${fixed('final_check', 'Final check', 'SMART after, what changed, verdict')}
    </ol><span class="vh" role="status">${this.said}</span></div>`;
  }
}
