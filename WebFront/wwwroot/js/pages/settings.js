// Forms that say when they would lose something.

const form = document.querySelector('#settings');
const name = form.elements.operator;
const remembered = 'burnin.operator';
const state = () => new URLSearchParams([...new FormData(form)].filter(([field]) => field !== 'operator')).toString();
const saved = form.querySelector('.notice--warn, .notice--bad') ? '' : state();
let isSending = false;

if (name) name.value ||= localStorage.getItem(remembered) ?? '';
form.addEventListener('submit', () => {
  isSending = true;
  if (name) localStorage.setItem(remembered, name.value.trim());
});
addEventListener('pageshow', () => { isSending = false; });
addEventListener('beforeunload', (event) => {
  if (!isSending && state() !== saved) event.preventDefault();
});
