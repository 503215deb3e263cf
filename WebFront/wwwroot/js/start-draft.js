// A start as a person is preparing it: what is chosen, what is typed, and what still keeps it from being sent. Touches no DOM.

import { canOverride, canStart, whyNoStart } from './status.js';

const choices = [
  { stage: 'short_smart', word: 'SMART short', what: 'the drive tests itself, a few minutes', flag: 'run_short' },
  { stage: 'long_smart', word: 'SMART long', what: 'the drive reads all of itself', flag: 'run_long' },
  { stage: 'surface_validate', word: 'Surface', what: 'writes all of it and reads it back', flag: 'run_surface', erases: true },
];

export class StartDraft {
  /** @param {string[]} ids  @param {(id: string) => object | undefined} driveOf */
  constructor(ids, driveOf, operator) {
    Object.assign(this, { ids, driveOf, operator });
    this.stages = choices.map((choice) => ({ ...choice, on: true }));
    this.options = { passes: '', engine: '', readOnly: false, stopAtFirst: false };
    this.typed = '';
    this.typedForLabel = '';
    this.tick = false;
    this.isSending = false;
    this.problem = null;
    this.refused = [];
    this.unanswered = null;
  }

  get drives() {
    return this.ids.map(this.driveOf).filter((drive) => drive && this.mayStart(drive));
  }

  get excluded() {
    return this.ids.map((id) => ({ id, drive: this.driveOf(id) }))
      .filter(({ drive }) => !drive || !this.mayStart(drive))
      .map(({ id, drive }) => ({ id, drive, why: drive ? whyNoStart(drive) : 'No NAS shows this drive any more.' }));
  }

  /** A label is set aside for one drive at a time: nobody has looked at those of a whole batch. */
  mayStart(drive) {
    return canStart(drive) || (this.ids.length === 1 && canOverride(drive));
  }

  /** The facts that have to be called stale before this drive is erased; empty where there are none. */
  get labels() {
    const [only, ...others] = this.drives;
    return this.erases && only && others.length === 0 && !canStart(only) ? only.in_use : [];
  }

  get testsSurface() {
    return this.chosen.some((stage) => stage.erases);
  }

  /** A batch of which one drive is left is a single start: its serial has to be typed. */
  get isBatch() {
    return this.drives.length > 1;
  }

  get chosen() {
    return this.stages.filter((stage) => stage.on);
  }

  get erases() {
    return this.testsSurface && !this.options.readOnly;
  }

  /** What has to be typed before anything is erased: the serial of the one, the number of the many. */
  get expected() {
    if (!this.erases) return '';
    return this.isBatch ? String(this.drives.length) : this.drives[0]?.serial ?? '';
  }

  /** The first thing that keeps it from being sent, in words; empty where nothing does. */
  get missing() {
    if (this.drives.length === 0) return 'no drive can start';
    if (this.chosen.length === 0) return 'choose a stage';
    if (this.labels.length > 0 && this.typedForLabel !== this.drives[0].serial) return 'set the label aside';
    if (this.erases && this.typed !== this.expected) return this.isBatch ? 'type the number of drives' : 'type the serial';
    if (this.erases && this.isBatch && !this.tick) return 'tick the box';
    return this.operator.trim() === '' ? 'name the operator' : '';
  }

  get canSend() {
    return !this.isSending && this.missing === '';
  }

  move(index, by) {
    const to = index + by;
    if (to < 0 || to >= this.stages.length) return;
    [this.stages[index], this.stages[to]] = [this.stages[to], this.stages[index]];
  }

  /** What is not chosen stays unsaid: the server knows what is usual. */
  get surface() {
    const { passes, engine, readOnly, stopAtFirst } = this.options;
    return {
      ...(passes && !readOnly ? { surface_passes: Number(passes) } : {}),
      ...(engine ? { surface_engine: engine } : {}),
      ...(readOnly ? { surface_mode: 'read' } : {}),
      ...(stopAtFirst ? { max_bad_blocks: 1 } : {}),
    };
  }

  get body() {
    const body = {
      drive_ids: this.drives.map((drive) => drive.id),
      operator: this.operator.trim(),
      stage_order: this.chosen.map((stage) => stage.stage),
    };
    for (const stage of this.stages) body[stage.flag] = stage.on;
    if (this.erases && this.isBatch) body.confirm_destructive = this.tick;
    if (this.erases && !this.isBatch) body.confirm_serial = this.typed;
    if (this.labels.length > 0) body.override_stale_label = this.typedForLabel;
    if (this.testsSurface) Object.assign(body, this.surface);
    return body;
  }
}
