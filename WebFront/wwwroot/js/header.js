// The header: how the connection is, and which theme.

import { render } from './lit.js';
import { icon } from './marks.js';
import { clock } from './time.js';

const themes = ['system', 'dark', 'light'];
const themeIcons = { system: 'system', dark: 'moon', light: 'sun' };

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
    this.wrap.classList.toggle('is-cut', state === 'stale');
  }
}

export function themeSwitch() {
  const button = document.querySelector('#theme');
  const root = document.documentElement.dataset;
  const show = () => {
    render(icon(themeIcons[root.theme]), button);
    button.title = `Theme: ${root.theme}`;
    button.setAttribute('aria-label', `theme: ${root.theme}`);
  };
  button.addEventListener('click', () => {
    root.theme = themes[(themes.indexOf(root.theme) + 1) % themes.length];
    localStorage.setItem('burnin.theme', root.theme);
    show();
  });
  show();
}
