// Keeps the parts of a page current that change by themselves, while somebody looks at it.
import { replace } from './patch.js';

const usual = 5000;
const longest = 60000;
let pause = usual;

async function refresh() {
  for (const part of document.querySelectorAll('[data-refresh]')) {
    const status = part.dataset.status;
    const answer = await fetch(part.dataset.refresh, { headers: { Accept: 'text/html' }, redirect: 'error' });
    if (!answer.ok) throw new Error(answer.status);
    replace(part, await answer.text());
    // Another status shows other lists and other buttons: the page is fetched anew, unless something is being typed in it.
    const newer = document.querySelector('[data-refresh]')?.dataset.status;
    if (newer !== status && !document.activeElement?.closest('form') && !document.querySelector('[data-busy]')) location.reload();
  }
}

async function turn() {
  if (document.visibilityState === 'visible') {
    try {
      await refresh();
      pause = usual;
    } catch {
      pause = Math.min(pause * 2, longest);
    }
  }
  setTimeout(turn, pause);
}

document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') refresh().catch(() => {}); });
setTimeout(turn, usual);
