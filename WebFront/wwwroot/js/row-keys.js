// Walking through the drives by keys. Where the focus is, there one is; the rows do not move as long as it is in them.

import { isCommand } from './keys.js';

const rows = () => [...document.querySelectorAll('#drives tr[data-id]')];
const boxOf = (row) => row?.querySelector('.c-select input');

/** @param {{start: (id: string) => void}} on  What is not done by what stands in the row. */
export function walkByKeys({ start }) {
  const does = {
    j: (row) => boxOf(row ? rows()[rows().indexOf(row) + 1] : rows()[0])?.focus(),
    k: (row) => boxOf(row ? rows()[rows().indexOf(row) - 1] : rows().at(-1))?.focus(),
    x: (row) => boxOf(row)?.click(),
    s: (row) => start(row?.dataset.id),
    Enter: (row) => row?.querySelector('.c-serial a')?.click(),
  };
  document.addEventListener('keydown', (event) => {
    const isElsewhere = event.key === 'Enter' && !event.target.matches('.c-select input');
    if (isElsewhere || !does[event.key] || !isCommand(event)) return;
    event.preventDefault();
    const row = document.activeElement.closest('tr[data-id]');
    does[event.key](row);
    document.activeElement.closest('tr[data-id]')?.scrollIntoView({ block: 'nearest' });
  });
}
