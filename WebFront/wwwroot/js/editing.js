// The location of a drive, edited in place: Enter or leaving saves, Escape puts back. What a person types is never overwritten.

import { command } from './api.js';

export class Editing {
  /** @param {{driveOf: (id: string) => object, toast, repaint: (id: string) => void}} parts */
  constructor({ driveOf, toast, repaint }) {
    Object.assign(this, { driveOf, toast, repaint });
    this.open = null;
  }

  isOn = (id) => this.open?.id === id;

  isChangedElsewhere = (drive) => this.isOn(drive.id) && drive.location !== this.open.before;

  begin(drive, input) {
    if (this.isOn(drive.id)) return;
    this.open = { id: drive.id, before: drive.location, input };
  }

  key(event) {
    if (event.key === 'Enter') event.target.blur();
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.open.input.value = this.driveOf(this.open.id)?.location ?? this.open.before;
    this.open.before = this.open.input.value;
    event.target.blur();
  }

  async save() {
    const { id, before, input } = this.open ?? {};
    this.open = null;
    if (!input) return;
    const location = input.value.trim();
    const drive = this.driveOf(id);
    if (!drive || location === before) {
      input.value = drive?.location ?? before;
      this.repaint(id);
      return;
    }
    const { serial } = drive;
    drive.location = location;
    this.repaint(id);
    try {
      await command('PATCH', `/drives/${encodeURIComponent(id)}`, { location });
    } catch (refusal) {
      const now = this.driveOf(id);
      if (now?.location === location) now.location = before;
      if (!this.isOn(id)) input.value = now?.location ?? before;
      this.repaint(id);
      this.toast.show({ tone: 'bad', text: `Location of ${serial} not saved: ${refusal.message}`, stays: true });
    }
  }
}
