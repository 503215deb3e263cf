// The printed sheet: one button.

document.querySelector('#print')?.addEventListener('click', () => print());
