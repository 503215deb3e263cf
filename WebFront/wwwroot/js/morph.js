// Makes one piece of the page look like a newer one from the server, and touches only what differs: focus, scroll, open
// details and selected text stay. Nodes are moved over from a document that the browser has parsed; no HTML passes through
// script.

/** What a person has changed in the page, and the server knows nothing of. */
const ofPerson = new Set(['open', 'style']);

function sameKind(a, b) {
  return a && b && a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id ?? '') === (b.id ?? '');
}

function morphAttributes(from, to) {
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && !ofPerson.has(name)) from.removeAttribute(name);
}

/** @param {Element} from in the page @param {Element} to the same, newer */
export function morph(from, to) {
  if (from.isEqualNode(to)) return;
  // What a script has filled in is not the server's.
  if (from.hasAttribute('data-mine')) return;
  morphAttributes(from, to);
  let own = from.firstChild;
  for (const next of [...to.childNodes]) {
    if (sameKind(own, next)) {
      if (own.nodeType === Node.ELEMENT_NODE) morph(own, next);
      else if (own.nodeValue !== next.nodeValue) own.nodeValue = next.nodeValue;
      own = own.nextSibling;
    } else {
      from.insertBefore(document.adoptNode(next), own);
    }
  }
  while (own) {
    const gone = own;
    own = own.nextSibling;
    gone.remove();
  }
}

/**
 * An answer as a document. By XMLHttpRequest, which alone hands over a parsed document: a parser of our own would be a place
 * where HTML from a string comes in.
 */
function ask(method, address, timeout, headers, body) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = 'document';
    request.timeout = timeout;
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.onload = () => resolve(request);
    request.onerror = request.ontimeout = () => reject(new Error('no answer'));
    request.send(body);
  });
}

/** The page at an address as a document, or null where it is as it was. */
export async function fetchDocument(address, tag) {
  const answer = await ask('GET', address, 15_000, tag ? { 'if-none-match': tag } : {});
  if (answer.status === 304) return { document: null, tag };
  if (answer.status === 200 && answer.responseXML) return { document: answer.responseXML, tag: answer.getResponseHeader('etag') };
  throw new Error(`answered ${answer.status}`);
}

/** The page that answers a form, whatever it says. */
export async function postForm(address, form) {
  const answer = await ask('POST', address, 90_000, {}, new URLSearchParams(new FormData(form)));
  if (answer.responseXML) return answer.responseXML;
  throw new Error(`answered ${answer.status}`);
}
