// What is shown and in which order, and how that is written in the address. Touches no DOM.

import { heat, statusOf } from './status.js';

export const statTags = ['running', 'queued', 'passed', 'failed', 'inconclusive', 'hot', 'in_use'];
export const chipTags = ['paused', 'idle', 'cancelled', 'missing', 'stale'];
const tags = new Set([...statTags, ...chipTags]);

/** All that a filter may ask of a drive. */
export function tagsOf(drive, isStale, limits) {
  const found = new Set([drive.status === 'passed_notes' ? 'passed' : drive.status]);
  if (drive.in_use.length > 0) found.add('in_use');
  if (['hot', 'warn'].includes(heat(drive.temperature_c, limits))) found.add('hot');
  if (isStale) found.add('stale');
  return found;
}

export function tally(drives, isStale, limits) {
  const counts = { total: 0 };
  for (const drive of drives) {
    counts.total += 1;
    for (const tag of tagsOf(drive, isStale(drive.nas), limits)) counts[tag] = (counts[tag] ?? 0) + 1;
  }
  return counts;
}

export function matches(drive, view, isStale, limits) {
  if (view.nas && drive.nas !== view.nas) return false;
  if (view.states.size > 0) {
    const found = tagsOf(drive, isStale, limits);
    if (![...view.states].some((state) => found.has(state))) return false;
  }
  const words = view.q.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = [drive.serial, drive.model, drive.location, drive.devname, drive.nas, drive.notes].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const text = (pick) => (a, b) => natural.compare(pick(a), pick(b));

/** What is not known comes last, whatever the direction. */
const number = (pick) => (a, b, sign) => {
  const [left, right] = [pick(a) ?? null, pick(b) ?? null];
  if (left === null || right === null) return left === right ? 0 : (left === null ? 1 : -1) * sign;
  return left - right;
};
const moment = (pick) => number((drive) => (pick(drive) ? Date.parse(pick(drive)) : null));

const orders = {
  status: (a, b, sign, isStale) => statusOf(a, isStale(a.nas)).rank - statusOf(b, isStale(b.nas)).rank,
  devname: text((drive) => drive.devname),
  serial: text((drive) => drive.serial),
  model: text((drive) => drive.model),
  size: number((drive) => drive.size_bytes),
  temp: number((drive) => drive.temperature_c),
  percent: number((drive) => drive.job?.percent),
  eta: moment((drive) => drive.job?.eta),
  elapsed: moment((drive) => drive.job?.started_at),
  location: text((drive) => drive.location || '\uffff'),
};

export function sort(drives, view, isStale) {
  const order = orders[view.sort] ?? orders.status;
  const sign = view.descending ? -1 : 1;
  return [...drives].sort((a, b) =>
    natural.compare(a.nas, b.nas) || sign * order(a, b, sign, isStale) || natural.compare(a.devname, b.devname) || (a.id < b.id ? -1 : 1));
}

export const isFiltered = (view) => view.q !== '' || view.nas !== '' || view.states.size > 0;

export function readView(search) {
  const query = new URLSearchParams(search);
  const sorted = query.get('sort') ?? '';
  const column = sorted.replace(/^-/, '');
  return {
    q: query.get('q') ?? '',
    nas: query.get('nas') ?? '',
    states: new Set((query.get('state') ?? '').split(',').filter((state) => tags.has(state))),
    sort: column in orders ? column : 'status',
    descending: sorted.startsWith('-'),
  };
}

export function writeView(view) {
  const query = new URLSearchParams();
  if (view.q) query.set('q', view.q);
  if (view.nas) query.set('nas', view.nas);
  if (view.states.size > 0) query.set('state', [...view.states].join(','));
  if (view.sort !== 'status' || view.descending) query.set('sort', (view.descending ? '-' : '') + view.sort);
  const written = query.toString().replaceAll('%2C', ',');
  return written ? `?${written}` : '';
}
