// The picture of all NAS boxes in this page. Snapshots make it, deltas change it. Touches no DOM.

/** While a snapshot is on its way. Older ones go first: what they say is in the snapshot, or another one is needed. */
const mostWaiting = 300;

/** Of a job that is still the same only what changed is told, without its id. */
const jobOf = (before, { job }) => (job && !('job_id' in job) ? { job: { ...before?.job, ...job } } : {});

export class Store {
  drives = new Map();
  nases = new Map();

  /** @param {(change: {ids: Iterable<string>, structure: boolean}) => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  isStale = (nas) => this.nases.get(nas)?.status?.stale ?? false;

  ofNas(nas) {
    return [...this.drives.values()].filter((drive) => drive.nas === nas);
  }

  /** The list of NAS boxes; what is no longer in it goes, with its drives. */
  setFleet(views) {
    const names = new Set(views.map((view) => view.name));
    for (const name of this.nases.keys()) {
      if (!names.has(name)) {
        this.nases.delete(name);
        for (const drive of this.ofNas(name)) this.drives.delete(drive.id);
      }
    }
    for (const view of views) {
      const known = this.nases.get(view.name);
      if (known) known.view = view;
      else this.nases.set(view.name, { view, epoch: null, seq: -1, status: view.status, buffer: [] });
    }
    this.changed({ ids: [], structure: true });
  }

  /** From now on deltas of this NAS wait for a snapshot. */
  hold(nas) {
    const known = this.nases.get(nas);
    if (known) known.buffer ??= [];
  }

  /** Nothing was missed: what waited is applied, and no snapshot is needed. */
  release(nas, epoch, seq) {
    const known = this.nases.get(nas);
    if (!known || known.epoch !== epoch || known.seq !== seq) return false;
    return this.drain(known);
  }

  /** @returns false where a gap is left and another snapshot is needed. */
  takeSnapshot(snapshot) {
    const known = this.nases.get(snapshot.nas);
    if (!known) return true;
    const here = new Set(snapshot.drives.map((drive) => drive.id));
    for (const drive of this.ofNas(snapshot.nas)) if (!here.has(drive.id)) this.drives.delete(drive.id);
    for (const drive of snapshot.drives) this.drives.set(drive.id, drive);
    known.epoch = snapshot.epoch;
    known.seq = snapshot.seq;
    known.status = snapshot.status ?? known.status;
    this.changed({ ids: here, structure: true });
    return this.drain(known);
  }

  /** @returns false where this delta does not follow: a snapshot is needed. */
  takeDelta(delta) {
    const known = this.nases.get(delta.nas);
    if (!known) return true;
    if (known.buffer) {
      known.buffer.push(delta);
      if (known.buffer.length > mostWaiting) known.buffer.shift();
      return true;
    }
    return this.apply(known, delta);
  }

  drain(known) {
    const waiting = known.buffer ?? [];
    known.buffer = null;
    return waiting.every((delta) => this.apply(known, delta));
  }

  apply(known, delta) {
    if (delta.epoch !== known.epoch) return false;
    if (delta.to <= known.seq) return true;
    if (delta.from !== known.seq) return false;

    let structure = false;
    for (const fields of delta.drives) {
      const before = this.drives.get(fields.id);
      structure ||= !before;
      this.drives.set(fields.id, { ...before, ...fields, ...jobOf(before, fields) });
    }
    for (const id of delta.removed) {
      // A drive that moved is by now of its new NAS, and stays.
      if (this.drives.get(id)?.nas === delta.nas) this.drives.delete(id);
      structure = true;
    }
    if (delta.status) {
      structure ||= delta.status.stale !== known.status?.stale;
      known.status = delta.status;
    }
    known.seq = delta.to;
    this.changed({ ids: delta.drives.map((fields) => fields.id), structure });
    return true;
  }
}
