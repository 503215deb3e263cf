// The bell of every page: what has ended, and whether the browser shall say so.

import { Ended } from './ended.js';
import { html, live, nothing, render } from './lit.js';
import { badge, icon } from './marks.js';
import { notify, notifyState, wishNotices } from './notify.js';
import { statusOf } from './status.js';
import { absolute, ago } from './time.js';
import { timeZone } from './times.js';
import { count } from './units.js';

const inSight = 30_000;
const outOfSight = 60_000;
/** The history hears of an end a little after the rows. It is asked so often at most. */
const soon = 1000;
const mostTries = 20;

const why = {
  insecure: 'Browsers show notifications only for pages that come by HTTPS, or from the machine itself.',
  denied: 'This browser was told to show no notifications of this page. Its settings for the site undo that.',
};

const statusOfJob = (job) => statusOf({ status: job.verdict === 'pass_with_notes' ? 'passed_notes' : job.state }, false);

class Bell {
  constructor(element) {
    this.element = element;
    this.ended = new Ended();
    this.fresh = new Set();
    this.isOpen = false;
    this.awaited = new Map();
    document.addEventListener('job-ended', ({ detail }) => {
      this.awaited.set(detail, mostTries);
      this.again(soon);
    });
    document.addEventListener('visibilitychange', () => document.hidden || this.again(0));
    addEventListener('storage', () => this.paint());
    this.again(0);
  }

  again(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), milliseconds);
  }

  async look() {
    try {
      for (const job of await this.ended.refresh()) {
        notify({ title: `${job.serial} ${statusOfJob(job).word.toLowerCase()}`, text: this.textOf(job), tag: job.id, href: this.hrefOf(job) });
      }
      this.paint();
    } catch {
      // The pill says that the server does not answer; the bell asks again.
    }
    if (this.awaits()) this.again(soon);
    else if (!document.hidden) this.again(inSight);
    else if (notifyState() === 'on') this.again(outOfSight);
  }

  /** Whether something has ended that the history does not know of yet. */
  awaits() {
    for (const [id, tries] of this.awaited) {
      if (tries === 0 || this.ended.jobs.some((job) => job.id === id)) this.awaited.delete(id);
      else this.awaited.set(id, tries - 1);
    }
    return this.awaited.size > 0;
  }

  hrefOf = (job) => `/history/${encodeURIComponent(job.id)}`;

  textOf = (job) => job.reasons[0]?.text ?? `${job.model}, ${job.devname} on ${job.nas}`;

  toggle(isOpen) {
    this.isOpen = isOpen;
    if (isOpen) this.fresh.clear();
    this.paint();
  }

  /** What is in sight has been read, and is marked until the list is opened again. */
  readAll() {
    for (const job of this.ended.jobs.filter(this.ended.isUnread)) this.fresh.add(job.id);
    this.ended.readAll();
  }

  paint() {
    if (this.isOpen) this.readAll();
    const { jobs, unread } = this.ended;
    const now = Date.now();
    render(html`<details class="menu menu--end menu--bell" name="top" @toggle=${(event) => this.toggle(event.target.open)}>
      <summary class="btn btn--quiet btn--icon" aria-label=${unread > 0 ? `${count(unread, 'burn-in')} ended since you looked` : 'burn-ins that ended'}>${icon('bell')}${unread > 0
        ? html`<span class="count">${unread}</span>` : nothing}</summary>
      <div class="menu__panel"><h2 class="vh">Burn-ins that ended</h2>
        ${jobs.length === 0 ? html`<p class="menu__none t3">No burn-in has ended yet.</p>` : html`<ul class="bell__list">${jobs.map((job) => html`<li>
          <a class="menu__item ${this.fresh.has(job.id) ? 'is-fresh' : ''}" href=${this.hrefOf(job)}>${badge(statusOfJob(job))}<span class="mono">${job.serial}</span>
            <span class="grow"></span><span class="t3 sm nowrap" title=${absolute(job.finished_at, timeZone())}>${ago(job.finished_at, now)}</span>
            <span class="bell__text t2 sm">${this.textOf(job)}</span></a></li>`)}</ul>`}
        ${this.wishes()}</div></details>`, this.element);
  }

  wishes() {
    const state = notifyState();
    if (why[state]) return html`<p class="bell__foot t3 sm">${why[state]}</p>`;
    const wish = async (isWished) => {
      await wishNotices(isWished);
      this.paint();
    };
    return html`<div class="bell__foot"><label class="tick"><input type="checkbox" .checked=${live(state === 'on')} @change=${(event) => wish(event.target.checked)}> Notify me in this browser</label>
      <span class="grow"></span>${state === 'on' ? html`<button class="btn btn--sm" @click=${() => notify({ title: 'Burnin', text: 'So a burn-in that ends will be told.', tag: 'try', href: location.href })}>Try it</button>` : nothing}</div>`;
  }
}

const place = document.querySelector('#bell');
if (place) new Bell(place);
