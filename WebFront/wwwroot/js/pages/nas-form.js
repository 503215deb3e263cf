// How a NAS is reached, or one that is to be added: tried, stored, removed.

import { command } from '../api.js';
import { ask } from '../dialog.js';
import { html, nothing, render } from '../lit.js';
import { icon } from '../marks.js';
import { operatorName, rememberOperator } from '../operator.js';
import { Toast } from '../toast.js';

const toast = new Toast();
const form = document.querySelector('#nas-form');
const said = document.querySelector('#nas-said');
const { nas } = form.dataset;
const fields = form.elements;
const path = `/nas/${encodeURIComponent(nas ?? '')}`;
const places = { 'ssh.host': 'host', 'ssh.port': 'port', 'ssh.user': 'user', ssh: 'host' };

if (fields.operator) fields.operator.value = operatorName();
fields.kind.addEventListener('change', fit);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  save();
});
document.querySelector('#nas-try').addEventListener('click', tryOnly);
document.querySelector('[data-remove]')?.addEventListener('click', remove);
fit();

/** Only what the kind needs is asked for. */
function fit() {
  for (const group of form.querySelectorAll('[data-kinds]')) group.hidden = group.disabled = !group.dataset.kinds.split(' ').includes(fields.kind.value);
}

/** Of a NAS that is there an empty field takes away; secrets stay unless others are typed. */
function values() {
  const isAsked = (name) => !fields[name].matches(':disabled');
  const text = (name) => (isAsked(name) ? fields[name].value.trim() : '') || (nas ? '' : undefined);
  const secret = (name) => (isAsked(name) && fields[name].value) || undefined;
  const host = text('host');
  return {
    kind: fields.kind.value,
    max_parallel: Number(fields.max_parallel.value) || 0,
    url: text('url'),
    api_user: text('api_user'),
    api_key: secret('api_key'),
    tls: text('tls') || undefined,
    ssh: host ? { host, port: Number(fields.port.value) || 0, user: text('user'), password: secret('password'), private_key: secret('private_key') } : nas ? { host: '' } : undefined,
  };
}

function operator() {
  const name = fields.operator?.value.trim();
  if (name === undefined) return undefined;
  rememberOperator(name);
  return name || undefined;
}

async function busy(work) {
  const buttons = form.querySelectorAll('button');
  for (const button of buttons) button.disabled = true;
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  render(html`<div class="notice">${icon('clock')}<span>The NAS is asked…</span></div>`, said);
  try {
    await work();
  } catch (refusal) {
    const field = fields[places[refusal.problem?.field] ?? refusal.problem?.field];
    field?.setAttribute?.('aria-invalid', 'true');
    field?.focus?.();
    render(html`<div class="notice notice--bad">${icon('cross')}<span><b>Not stored.</b> ${refusal.message}</span></div>`, said);
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

function save() {
  return busy(async () => {
    if (nas) {
      await command('PATCH', path, { ...values(), operator: operator() });
      location.assign(path);
      return;
    }
    const name = fields.name.value.trim();
    await command('POST', '/nas', { name, ...values(), operator: operator() });
    location.assign(`/nas/${encodeURIComponent(name)}`);
  });
}

function tryOnly() {
  return busy(async () => {
    const { max_parallel: _, ...way } = values();
    const seen = await command('POST', '/settings/test-nas', { name: nas || undefined, ...way, operator: operator() });
    render(html`<div class="notice ${seen.trouble ? 'notice--warn' : 'notice--ok'}">${icon(seen.trouble ? 'warn' : 'check')}
      <span><b>${seen.product}</b> answers: ${seen.drives} drives, ${seen.free_drives} of them free. Nothing was stored.${seen.trouble ? html` <b>${seen.trouble}</b>` : nothing}</span></div>
      <ul class="tried">${seen.capabilities.map((can) => html`<li class=${can.by ? '' : 'tried--not'}>${icon(can.by ? 'check' : 'cross')}<b>${can.what.replaceAll('_', ' ')}</b>
        <span class="mono t2">${can.by ?? 'not here'}</span>${can.note ? html`<span class="tried__note t2">${can.note}</span>` : nothing}</li>`)}</ul>`, said);
  });
}

async function remove() {
  const isSure = await ask({
    title: `Remove ${nas}?`,
    lines: ['Burnin forgets how it is reached. What runs on it has to be over; its drives keep their history.'],
    keep: 'Keep it',
    act: 'Remove',
  });
  if (!isSure) return;
  try {
    await command('DELETE', path, { operator: operator() });
    location.assign('/nas');
  } catch (refusal) {
    toast.show({ tone: 'bad', text: refusal.message, stays: true });
  }
}
