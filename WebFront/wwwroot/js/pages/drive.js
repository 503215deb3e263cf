// The page of one drive.

import { driveNow, DriveSheet } from '../drive-sheet.js';
import { ConnectionPill } from '../header.js';
import { StartDialog } from '../start-dialog.js';
import { Toast } from '../toast.js';

const toast = new Toast();
const pill = new ConnectionPill();
let drive = null;

const dialog = new StartDialog({ driveOf: () => drive, toast, started: () => sheet.follow() });
const sheet = new DriveSheet(document.querySelector('#drive'), {
  toast,
  heard: (state) => pill.set(state),
  async start(id) {
    try {
      drive = await driveNow(id);
      dialog.open([id]);
    } catch (refusal) {
      toast.show({ tone: 'bad', text: refusal.message, stays: true });
    }
  },
});
sheet.follow();
