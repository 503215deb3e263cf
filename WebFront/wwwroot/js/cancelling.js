// Cancelling, one or many: asks first, says what came of it.

import { command } from './api.js';
import { ask } from './dialog.js';
import { byOperator } from './operator.js';
import { isOpen } from './status.js';
import { count } from './units.js';

const nothingLost = 'What was tested so far is kept in the history; the drive has no verdict.';

export async function cancelOne(drive, toast) {
  const yes = await ask({
    title: `Cancel the burn-in of ${drive.serial}?`,
    lines: [`${drive.devname} on ${drive.nas}, at ${Math.floor(drive.job.percent)} %. It stops on the host at once. ${nothingLost}`],
    keep: 'Keep running',
    act: 'Cancel 1 job',
  });
  if (yes) await send(drive, toast);
}

export async function cancelSome(drives, toast) {
  const open = drives.filter(isOpen);
  const yes = await ask({
    title: `Cancel ${count(open.length, 'job')}?`,
    lines: [`${open.map((drive) => drive.serial).slice(0, 12).join(', ')}${open.length > 12 ? ` and ${open.length - 12} more` : ''}. ${nothingLost}`],
    keep: 'Keep running',
    act: `Cancel ${count(open.length, 'job')}`,
  });
  if (yes) await Promise.all(open.map((drive) => send(drive, toast)));
}

async function send(drive, toast) {
  try {
    const { state, why } = await command('POST', `/burnin/${encodeURIComponent(drive.job.job_id)}/cancel`, byOperator());
    toast.show(state === 'cancelled'
      ? { tone: 'ok', text: `Burn-in of ${drive.serial} cancelled.` }
      : { tone: 'warn', text: `Burn-in of ${drive.serial} is being cancelled: ${why}`, stays: true });
  } catch (refusal) {
    toast.show({ tone: 'bad', text: `${drive.serial}: ${refusal.message}`, stays: true });
  }
}

export async function cancelAll(drives, toast) {
  const open = drives.filter(isOpen);
  const names = new Set(open.map((drive) => drive.nas)).size;
  const yes = await ask({
    title: `Cancel ${count(open.length, 'job')} on ${count(names, 'NAS', 'NAS')}?`,
    lines: [`Everything that runs or waits, also what the filters hide. It stops on the hosts at once. ${nothingLost}`],
    keep: 'Keep running',
    act: `Cancel ${count(open.length, 'job')}`,
  });
  if (!yes) return;
  try {
    const { cancelled, cancelling, failed } = await command('POST', '/burnin/cancel-all', byOperator());
    if (cancelled.length > 0) toast.show({ tone: 'ok', text: `${count(cancelled.length, 'job')} cancelled.` });
    if (cancelling.length > 0) toast.show({ tone: 'warn', text: `${count(cancelling.length, 'job is', 'jobs are')} being cancelled: the proof from the host is awaited.` });
    if (failed.length > 0) toast.show({ tone: 'bad', text: `${count(failed.length, 'job')} not cancelled: ${failed[0].reason}`, stays: true });
  } catch (refusal) {
    toast.show({ tone: 'bad', text: `Not cancelled: ${refusal.message}`, stays: true });
  }
}
