// The drives page: puts the parts together and says who hears whom.

import { cancelAll, cancelOne, cancelSome } from './cancelling.js';
import { showColumn } from './columns.js';
import { Drawer } from './drawer.js';
import { Editing } from './editing.js';
import { readView, tally, writeView } from './filter.js';
import { factsOf } from './fleet-facts.js';
import { ConnectionPill } from './header.js';
import { Live } from './hub.js';
import { render } from './lit.js';
import { onLook, setLook } from './look.js';
import { pauseOne, pauseSome, resumeOne, resumeSome } from './pausing.js';
import { isSelectable } from './row.js';
import { walkByKeys } from './row-keys.js';
import { StartDialog } from './start-dialog.js';
import { canPause, canResume, isOpen } from './status.js';
import { Store } from './store.js';
import { banner, batchBar, empty, statsBar, toolbar } from './summary.js';
import { Table } from './table.js';
import { Toast } from './toast.js';

const place = (id) => document.getElementById(id);
const limits = { warn: Number(document.body.dataset.warn), critical: Number(document.body.dataset.critical) };
const view = readView(location.search);
const selection = new Set();
const toast = new Toast();
const pill = new ConnectionPill();
let lastSelected = null;
let moved = 0;
let hasTakenOver = false;

const store = new Store(({ ids, structure }) => {
  if (!hasTakenOver) return;
  if (structure) {
    for (const id of selection) if (!store.drives.has(id)) selection.delete(id);
    table.touch(store.drives.keys());
  }
  table.touch(ids);
  followSoon(structure);
});

const driveOf = (id) => store.drives.get(id);
const all = () => [...store.drives.values()];
const selected = () => [...selection].map(driveOf).filter(Boolean);
const editing = new Editing({ driveOf, toast, repaint: (id) => table.touch([id]) });
const dialog = new StartDialog({ driveOf, toast, started: (ids) => { ids.forEach((id) => selection.delete(id)); table.touch(ids); paintAround(); } });

const drawer = new Drawer({
  toast,
  start: (id) => dialog.open([id]),
  changed(serial) {
    history.pushState(null, '', (serial ? `/drives/${encodeURIComponent(serial)}` : '/') + writeView(view));
  },
  shown(id) {
    for (const row of document.querySelectorAll('#drives tr[data-id]')) row.classList.toggle('is-open', row.dataset.id === id);
  },
});

