// Before the first paint, so that no page flashes in the wrong theme or density. A classic script: modules come later.
(() => {
  const root = document.documentElement.dataset;
  try {
    root.theme = localStorage.getItem('burnin.theme') ?? 'system';
    root.density = localStorage.getItem('burnin.density') ?? 'compact';
  } catch {
    root.theme = 'system';
    root.density = 'compact';
  }
})();
