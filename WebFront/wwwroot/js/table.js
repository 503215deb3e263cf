// The table: which rows, in which order, and painting just what changed and is in sight.

import { optional } from './columns.js';
import { html, nothing, render } from './lit.js';
import { icon } from './marks.js';
import { isFiltered, matches, sort } from './filter.js';
import { row } from './row.js';
import { ago } from './time.js';
import { count } from './units.js';

/** Beside the optional ones; the group's line spans them. */
const always = 7;

/** Beyond so many rows, those out of sight wait until they come into it. */
const paintedAtOnce = 200;
const canHover = matchMedia('(hover: hover)');
const hostOf = (address) => address?.replace(/^https?:\/\//, '').replace(/\/$/, '');

export class Table {
  /** @param parts {store, view, limits, selection, editing, on} */
  constructor(parts) {
    Object.assign(this, parts);
    this.body = document.querySelector('#drives tbody');
    this.head = document.querySelector('#drives thead');
    this.rows = new Map();
    this.groups = new Map();
    this.shown = [];
    this.dirty = new Set();
    this.inSight = new Set();
    this.frame = 0;
    this.moved = 0;
    this.sight = new IntersectionObserver((entries) => this.see(entries), { rootMargin: '400px' });
    this.head.addEventListener('click', (event) => {
      const column = event.target.closest('[data-sort]')?.dataset.sort;
      if (column) this.on.sort(column);
    });
  }

  see(entries) {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.inSight.add(target.dataset.id);
      else this.inSight.delete(target.dataset.id);
    }
    this.schedule();
  }

  wanted() {
    const isStale = this.store.isStale;
    const found = [...this.store.drives.values()].filter((drive) => matches(drive, this.view, isStale(drive.nas), this.limits));
    return sort(found, this.view, isStale);
  }

  /** A person has asked for another order or choice: everything may move. */
  arrange() {
    this.shown = this.wanted().map((drive) => drive.id);
    this.moved = 0;
    this.dirty = new Set(this.shown);
    this.layOut();
  }

  /** Whether somebody points at the rows, is in them, has scrolled to them or has picked some; where no pointer can hover, always. */
  get isInHand() {
    return !canHover.matches || this.body.matches(':hover') || this.body.contains(document.activeElement)
      || this.body.closest('#tablewrap').scrollTop > 0 || this.selection.size > 0;
  }

  /** The fleet has changed by itself: rows go and come, but none changes its place while somebody has them in hand. */
  follow() {
    const wanted = this.wanted().map((drive) => drive.id);
    if (this.shown.length === 0) return this.arrange();
    if (!this.isInHand) {
      const isSame = this.groups.size === this.groupNames().length && this.moved === 0
        && wanted.length === this.shown.length && wanted.every((id, index) => id === this.shown[index]);
      return isSame ? this.schedule() : this.arrange();
    }
    const kept = this.shown.filter((id) => this.store.drives.has(id));
    const known = new Set(kept);
    const isNew = (id) => !known.has(id) && !this.rows.has(id) && (!isFiltered(this.view) || kept.length === 0);
    const next = [...kept];
    for (const id of wanted.filter(isNew)) {
      const { nas } = this.store.drives.get(id);
      const last = next.findLastIndex((other) => this.store.drives.get(other).nas === nas);
      next.splice(last < 0 ? next.length : last + 1, 0, id);
      this.dirty.add(id);
    }
    const changed = next.length !== this.shown.length || next.some((id, index) => id !== this.shown[index]);
    this.shown = next;
    const place = new Map(next.map((id, index) => [id, index]));
    this.moved = wanted.filter((id, index) => place.get(id) !== index).length + next.filter((id) => !wanted.includes(id)).length;
    if (changed || this.groups.size !== this.groupNames().length) this.layOut();
    this.schedule();
    return undefined;
  }

  touch(ids) {
    for (const id of ids) this.dirty.add(id);
    this.schedule();
  }

  schedule() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  groupNames() {
    const names = isFiltered(this.view) ? [] : [...this.store.nases.keys()];
    return [...new Set([...names, ...this.shown.map((id) => this.store.drives.get(id).nas)])]
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  }

  /** Puts groups and rows in order, moving only what is not in its place: moving takes the focus away. */
  layOut() {
    const names = this.groupNames();
    const inOrder = [];
    for (const name of names) {
      inOrder.push(this.groupFor(name));
      for (const id of this.shown) if (this.store.drives.get(id).nas === name) inOrder.push(this.rowFor(id));
    }
    const keep = new Set(inOrder);
    for (const child of [...this.body.children]) {
      if (keep.has(child)) continue;
      this.sight.unobserve(child);
      child.remove();
      if (child.dataset.id) this.rows.delete(child.dataset.id);
      if (child.dataset.nas) this.groups.delete(child.dataset.nas);
    }
    let cursor = this.body.firstChild;
    for (const element of inOrder) {
      if (element === cursor) cursor = cursor.nextSibling;
      else this.body.insertBefore(element, cursor);
    }
    for (const header of this.head.querySelectorAll('[data-sort]')) {
      const isBy = header.dataset.sort === this.view.sort;
      const direction = isBy ? (this.view.descending ? 'descending' : 'ascending') : null;
      if (direction) header.closest('th').setAttribute('aria-sort', direction);
      else header.closest('th').removeAttribute('aria-sort');
    }
    this.paint();
  }

  rowFor(id) {
    let element = this.rows.get(id);
    if (!element) {
      element = document.createElement('tr');
      element.dataset.id = id;
      this.rows.set(id, element);
      this.sight.observe(element);
      this.dirty.add(id);
      if (this.shown.length <= paintedAtOnce) this.inSight.add(id);
    }
    return element;
  }

  groupFor(name) {
    let element = this.groups.get(name);
    if (!element) {
      element = document.createElement('tr');
      element.className = 'group';
      element.dataset.nas = name;
      this.groups.set(name, element);
    }
    return element;
  }

  paint() {
    if (document.hidden) return;
    const now = Date.now();
    for (const id of this.dirty) {
      const element = this.rows.get(id);
      const drive = this.store.drives.get(id);
      if (element && drive && !this.inSight.has(id)) continue;
      this.dirty.delete(id);
      if (element && drive) this.paintRow(element, drive, now);
    }
    const counts = this.countByNas();
    for (const [name, element] of this.groups) render(this.group(name, counts.get(name), now), element);
    this.on.painted(this.moved);
  }

  paintRow(element, drive, now) {
    const nas = this.store.nases.get(drive.nas);
    const isStale = this.store.isStale(drive.nas);
    const selected = this.selection.has(drive.id);
    element.classList.toggle('is-stale', isStale);
    element.classList.toggle('is-locked', drive.status === 'in_use');
    element.setAttribute('aria-selected', String(selected));
    const { limits, editing, on } = this;
    render(row(drive, { now, limits, isStale, seenAt: nas?.status?.seen_at, selected, editing, on }), element);
  }

  countByNas() {
    const counts = new Map();
    for (const { nas, status } of this.store.drives.values()) {
      const count = counts.get(nas) ?? { drives: 0, failed: 0 };
      count.drives += 1;
      if (status === 'failed') count.failed += 1;
      counts.set(nas, count);
    }
    return counts;
  }

  group(name, { drives, failed } = { drives: 0, failed: 0 }, now) {
    const { status, view } = this.store.nases.get(name) ?? {};
    const isIll = status && status.health !== 'ok' && status.health !== 'connecting';
    return html`<td colspan=${always}><div class="group__line">
      ${icon('nas')}<b>${name}</b><span class="t3 sm group__where">${[status?.product, hostOf(view?.address)].filter(Boolean).join(' · ')}</span>
      ${isIll || status?.stale ? html`<span class="group__ill ${isIll ? 'bad' : 'warn'}" role="status">${icon(isIll ? 'warn' : 'hatch')}
        <span>${status.message ?? (status.stale ? 'not seen lately' : status.health.replaceAll('_', ' '))}</span></span>` : nothing}
      <span class="grow"></span>
      <span class="t2 sm group__facts">${status ? html`${status.running} of ${status.max_parallel} slots${status.queued > 0 ? `, ${status.queued} queued` : ''} · ` : nothing}${count(drives, 'drive')}${failed > 0
        ? html` · <b class="bad">${failed} failed</b>` : nothing}${status?.seen_at ? ` · seen ${ago(status.seen_at, now)}` : ''}</span>
    </div></td>${optional.map(([name]) => html`<td class="c-${name}"></td>`)}`;
  }
}
