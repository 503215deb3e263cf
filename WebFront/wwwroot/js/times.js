// Moments in the page: the server says them in UTC, here they become what a person reads.

import { look } from './look.js';
import { absolute, ago } from './time.js';

const formats = {
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  exact: { dateStyle: 'medium', timeStyle: 'medium' },
  day: { dateStyle: 'medium' },
  clock: { hour: '2-digit', minute: '2-digit' },
};

/** The one that was chosen; undefined is that of the browser. */
export const timeZone = () => (look('zone') === 'utc' ? 'UTC' : undefined);

function say(element, now) {
  const iso = element.getAttribute('datetime');
  const kind = element.dataset.as;
  const zone = timeZone();
  const text = kind === 'ago' ? ago(iso, now) : new Date(iso).toLocaleString(undefined, { ...formats[kind], timeZone: zone });
  if (element.textContent !== text) element.textContent = text;
  const title = absolute(iso, zone);
  if (element.title !== title) element.title = title;
}

export function sayTimes(within = document) {
  const now = Date.now();
  for (const element of within.querySelectorAll('time[data-as]')) say(element, now);
}
