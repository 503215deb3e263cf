// What the whole fleet is doing, in three numbers. Touches no DOM.

import { isOpen } from './status.js';

/** @returns what all disks move together, slots taken and there, and when the last run ends; null where nobody knows. */
export function factsOf(drives, nases, isStale) {
  const open = drives.filter((drive) => isOpen(drive) && !isStale(drive.nas));
  const ends = open.map((drive) => drive.job?.eta).filter(Boolean).map((eta) => Date.parse(eta));
  const known = nases.map((nas) => nas.status).filter(Boolean);
  const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
  return {
    bytesPerSecond: sum(open.map((drive) => drive.job?.bytes_per_second ?? 0)),
    running: sum(known.map((status) => status.running)),
    slots: sum(known.map((status) => status.max_parallel)),
    lastEnd: ends.length > 0 ? Math.max(...ends) : null,
  };
}
