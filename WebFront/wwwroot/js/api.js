// Requests to the server. Commands carry a key, so that repeating one after a lost answer does it once.

export class Refusal extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `The server answered ${status}.`);
    this.status = status;
    this.code = problem?.code ?? 'unknown';
    this.traceId = problem?.trace_id;
    this.problem = problem ?? {};
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Not crypto.randomUUID: that is missing where the page came without TLS, as from most NAS boxes. */
export function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The session has ended meanwhile. What is typed on this page stays until somebody follows the link. */
function signedOut() {
  if (document.querySelector('.signed-out')) return;
  const notice = document.createElement('a');
  notice.className = 'signed-out';
  notice.href = `/sign-in?back=${encodeURIComponent(location.pathname + location.search)}`;
  notice.textContent = 'You are signed out. Sign in again';
  document.body.append(notice);
}

async function answerOf(response) {
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
  const body = isJson ? await response.json() : null;
  if (response.status === 401) signedOut();
  if (!response.ok) throw new Refusal(response.status, body);
  return body;
}

export async function get(path) {
  return answerOf(await fetch(`/api/v1${path}`, { headers: { accept: 'application/json' } }));
}

/** A question that is too long for an address. */
export async function post(path, body) {
  return answerOf(await fetch(`/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }));
}

/** Tries again, with the same key, while no answer comes. */
export async function command(method, path, body = {}, key = newKey()) {
  for (let attempt = 0; ; attempt += 1) {
    let response;
    try {
      response = await fetch(`/api/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      });
    } catch {
      if (attempt === 3) throw new Refusal(0, { code: 'no_answer', detail: 'The server does not answer. It is safe to try again.' });
      await pause(400 * 2 ** attempt);
      continue;
    }
    return answerOf(response);
  }
}
