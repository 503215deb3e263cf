// A field of a drive, edited in place: Enter or leaving saves, Escape puts back. What the server sends meanwhile goes into
// the field's default, never over what a person types.

import { command } from './api.js';
import { byOperator } from './operator.js';

const words = { location: 'Location', notes: 'Notes' };
const isLong = (field) => field.localName === 'textarea';

export class FieldEdit {
  /** @param {HTMLElement} sheet  @param {{toast, saved: () => void}} parts */
  constructor(sheet, { toast, saved }) {
    Object.assign(this, { sheet, toast, saved });
    sheet.addEventListener('focusin', ({ target }) => target.dataset?.edit && (this.before = target.defaultValue));
    sheet.addEventListener('keydown', (event) => event.target.dataset?.edit && this.key(event));
    sheet.addEventListener('focusout', ({ target }) => target.dataset?.edit && this.save(target));
  }

  key(event) {
    const field = event.target;
    if (event.key === 'Enter' && !(isLong(field) && event.shiftKey)) {
      event.preventDefault();
      field.blur();
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      field.value = field.defaultValue;
      field.blur();
    }
  }

  /** After the server has said something new: whether that touches what is being typed. */
  look() {
    const field = document.activeElement;
    for (const other of this.sheet.querySelectorAll('[data-edit]')) if (other !== field && other !== this.saving) other.value = other.defaultValue;
    if (!field?.dataset?.edit || !this.sheet.contains(field)) return;
    const isElsewhere = field.defaultValue !== this.before;
    field.toggleAttribute('data-elsewhere', isElsewhere);
    this.say(field, isElsewhere ? `changed to "${field.defaultValue}" elsewhere` : '');
  }

  say(field, text) {
    let hint = field.parentElement.querySelector('.edit__hint');
    if (!hint && !text) return;
    if (!hint) {
      hint = Object.assign(document.createElement('span'), { className: 'edit__hint warn sm', role: 'status' });
      field.after(hint);
    }
    hint.textContent = text;
  }

  async save(field, value = field.value.trim()) {
    const { edit } = field.dataset;
    const { serial, id } = this.sheet.dataset;
    const before = field.defaultValue;
    field.removeAttribute('data-elsewhere');
    this.say(field, '');
    if (value === before) {
      field.value = before;
      return;
    }
    field.value = value;
    this.saving = field;
    try {
      await command('PATCH', `/drives/${encodeURIComponent(id)}`, { [edit]: value, ...byOperator() });
      field.defaultValue = value;
      this.toast.show({ tone: 'ok', text: `${words[edit]} of ${serial} saved.`, act: { word: 'Undo', run: () => this.save(field, before) } });
      this.saved();
    } catch (refusal) {
      field.value = field.defaultValue;
      this.toast.show({ tone: 'bad', text: `${words[edit]} of ${serial} not saved, put back: ${refusal.message}`, stays: true, act: { word: 'Try again', run: () => this.save(field, value) } });
    } finally {
      this.saving = null;
    }
  }
}
