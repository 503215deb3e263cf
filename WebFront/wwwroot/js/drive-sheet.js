// The sheet of one drive, wherever it is shown: follows the drive, and gives commands. The page of a drive has it from the
// server; the drawer fetches it from there.

import { get } from './api.js';
import { cancelOne } from './cancelling.js';
import { followCharts } from './charts.js';
import { copyText } from './copy.js';
import { FieldEdit } from './field-edit.js';
import { fetchDocument, morph } from './morph.js';
import { pauseOne, resumeOne } from './pausing.js';
import { sayTimes } from './times.js';

const whileOpen = 2000;
const whileIdle = 6000;
const most = 20_000;

export class DriveSheet {
  /**
   * @param {HTMLElement} element the article
   * @param {{toast, start: (id: string) => void, heard?: (state: string) => void, tag?: string}} parts
   */
  constructor(element, { toast, start, heard = () => {}, tag = null }) {
    Object.assign(this, { element, toast, start, heard, tag });
    this.misses = 0;
    this.edits = new FieldEdit(element, { toast, saved: () => this.follow() });
    followCharts(element);
    element.addEventListener('click', (event) => this.click(event));
    element.addEventListener('toggle', ({ target }) => target.open && target.dataset.raw && this.show(target), true);
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
    const newer = answer.document?.querySelector('#drive');
    if (!newer || this.isOver) return;
    morph(this.element, newer);
    sayTimes(this.element);
    this.edits.look();
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
    const every = 'open' in this.element.dataset ? whileOpen : whileIdle;
    this.timer = setTimeout(() => this.follow(), Math.min(most, every * 2 ** this.misses));
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
