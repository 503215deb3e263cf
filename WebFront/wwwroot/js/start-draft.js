// A start as a person is preparing it: what is chosen, what is typed, and what still keeps it from being sent. Touches no DOM.

import { canOverride, canStart, isOpen, whyNoStart } from './status.js';

const choices = [
  { stage: 'short_smart', word: 'SMART short', what: 'the drive tests itself' },
  { stage: 'long_smart', word: 'SMART long', what: 'the drive reads all of itself' },
  { stage: 'surface_validate', word: 'Surface', what: 'writes all of it and reads it back', tests: true, isWhole: true },
  { stage: 'io_validate', word: 'Sampled I/O', what: 'writes samples all over it and reads them back', tests: true, isExtra: true },
];

/** What a person may have to know before a drive can be in a start; the rest is wrong with the whole wish. */
const ofDrive = new Set(['in_use', 'busy', 'unknown_drive']);

export class StartDraft {
  /** @param {string[]} ids  @param {(id: string) => object | undefined} driveOf */
  constructor(ids, driveOf, operator) {
    Object.assign(this, { ids, driveOf, operator });
    const only = ids.length === 1 ? driveOf(ids[0]) : null;
    const isInUse = Boolean(only) && only.in_use.length > 0 && !canOverride(only);
    // What cannot be erased can still test itself.
    this.stages = choices.map((choice) => ({ ...choice, on: !choice.isExtra && !(isInUse && choice.tests) }));
    this.options = { passes: '', engine: '', readOnly: false, stopAtFirst: false };
    this.typed = '';
    this.typedForLabel = '';
    this.tick = false;
    this.isSending = false;
    this.problem = null;
    this.refused = [];
    this.unanswered = null;
    this.plan = null;
  }

  /** What this page thinks can start; the server is asked about them. */
  get candidates() {
    return this.ids.map(this.driveOf).filter((drive) => drive && this.mayStart(drive));
  }

  get drives() {
    return this.candidates.filter((drive) => !this.refusalOf(drive.id));
  }

  get excluded() {
    return this.ids.map((id) => ({ id, drive: this.driveOf(id) }))
      .filter(({ id, drive }) => !drive || !this.mayStart(drive) || this.refusalOf(id))
      .map(({ id, drive }) => ({ id, drive, why: this.whyNot(id, drive) }));
  }

  /** What the server says against one drive, by the plan it has made. */
  refusalOf(id) {
    return this.plan?.refused.find((refused) => refused.drive_id === id && ofDrive.has(refused.code));
  }

  whyNot(id, drive) {
    if (!drive) return 'No NAS shows this drive any more.';
    return this.mayStart(drive) ? this.refusalOf(id).reason : whyNoStart(drive);
  }

  /** A label is set aside for one drive at a time: nobody has looked at those of a whole batch. */
  mayStart(drive) {
    if (isOpen(drive) || drive.status === 'missing') return false;
    return !this.erases || canStart(drive) || (this.ids.length === 1 && canOverride(drive));
  }

  /** The facts that have to be called stale before this drive is erased; empty where there are none. */
  get labels() {
    const [only, ...others] = this.drives;
    return this.erases && only && others.length === 0 && !canStart(only) ? only.in_use : [];
  }

  get testsSurface() {
    return this.chosen.some((stage) => stage.tests);
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
    if (this.chosen.length === 0) return 'choose a stage';
    if (this.drives.length === 0) return 'no drive can start';
    if (this.labels.length > 0 && this.typedForLabel !== this.drives[0].serial) return 'set the label aside';
    if (this.erases && this.typed !== this.expected) return this.isBatch ? 'type the number of drives' : 'type the serial';
    if (this.erases && this.isBatch && !this.tick) return 'tick the box';
    return this.operator.trim() === '' ? 'name the operator' : '';
  }

  get canSend() {
    return !this.isSending && this.missing === '';
  }

  move(from, to) {
    if (to < 0 || to >= this.stages.length) return;
    const [stage] = this.stages.splice(from, 1);
    this.stages.splice(to, 0, stage);
  }

  /** Just these, in this order; the others stay below, to be chosen. */
  adopt(names) {
    const chosen = names.map((name) => this.stages.find((stage) => stage.stage === name)).filter(Boolean);
    for (const stage of this.stages) stage.on = chosen.includes(stage);
    this.stages = [...chosen, ...this.stages.filter((stage) => !stage.on)];
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

  /** The choice alone: the order of the stages says also which. */
  get wish() {
    return { stage_order: this.chosen.map((stage) => stage.stage), ...(this.testsSurface ? this.surface : {}) };
  }

  get body() {
    const body = { drive_ids: this.drives.map((drive) => drive.id), operator: this.operator.trim(), ...this.wish };
    if (this.erases && this.isBatch) body.confirm_destructive = this.tick;
    if (this.erases && !this.isBatch) body.confirm_serial = this.typed;
    if (this.labels.length > 0) body.override_stale_label = this.typedForLabel;
    return body;
  }
}
