// The dialog that starts burn-ins. It stays open, with all that was typed, whatever the server or the connection does.

import { command, newKey } from './api.js';
import { html, live, nothing, render } from './lit.js';
import { icon } from './marks.js';
import { operatorName, rememberOperator } from './operator.js';
import { StageOrder } from './stage-order.js';
import { StartDraft } from './start-draft.js';
import { StartPlan } from './start-plan.js';
import { count, sizeText } from './units.js';

/** As the server names them; it also says which stages they are. */
const profiles = {
  full: 'Full', quick: 'Quick', surface_short: 'Surface and short', surface_long: 'Surface and long', surface: 'Surface',
  short_long: 'Short and long', short: 'SMART short', long: 'SMART long',
};

export class StartDialog {
  /** @param parts {driveOf, toast, started: (ids) => void} */
  constructor(parts) {
    Object.assign(this, parts);
    this.element = document.querySelector('#start');
    this.order = new StageOrder({ element: this.element, changed: (edit) => this.change(edit) });
    this.plan = new StartPlan({ heard: () => this.refresh() });
    this.element.addEventListener('close', () => (this.draft = null));
    this.element.addEventListener('cancel', (event) => this.draft?.isSending && event.preventDefault());
  }

  open(ids) {
    this.draft = new StartDraft(ids, this.driveOf, operatorName());
    this.paint();
    this.element.showModal();
    this.element.querySelector('[data-first]')?.focus();
  }

  /** Drives may have changed: one that is busy by now leaves the start. */
  refresh() {
    if (this.draft && !this.order.isDragging) this.paint();
  }

  /** The server knows which stages a profile has. */
  async choose(profile) {
    const { draft } = this;
    try {
      const stages = await this.plan.stagesOf(profile, draft);
      if (this.draft === draft && stages) this.change(() => draft.adopt(stages));
    } catch (refusal) {
      draft.problem = refusal;
      if (this.draft === draft) this.paint();
    }
  }

  change(edit) {
    edit(this.draft);
    rememberOperator(this.draft.operator);
    this.paint();
  }

  async send() {
    const { draft } = this;
    if (!draft.canSend) return;
    const { body } = draft;
    draft.isSending = true;
    draft.problem = null;
    draft.refused = [];
    // The same wish again after no answer came: with the same key it is done once.
    const wish = JSON.stringify(body);
    const key = draft.unanswered?.wish === wish ? draft.unanswered.key : newKey();
    draft.unanswered = { wish, key };
    this.paint();
    try {
      const { jobs, refused } = await command('POST', '/burnin/start', body, key);
      this.toast.show({ tone: 'ok', text: `${count(jobs.length, 'burn-in')} started.` });
      this.started(jobs.map((job) => job.drive_id));
      draft.refused = refused;
      if (refused.length === 0) this.element.close();
    } catch (refusal) {
      draft.problem = refusal;
      draft.refused = refusal.problem?.refused ?? [];
    }
    if (draft.problem?.status !== 0) draft.unanswered = null;
    draft.isSending = false;
    if (this.draft === draft) this.paint();
  }

  paint() {
    const { draft } = this;
    render(html`
      <header><h2 id="start-title">Start burn-in</h2>
        <span class="t2">${draft.ids.length > 1 ? html`${draft.ids.length} selected: <b class="ok">${draft.drives.length} can start</b>${draft.excluded.length > 0
          ? html`, <b class="bad">${draft.excluded.length} excluded</b>` : nothing}` : nothing}</span>
        <span class="grow"></span>
        <button class="btn btn--quiet btn--icon" aria-label="close" @click=${() => this.element.close()}>${icon('close')}</button></header>
      <div class="dialog__cols"><div>${this.profile()}${this.order.view(draft, (stage) => StartPlan.takes(draft.plan, stage))}${this.options()}${this.refusals()}</div><div>${this.drives()}</div></div>
      ${this.footer()}`, this.element);
    this.order.follow();
    this.plan.follow(draft);
  }

  profile() {
    const { draft } = this;
    const named = draft.plan?.plans[0]?.profile ?? '';
    return html`<label class="field field--profile"><span>Profile</span><select class="input" .value=${live(named in profiles ? named : '')} ?disabled=${draft.candidates.length === 0}
      @change=${(event) => this.choose(event.target.value)}><option value="" ?disabled=${named !== 'custom'}>${named === 'custom' ? 'own choice' : '…'}</option>
      ${Object.entries(profiles).map(([name, word]) => html`<option value=${name}>${word}</option>`)}</select></label>`;
  }

  options() {
    const { draft } = this;
    const { options } = draft;
    const set = (name, read) => (event) => this.change(() => (options[name] = read(event.target)));
    const isOff = !draft.testsSurface;
    return html`<details class="options"><summary>Options of the surface test</summary><div class="options__fields">
      <label class="field"><span>Passes</span><select class="input" ?disabled=${isOff || options.readOnly} .value=${live(options.passes)} @change=${set('passes', (it) => it.value)}>
        <option value="">as usual for the drive</option>${[1, 2, 3, 4].map((passes) => html`<option value=${passes}>${count(passes, 'pass', 'passes')}</option>`)}</select></label>
      <label class="field"><span>Engine</span><select class="input" ?disabled=${isOff} .value=${live(options.engine)} @change=${set('engine', (it) => it.value)}>
        <option value="">as configured</option><option value="auto">the best the host has</option><option value="fio">fio</option><option value="badblocks">badblocks</option></select></label>
      <label class="tick"><input type="checkbox" ?disabled=${isOff} .checked=${live(options.readOnly)} @change=${set('readOnly', (it) => it.checked)}> Only read, erase nothing</label>
      <label class="tick"><input type="checkbox" ?disabled=${isOff} .checked=${live(options.stopAtFirst)} @change=${set('stopAtFirst', (it) => it.checked)}> Stop at the first error</label>
    </div></details>`;
  }

