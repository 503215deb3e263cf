// Ending a burn-in that is being cancelled and whose NAS cannot prove that it has ended: asks for the serial first.

import { command } from './api.js';
import { ask } from './dialog.js';
import { html, live } from './lit.js';
import { operatorName, rememberOperator } from './operator.js';

export async function giveUpOne(drive, toast) {
  const said = { serial: '', operator: operatorName() };
  const field = (paint, name, label, kind) => html`<label class="field"><span>${label}</span><span class="input"><input class=${kind} maxlength="100" autocomplete="off" autocapitalize="off" spellcheck="false"
    .value=${live(said[name])} @input=${(event) => { said[name] = event.target.value; paint(); }}></span></label>`;
  const yes = await ask({
    title: `End the burn-in of ${drive.serial} without proof?`,
    lines: [
      `${drive.nas} has not proved that nothing is left running on ${drive.devname}. The slot comes back at once, and Burnin goes on trying to end the run.`,
      'Until the drive answers, a last write may still reach it. The lock on the NAS keeps every other test off the drive until then. Before you put it to any other use, pull it or restart the NAS.',
    ],
    fields: (paint) => html`${field(paint, 'serial', `Type the serial, ${drive.serial}`, 'mono')}${field(paint, 'operator', 'Operator', '')}`,
    isReady: () => said.serial.trim() === drive.serial && said.operator.trim() !== '',
    keep: 'Keep trying',
    act: 'End without proof',
  });
  if (!yes) return;
  rememberOperator(said.operator.trim());
  try {
    const { proved, why } = await command('POST', `/burnin/${encodeURIComponent(drive.job.job_id)}/give-up`, { operator: said.operator.trim(), confirm_serial: said.serial.trim() });
    toast.show(proved
      ? { tone: 'ok', text: `Burn-in of ${drive.serial} cancelled: the NAS has proved it after all.` }
      : { tone: 'warn', text: `Burn-in of ${drive.serial} ended without proof: ${why}`, stays: true });
  } catch (refusal) {
    toast.show({ tone: 'bad', text: `${drive.serial}: ${refusal.message}`, stays: true });
  }
}
