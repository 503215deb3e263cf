// Forms that say when they would lose something, and that try what is typed without losing it.

import { morph, postForm } from '../morph.js';
import { operatorName, rememberOperator } from '../operator.js';

const form = document.querySelector('#settings');
const name = form.elements.operator;
const state = () => new URLSearchParams([...new FormData(form)].filter(([field]) => field !== 'operator')).toString();
const saved = form.querySelector('.notice--warn, .notice--bad') ? '' : state();
let isSending = false;

if (name) name.value ||= operatorName();
const test = form.querySelector('#test');
const tested = form.querySelector('#tested');

/** The page without scripts shows the same, but a secret would have to be typed again. */
async function trySettings() {
  const label = test.textContent;
  test.disabled = true;
  test.textContent = 'Trying…';
  try {
    const page = await postForm(test.formAction, form);
    morph(tested, page.querySelector('#tested') ?? tested);
  } catch (error) {
    const why = document.createElement('p');
    why.className = 'bad';
    why.textContent = `Not tried: ${error.message}.`;
    tested.replaceChildren(why);
  }
  test.textContent = label;
  test.disabled = false;
}

form.addEventListener('submit', (event) => {
  if (event.submitter && event.submitter === test) {
    event.preventDefault();
    trySettings();
    return;
  }
  isSending = true;
  if (name) rememberOperator(name.value.trim());
});
addEventListener('pageshow', () => { isSending = false; });
addEventListener('beforeunload', (event) => {
  if (!isSending && state() !== saved) event.preventDefault();
});