  refusals() {
    const { draft } = this;
    const serialOf = (id) => draft.driveOf(id)?.serial ?? id;
    return html`
      ${draft.problem || draft.refused.length > 0 ? html`<div class="notice notice--bad" role="alert">${icon('cross')}<div>
        <b>${draft.problem ? 'Not started.' : `${draft.refused.length} not started.`}</b>
        ${draft.refused.length > 0
          ? draft.refused.map((refused) => html`<p><b class="mono">${serialOf(refused.drive_id)}</b> ${refused.reason}</p>`)
          : html` ${draft.problem.message}`}
        ${draft.problem?.traceId ? html`<p class="t3 mono xs">id ${draft.problem.traceId}</p>` : nothing}</div></div>` : nothing}
      ${draft.excluded.length > 0 ? html`<div class="field"><span>Not in this start</span><div class="notice">${icon('lock')}<div>
        ${draft.excluded.map(({ id, drive, why }) => html`<p><b class="mono">${drive?.serial ?? id}</b> ${drive?.devname}: ${why}</p>`)}
        </div></div></div>` : nothing}`;
  }

  drives() {
    const { drives } = this.draft;
    if (drives.length === 0) return html`<div class="notice notice--warn">${icon('warn')}<span>None of the chosen drives can start now.</span></div>`;
    const names = [...new Set(drives.map((drive) => drive.nas))];
    return html`<div class="field"><span>${count(drives.length, 'drive')}, ${sizeText(drives.reduce((sum, drive) => sum + drive.size_bytes, 0))}</span>
      <div class="picked" role="group" aria-label="chosen drives" tabindex="0">${names.map((nas) => html`<h3 class="t2 sm">${nas}</h3>${drives.filter((drive) => drive.nas === nas).map((drive) => html`<div class="picked__drive">
        <b class="mono">${drive.serial}</b><span class="t2">${drive.devname}</span>
        <span class="t2 picked__what">${drive.model} · ${sizeText(drive.size_bytes)}${drive.temperature_c === null ? '' : ` · ${drive.temperature_c} °C`}${drive.location ? ` · ${drive.location}` : ''}</span></div>`)}`)}</div></div>
      ${this.override()}${this.plan.view(this.draft)}
      <div class="notice">${icon('lock')}<span>The NAS looks at each drive once more before anything starts. A drive that is in use is refused, and nothing here can override that.</span></div>`;
  }

  /** Only where nothing but a label speaks against the one drive. */
  override() {
    const { draft } = this;
    if (draft.labels.length === 0) return nothing;
    return html`<div class="notice notice--warn">${icon('warn')}<div>
      <p><b>The drive does not look empty.</b> ${draft.labels.map((fact) => fact.detail).join(' ')}</p>
      <label class="field"><span>If that is stale, type the serial to set it aside</span><span class="input"><input class="mono" autocomplete="off" autocapitalize="off" spellcheck="false" aria-label="serial, to call the label stale"
        .value=${live(draft.typedForLabel)} @input=${(event) => this.change((it) => (it.typedForLabel = event.target.value.trim()))}></span></label></div></div>`;
  }

  footer() {
    const { draft } = this;
    const many = draft.drives.length;
    const enter = (event) => event.key === 'Enter' && this.send();
    return html`<footer>
      ${draft.erases && many > 0 ? html`<label class="field field--confirm"><span><b class="bad">${draft.isBatch ? `Erases everything on ${count(many, 'drive')}.` : 'Erases everything on this drive.'}</b> Type ${draft.isBatch ? 'how many' : 'its serial'}</span>
          <span class="input"><input class="mono" data-first autocomplete="off" autocapitalize="off" spellcheck="false" inputmode=${draft.isBatch ? 'numeric' : 'text'} aria-label=${draft.isBatch ? 'number of drives' : 'serial'} .value=${live(draft.typed)} @keydown=${enter}
            @input=${(event) => this.change((it) => (it.typed = event.target.value.trim()))}><span class="t3 xs">${draft.isBatch ? nothing : `${draft.typed.length} of ${draft.expected.length}`}</span></span></label>
        ${draft.isBatch ? html`<label class="tick"><input type="checkbox" .checked=${live(draft.tick)} @change=${(event) => this.change((it) => (it.tick = event.target.checked))}> I want all data on them gone</label>` : nothing}` : nothing}
      <label class="field"><span>Operator</span><span class="input"><input maxlength="100" autocomplete="name" aria-label="operator" .value=${live(draft.operator)} @keydown=${enter}
        @input=${(event) => this.change((it) => (it.operator = event.target.value))}></span></label>
      <span class="dialog__acts"><span class="hint t3 sm" aria-live="polite">${draft.isSending ? '' : draft.missing}</span>
      <button class="btn" @click=${() => this.element.close()}>Close</button>
      <button class="btn ${draft.erases ? 'btn--danger' : 'btn--primary'}" ?disabled=${!draft.canSend} @click=${() => this.send()}>${draft.isSending
        ? 'Starting…' : `${draft.erases ? 'Erase and start' : 'Start'} ${count(many, 'drive')}`}</button></span></footer>`;
  }
}
