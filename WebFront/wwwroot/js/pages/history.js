// The list of burn-ins: two ticks, then they can be compared.

const form = document.querySelector('#runs');
const button = document.querySelector('#compare');
const ticked = () => [...form.querySelectorAll('input[name=run]:checked')];

function show() {
  const count = ticked().length;
  button.disabled = count !== 2;
  button.title = count === 2 ? '' : 'Tick two burn-ins';
}

form?.addEventListener('change', ({ target }) => {
  // A third tick takes the place of the oldest other one.
  const others = ticked().filter((box) => box !== target);
  if (target.checked && others.length > 1) others[0].checked = false;
  show();
});
if (form) show();
addEventListener('pageshow', () => form && show());
