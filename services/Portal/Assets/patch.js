// The only place where text becomes nodes: answers of our own server, parsed and never run.
const policy = window.trustedTypes?.createPolicy('phase1', { createHTML: (html) => html }) ?? { createHTML: (html) => html };

const parse = (html) => new DOMParser().parseFromString(policy.createHTML(html), 'text/html');

// Replaces an element by its newer version, unless nothing has changed or somebody is at work in it.
export function replace(element, html) {
  if (element.contains(document.activeElement)) return;
  const newer = parse(html).querySelector(`[data-refresh="${element.dataset.refresh}"]`);
  const isSame = element.dataset.version ? newer?.dataset.version === element.dataset.version : newer?.isEqualNode(element);
  if (newer && !isSame) element.replaceWith(document.adoptNode(newer));
}

// Replaces the elements that have a newer version in an answer, by their keys, but for those of which `stays` says so. Returns the answer.
export function replaceAll(html, stays = () => false) {
  const answer = parse(html);
  for (const newer of answer.querySelectorAll('[data-key]')) {
    const element = document.querySelector(`[data-key="${newer.dataset.key}"]`);
    if (element && element.dataset.version !== newer.dataset.version && !stays(element)) element.replaceWith(document.importNode(newer, true));
  }
  return answer;
}
