// The only place where text becomes nodes: answers of our own server, parsed and never run.
const policy = window.trustedTypes?.createPolicy('phase1', { createHTML: (html) => html }) ?? { createHTML: (html) => html };

// Replaces an element by its newer version, unless nothing has changed or somebody is at work in it.
export function replace(element, html) {
  if (element.contains(document.activeElement)) return;
  const page = new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
  const newer = page.querySelector(`[data-refresh="${element.dataset.refresh}"]`);
  if (newer && newer.dataset.version !== element.dataset.version) element.replaceWith(document.adoptNode(newer));
}
