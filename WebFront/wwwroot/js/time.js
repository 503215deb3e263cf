// Spans and moments as people read them. Touches no DOM.

const pad = (number) => String(number).padStart(2, '0');

/** Two units at most: 4 d 04 h, 10 h 05 m, 12 m, 58 s. */
export function span(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 120) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} m`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${pad(minutes % 60)} m` : `${Math.floor(hours / 24)} d ${pad(hours % 24)} h`;
}

/** One unit: 12 d, 9 h, 4 m, 30 s. */
export function shortSpan(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} m`;
  if (whole < 86400) return `${Math.floor(whole / 3600)} h`;
  return `${Math.floor(whole / 86400)} d`;
}

export function secondsSince(iso, now) {
  return (now - Date.parse(iso)) / 1000;
}

export function ago(iso, now) {
  return `${shortSpan(secondsSince(iso, now))} ago`;
}

export function elapsed(job, now) {
  if (!job?.started_at) return null;
  const end = job.finished_at ? Date.parse(job.finished_at) : now;
  return span((end - Date.parse(job.started_at)) / 1000);
}

export function remaining(eta, now) {
  return eta ? span((Date.parse(eta) - now) / 1000) : null;
}

/** In the browser's zone, or the one that is asked for, in its language, with the zone named. */
export function absolute(iso, timeZone) {
  return new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'long', timeZone });
}

/** A moment to come, no more exactly than one would say it: today by the clock, later by the day. */
export function toCome(moment, now, timeZone) {
  const isSoon = moment - now < 20 * 3600 * 1000;
  const format = isSoon ? { hour: '2-digit', minute: '2-digit' } : { weekday: 'short', day: 'numeric', month: 'short' };
  return new Date(moment).toLocaleString(undefined, { ...format, timeZone });
}

export function clock(date) {
  return date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}