document.querySelector('#drives').addEventListener('click', (event) => {
  const link = event.target.closest('a[data-drive]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  drawer.open(link.dataset.drive, { opener: link });
});

let following = null;

/** Rows paint at once; numbers, filters and the order, which look at every drive, a little later. */
function followSoon(isUrgent) {
  if (isUrgent) clearTimeout(following);
  else if (following) return;
  following = setTimeout(() => {
    following = null;
    table.follow();
    dialog.refresh();
    paintAround();
  }, isUrgent ? 0 : store.drives.size > 1000 ? 1000 : 200);
}

function select(ids, isOn) {
  for (const id of ids) {
    if (isOn) selection.add(id);
    else selection.delete(id);
  }
  table.touch(ids);
  paintAround();
}

function look(change) {
  change?.();
  history.replaceState(null, '', location.pathname + writeView(view));
  table.arrange();
  paintAround();
}

const on = {
  start: (drive) => dialog.open([drive.id]),
  cancel: (drive) => cancelOne(drive, toast),
  pause: (drive) => pauseOne(drive, toast),
  resume: (drive) => resumeOne(drive, toast),
  select(drive, isOn, withRange) {
    const ids = table.shown.filter((id) => isSelectable(driveOf(id)));
    const [from, to] = [ids.indexOf(lastSelected), ids.indexOf(drive.id)].sort((a, b) => a - b);
    select(withRange && from >= 0 ? ids.slice(from, to + 1) : [drive.id], isOn);
    lastSelected = drive.id;
  },
  unselect: () => select([...selection], false),
  startSelected: () => dialog.open([...selection]),
  cancelSelected: () => cancelSome(selected(), toast),
  pauseSelected: () => pauseSome(selected().filter(canPause), toast),
  resumeSelected: () => resumeSome(selected().filter(canResume), toast),
  cancelAll: () => cancelAll(all(), toast),
  only: (tag) => look(() => (view.states = new Set(tag ? [tag] : []))),
  toggle: (tag) => look(() => view.states.delete(tag) || view.states.add(tag)),
  search: (text) => look(() => (view.q = text)),
  clear: () => look(() => Object.assign(view, { q: '', nas: '', states: new Set() })),
  sort: (column) => look(() => Object.assign(view, { descending: view.sort === column && !view.descending, sort: column })),
  apply: () => look(),
  density: (wish) => setLook('density', wish),
  show(column, isWanted) {
    showColumn(column, isWanted);
    paintAround();
  },
  painted(rows) {
    if (rows === moved) return;
    moved = rows;
    paintAround();
  },
};

const table = new Table({ store, view, limits, selection, editing, on });

function paintAround() {
  const drives = all();
  const counts = tally(drives, store.isStale, limits);
  const { density } = document.documentElement.dataset;
  render(statsBar(counts, factsOf(drives, [...store.nases.values()], store.isStale), view, on), place('stats'));
  render(banner(drives, on), place('banner'));
  render(toolbar({ view, counts, density, moved, open: drives.filter(isOpen).length }, on), place('toolbar'));
  render(batchBar(selected(), on), place('batch'));
  render(empty({ fleet: store.nases.size, drives: drives.length, shown: table.shown.length }, on), place('empty'));
  place('select-all').checked = selection.size > 0 && table.shown.every((id) => selection.has(id) || !isSelectable(driveOf(id)));
}

/** The server's rows stay until there are live ones. */
function takeOver() {
  if (hasTakenOver) return;
  hasTakenOver = true;
  for (const id of ['stats', 'banner', 'toolbar', 'batch', 'empty']) place(id).replaceChildren();
  document.querySelector('#drives tbody').replaceChildren();
  table.arrange();
  paintAround();
}

const live = new Live({
  store,
  changed(state) {
    pill.set(state);
    if (state === 'live') takeOver();
  },
  alerted({ job_id: id, state, serial, devname, nas, headline }) {
    document.dispatchEvent(new CustomEvent('job-ended', { detail: id }));
    const tone = { passed: 'ok', failed: 'bad', inconclusive: 'warn' }[state] ?? 'mute';
    toast.show({ tone, text: `${serial} (${devname} on ${nas}) ${state}${headline ? `: ${headline}` : '.'}`, stays: state === 'failed' });
  },
});

place('select-all').addEventListener('change', (event) =>
  select(table.shown.filter((id) => isSelectable(driveOf(id))), event.target.checked));

document.addEventListener('keydown', (event) => {
  const isTyping = event.target.closest?.('input:not([type=checkbox]), textarea, select');
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !document.querySelector('dialog[open]')) {
    event.preventDefault();
    place('search')?.focus();
  }
  if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
  if (!isTyping && drawer.isOpen) {
    drawer.close();
    return;
  }
  if (event.target.id === 'search') {
    if (view.q) on.search('');
    event.target.blur();
  } else if (!isTyping) {
    on.unselect();
  }
});

addEventListener('popstate', () => {
  drawer.follow(/^\/drives\/([^/]+)$/.exec(location.pathname)?.[1]);
  look(() => Object.assign(view, readView(location.search)));
});
walkByKeys({ start: (id) => (selection.size > 0 ? on.startSelected() : id && dialog.open([id])) });
document.addEventListener('visibilitychange', () => table.schedule());
setInterval(() => hasTakenOver && table.touch(table.shown), 5000);
onLook(() => {
  if (!hasTakenOver) return;
  table.touch(store.drives.keys());
  paintAround();
});
live.start();
