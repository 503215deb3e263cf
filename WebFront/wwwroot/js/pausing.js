// Pausing and resuming one burn-in. Nothing is lost by either, so neither asks first.

import { command } from './api.js';
import { byOperator } from './operator.js';

const told = {
  paused: (drive, why) => ({ tone: 'ok', text: `${drive.serial}: ${why}` }),
  pausing: (drive, why) => ({ tone: 'warn', text: `Burn-in of ${drive.serial} is being paused: ${why}`, stays: true }),
  resuming: (drive, why) => ({ tone: 'warn', text: `Burn-in of ${drive.serial} is being resumed: ${why}`, stays: true }),
};

async function send(drive, act, toast) {
  const by = byOperator();
  try {
    const { state, why } = await command('POST', `/burnin/${encodeURIComponent(drive.job.job_id)}/${act}`, by);
    toast.show(why && told[state] ? told[state](drive, why) : { tone: 'ok', text: `Burn-in of ${drive.serial} resumed.` });
  } catch (refusal) {
    toast.show({ tone: 'bad', text: `${drive.serial}: ${refusal.message}`, stays: true });
  }
}

/** All of them at once; each says for itself what came of it. */
export const pauseSome = (drives, toast) => Promise.all(drives.map((drive) => send(drive, 'pause', toast)));
export const resumeSome = (drives, toast) => Promise.all(drives.map((drive) => send(drive, 'resume', toast)));
export const pauseOne = (drive, toast) => send(drive, 'pause', toast);
export const resumeOne = (drive, toast) => send(drive, 'resume', toast);
