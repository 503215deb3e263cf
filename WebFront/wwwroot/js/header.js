// The pill in the header: how the connection is.

import { clock } from './time.js';

/** A short break is "Reconnecting"; a longer one says since when nothing was heard. */
export class ConnectionPill {
  constructor() {
    this.element = document.querySelector('#pill');
    this.wrap = document.querySelector('#tablewrap');
    this.since = new Date();
  }

  set(state) {
    clearTimeout(this.timer);
    if (state === 'live') {
      this.show('live', 'Live');
      this.wasLive = true;
      return;
    }
    if (this.element.dataset.state === 'live') this.since = new Date();
    if (this.element.dataset.state !== 'stale') this.show('reconnecting', this.wasLive ? 'Reconnecting' : 'Connecting');
    this.timer = setTimeout(() => this.show('stale', `Stale since ${clock(this.since)}`), 3000);
  }

  show(state, word) {
    this.element.dataset.state = state;
    this.element.textContent = word;
    this.element.title = '';
    this.wrap?.classList.toggle('is-cut', state === 'stale');
  }
}
