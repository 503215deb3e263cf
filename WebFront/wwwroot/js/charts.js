// A line under the pointer, and in words what is there. The server has drawn the chart and written the words.

/** Listens to every chart in there, also to those that come later. */
export function followCharts(within) {
  const words = new WeakMap();

  function point(chart, index) {
    const { from, to } = chart.dataset;
    let says = words.get(chart);
    if (says?.source !== chart.dataset.says) words.set(chart, (says = { source: chart.dataset.says, list: JSON.parse(chart.dataset.says) }));
    const at = Math.min(says.list.length - 1, Math.max(0, index(says.list.length)));
    if (says.list.length === 0) return;
    chart.pointed = at;
    const x = Number(from) + ((at + 0.5) / says.list.length) * (Number(to) - Number(from));
    for (const end of ['x1', 'x2']) chart.querySelector('.cursor').setAttribute(end, x);
    chart.closest('figure').querySelector('.chart__say').textContent = says.list[at];
  }

  function leave(chart) {
    for (const end of ['x1', 'x2']) chart.querySelector('.cursor').setAttribute(end, -9);
    chart.closest('figure').querySelector('.chart__say').textContent = '';
  }

  within.addEventListener('pointermove', ({ target, clientX }) => {
    const chart = target.closest?.('.chart[data-says]');
    if (!chart) return;
    const { left, width } = chart.getBoundingClientRect();
    const at = ((clientX - left) / width) * chart.viewBox.baseVal.width;
    const part = (at - Number(chart.dataset.from)) / (Number(chart.dataset.to) - Number(chart.dataset.from));
    point(chart, (count) => Math.floor(part * count));
  });
  within.addEventListener('pointerout', ({ target, relatedTarget }) => {
    const chart = target.closest?.('.chart[data-says]');
    if (chart && !chart.contains(relatedTarget)) leave(chart);
  });
  within.addEventListener('keydown', (event) => {
    const chart = event.target.closest?.('.chart[data-says]');
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!chart || !step) return;
    event.preventDefault();
    point(chart, (count) => (chart.pointed ?? Math.floor(count / 2)) + step);
  });
}
