// The sheet of one drive, wherever it is shown: follows the drive, and gives commands. The page of a drive has it from the
// server; the drawer fetches it from there.

import { get } from './api.js';
import { cancelOne } from './cancelling.js';
import { followCharts } from './charts.js';
import { copyText } from './copy.js';
import { FieldEdit } from './field-edit.js';
import { Following } from './following.js';
import { pauseOne, resumeOne } from './pausing.js';

const whileOpen = 2000;
const whileIdle = 6000;

export class DriveSheet {
  /**
   * @param {HTMLElement} element the article
   * @param {{toast, start: (id: string) => void, heard?: (state: string) => void, tag?: string}} parts
   */
  constructor(element, { toast, start, heard, tag }) {
    Object.assign(this, { element, toast, start });
    this.edits = new FieldEdit(element, { toast, saved: () => this.follow() });
    this.following = new Following(element, {
      every: () => ('open' in element.dataset ? whileOpen : whileIdle),
      changed: () => this.edits.look(),
      heard,
      tag,
    });
    followCharts(element);
    element.addEventListener('click', (event) => this.click(event));
    element.addEventListener('toggle', ({ target }) => target.open && target.dataset.raw && this.show(target), true);
  }

  stop() {
    this.following.stop();
  }

  follow() {
    return this.following.follow();
  }

  /** As the commands know a drive. */
  drive() {
    const { id, serial, devname, nas, job, percent } = this.element.dataset;
    return { id, serial, devname, nas, job: { job_id: job, percent: Number(percent) } };
  }

  async click({ target }) {
    const act = target.closest('[data-act]');
    if (act) await this.act(act);
    const copy = target.closest('[data-copy], [data-copy-text]');
    if (copy) await this.copy(copy.dataset);
  }

  async act(button) {
    const acts = { pause: pauseOne, resume: resumeOne, cancel: cancelOne };
    const { act } = button.dataset;
    if (act === 'start') {
      this.start(this.element.dataset.id);
      return;
    }
    button.disabled = true;
    await acts[act](this.drive(), this.toast);
    button.disabled = false;
    await this.follow();
  }

  async copy({ copy, copyText: text }) {
    try {
      const isDone = await copyText(text ?? (await this.read(copy)));
      this.toast.show(isDone ? { tone: 'ok', text: text ? `${text} copied.` : 'Copied.' } : { tone: 'bad', text: 'The browser refused to copy. Open it and copy by hand.' });
    } catch (failure) {
      this.toast.show({ tone: 'bad', text: `Not copied. ${failure.message}` });
    }
  }

  async show(details) {
    const text = details.querySelector('pre');
    if (text.dataset.of === details.dataset.raw) return;
    try {
      text.textContent = await this.read(details.dataset.raw);
      text.dataset.of = details.dataset.raw;
    } catch (failure) {
      text.textContent = `Not read. ${failure.message}`;
    }
  }

  async read(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return response.text();
  }
}

/** The drive as the start dialog wants it, asked for now: what the page shows may be seconds old. */
export const driveNow = (id) => get(`/drives/${encodeURIComponent(id)}`);
