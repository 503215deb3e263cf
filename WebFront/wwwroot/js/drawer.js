// The drive that a person looks at, beside the table. The address follows it: a link to it opens its page.

import { DriveSheet } from './drive-sheet.js';
import { fetchDocument } from './morph.js';
import { sayTimes } from './times.js';

export class Drawer {
  /** @param parts {toast, start: (id) => void, changed: (serial) => void, shown: (id) => void} */
  constructor(parts) {
    Object.assign(this, parts);
    this.element = document.querySelector('#drawer');
    this.place = this.element.querySelector('.drawer__in');
    this.element.querySelector('[data-close]').addEventListener('click', () => this.close());
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.stopPropagation();
      this.close();
    });
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** What the address says, after a step back or forward. */
  follow(serial) {
    if (serial) this.open(decodeURIComponent(serial), { isByAddress: true });
    else this.close(true);
  }

  async open(serial, { opener = document.activeElement, isByAddress = false } = {}) {
    if (this.serial === serial) return;
    this.serial = serial;
    if (!this.isOpen) this.opener = opener;
    this.element.hidden = false;
    this.element.querySelector('[data-page]').href = `/drives/${encodeURIComponent(serial)}`;
    if (!isByAddress) this.changed(serial);
    try {
      const { document: page, tag } = await fetchDocument(`/drives/${encodeURIComponent(serial)}`);
      if (this.serial === serial) this.show(page.querySelector('#drive'), tag);
    } catch {
      if (this.serial !== serial) return;
      this.toast.show({ tone: 'bad', text: `${serial} cannot be shown just now: the server did not answer.` });
      this.close();
    }
  }

  show(sheet, tag) {
    this.sheet?.stop();
    this.place.replaceChildren(document.adoptNode(sheet));
    this.place.scrollTop = 0;
    sayTimes(sheet);
    this.sheet = new DriveSheet(sheet, { toast: this.toast, start: this.start, tag });
    this.sheet.follow();
    this.shown(sheet.dataset.id);
    sheet.querySelector('h1').focus({ preventScroll: true });
  }

  /** @param isByAddress whether the address says so already. */
  close(isByAddress = false) {
    if (!this.isOpen) return;
    this.sheet?.stop();
    this.sheet = null;
    this.serial = null;
    this.element.hidden = true;
    this.place.replaceChildren();
    this.shown(null);
    if (!isByAddress) this.changed(null);
    this.opener?.focus?.();
  }
}
