// Which burn-ins have ended since a person last looked, in this browser. The server keeps the list; here is only how far it is read.

import { get } from './api.js';

const read = 'burnin.bell-read';
const told = 'burnin.bell-told';
const most = 15;

export class Ended {
  jobs = [];

  /** @returns those that no tab of this browser has told of yet. */
  async refresh() {
    const { jobs } = await get(`/burnin?sort=-finished&limit=${most}`);
    this.jobs = jobs.filter((job) => job.finished_at);
    const newest = this.jobs[0]?.finished_at ?? new Date(0).toISOString();
    const before = localStorage.getItem(told);
    // Whoever comes for the first time has missed nothing.
    if (before === null || localStorage.getItem(read) === null) localStorage.setItem(read, newest);
    localStorage.setItem(told, newest);
    return before === null ? [] : this.jobs.filter((job) => job.finished_at > before);
  }

  isUnread = (job) => job.finished_at > (localStorage.getItem(read) ?? '');

  get unread() {
    return this.jobs.filter(this.isUnread).length;
  }

  readAll() {
    if (this.jobs.length > 0) localStorage.setItem(read, this.jobs[0].finished_at);
  }
}
