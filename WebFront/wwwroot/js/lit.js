// The one place that knows where the vendored templates are.
export { html, svg, nothing, noChange, render } from '../lib/lit-html/3.3.3/lit-html.js';
export { live } from '../lib/lit-html/3.3.3/directives/live.js';
