// The live connection: joins, takes snapshots, hands deltas to the store. Gives up never.

import { get } from './api.js';

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** 250 ms, doubling to 5 s, and up to as much again by chance: many pages must not come back at one instant. */
const backOff = (attempt) => Math.min(5000, 250 * 2 ** Math.min(attempt, 5)) * (1 + Math.random() / 2);

export class Live {
  /** @param {{store, changed: (state: string) => void, alerted: (alert) => void}} parts */
  constructor({ store, changed, alerted }) {
    this.store = store;
    this.changed = changed;
    this.watched = new Set();
    this.connection = new globalThis.signalR.HubConnectionBuilder()
      .withUrl('/hubs/dashboard')
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (retry) => backOff(retry.previousRetryCount) })
      .configureLogging(globalThis.signalR.LogLevel.None)
      .build();
    this.connection.serverTimeoutInMilliseconds = 15_000;
    this.connection.keepAliveIntervalInMilliseconds = 5_000;
    this.connection.on('NasDelta', (delta) => this.store.takeDelta(delta) || this.resync(delta.nas));
    this.connection.on('Resync', (notice) => this.resync(notice.nas));
    this.connection.on('FleetChanged', () => this.join());
    this.connection.on('JobAlert', alerted);
    this.connection.onreconnecting(() => this.lose());
    this.connection.onreconnected(() => this.join());
    this.connection.onclose(() => this.start());
  }

  lose() {
    this.watched.clear();
    this.changed('reconnecting');
  }

  /** The library's own reconnect does not cover the first start. */
  async start() {
    this.lose();
    for (let attempt = 0; ; attempt += 1) {
      try {
        await this.connection.start();
        break;
      } catch {
        await pause(backOff(attempt));
      }
    }
    await this.join();
  }

  /** Joins the groups first and takes the snapshots after, so that no change falls between. */
  async join() {
    const mine = (this.joining = {});
    for (let attempt = 0; mine === this.joining; attempt += 1) {
      try {
        const { nas } = await get('/nas');
        if (mine !== this.joining) return;
        this.store.setFleet(nas);
        const names = nas.map((view) => view.name);
        const added = names.filter((name) => !this.watched.has(name));
        const gone = [...this.watched].filter((name) => !names.includes(name));
        added.forEach((name) => this.store.hold(name));
        if (gone.length > 0) await this.connection.invoke('Unwatch', gone);
        const heads = added.length > 0 ? await this.connection.invoke('Watch', added) : [];
        gone.forEach((name) => this.watched.delete(name));
        await Promise.all(heads
          .filter((head) => !this.store.release(head.nas, head.epoch, head.seq))
          .map((head) => this.snapshot(head.nas)));
        // Only now: whoever joins anew after a failure has to take these again.
        heads.forEach((head) => this.watched.add(head.nas));
        if (mine === this.joining) this.changed('live');
        return;
      } catch {
        if (this.connection.state !== globalThis.signalR.HubConnectionState.Connected) return;
        await pause(backOff(attempt));
      }
    }
  }

  /** A hole in what was heard: one snapshot of that NAS, not all pages at once. */
  async resync(nas) {
    const known = this.store.nases.get(nas);
    if (!known || known.isResyncing) return;
    known.isResyncing = true;
    this.store.hold(nas);
    await pause(Math.random() * 1000);
    try {
      await this.snapshot(nas);
    } catch {
      // Without a connection the next join does it; with one, the next delta asks again.
      known.epoch = null;
      known.buffer = null;
    } finally {
      const now = this.store.nases.get(nas);
      if (now) now.isResyncing = false;
    }
  }

  async snapshot(nas) {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      this.store.hold(nas);
      if (this.store.takeSnapshot(await get(`/nas/${encodeURIComponent(nas)}/snapshot`))) return;
      await pause(backOff(attempt));
    }
  }
}
