// The language of status: icon, word and tone, always together. The server writes the first rows in the same words.
// Touches no DOM.

const stages = {
  precheck: 'Precheck',
  short_smart: 'SMART short',
  long_smart: 'SMART long',
  surface_validate: 'Surface',
  io_validate: 'Sampled I/O',
  final_check: 'Final check',
};

const words = {
  failed: ['cross', 'Failed', 'bad', 0],
  inconclusive: ['question', 'Inconclusive', 'warn', 1],
  missing: ['gone', 'Missing', 'warn', 2],
  paused: ['pause', 'Paused', 'mute', 3],
  running: ['play', 'Running', 'run', 4],
  queued: ['clock', 'Queued', 'mute', 5],
  passed_notes: ['notes', 'Passed, notes', 'ok', 6],
  passed: ['check', 'Passed', 'ok', 7],
  cancelled: ['stop', 'Cancelled', 'mute', 8],
  idle: ['ring', 'Idle', 'mute', 9],
  in_use: ['lock', 'In use', 'mute', 10],
};

export const stageWord = (stage) => stages[stage] ?? stage;

export const isOpen = (drive) => ['queued', 'running', 'paused'].includes(drive.status);

export const canResume = (drive) => isOpen(drive) && Boolean(drive.job?.paused_by) && !drive.job.cancelling;
export const canPause = (drive) => isOpen(drive) && !drive.job?.paused_by && !drive.job?.cancelling;

/** Whether a start could be asked for; the server looks anew, and has the last word. */
export const canStart = (drive) => !isOpen(drive) && drive.status !== 'missing' && drive.in_use.length === 0;

const labels = new Set(['signature', 'partitions']);

/** Whether nothing but a label or a partition table speaks against the drive: what an operator may call stale. */
export const canOverride = (drive) =>
  !isOpen(drive) && drive.status !== 'missing' && drive.in_use.length > 0 && drive.in_use.every((fact) => labels.has(fact.code));

export function whyNoStart(drive) {
  if (drive.in_use.length > 0) return drive.in_use.map((fact) => fact.detail).join(' ');
  if (isOpen(drive)) return 'A burn-in of this drive is not over. Cancel it first, or wait.';
  return drive.status === 'missing' ? 'No NAS shows this drive just now.' : '';
}

/** How a row shows the drive. Results stay what they are; what was going on is stale when nobody has seen it lately. */
export function statusOf(drive, isStale) {
  const [icon, word, tone, rank] = words[drive.status] ?? ['question', drive.status, 'mute', 9];
  if (isStale && isOpen(drive)) return { icon: 'hatch', word: 'Stale', tone: 'stale', rank: 3 };
  if (!isOpen(drive) || !drive.job) return { icon, word, tone, rank };
  if (drive.job.cancelling) return { icon: 'stop', word: 'Cancelling', tone: 'mute', rank: 3 };
  // Heat holds a run without anybody having asked, and lets it go by itself.
  if (drive.status === 'paused' && !drive.job.paused_by) return { icon: 'flame', word: 'Paused, hot', tone: 'hot', rank };
  if (drive.job.trouble && drive.status === 'running') return { icon: 'warn', word: 'Held up', tone: 'warn', rank: 3 };
  return { icon, word: drive.status === 'running' && drive.job.stage ? stageWord(drive.job.stage) : word, tone, rank };
}

/** What the stage column says: 2/4 verify, Long, Short. */
export function doing(job) {
  if (!job?.stage) return '';
  if (job.stage === 'surface_validate' && job.phase) return job.phase.replace(/^pass (\d+) of (\d+), /, '$1/$2 ');
  return job.stage === 'long_smart' ? 'Long' : job.stage === 'short_smart' ? 'Short' : stageWord(job.stage);
}

export function heat(celsius, limits) {
  if (celsius === null || celsius === undefined) return 'none';
  return celsius >= limits.critical ? 'hot' : celsius >= limits.warn ? 'warn' : 'fine';
}
