// Keeps the parts of a page current that change by themselves, while somebody looks at it. The stream says what has changed, never how: each part
// is asked for with the person's own rights.
import { replace } from './patch.js';

// Records of producers outside the suite may name no user, and a stream may be refused.
const patience = 60000;
const patienceWithoutStream = 30000;
const between = 250;
const mostFailures = 3;
const all = '';

const build = document.querySelector('meta[name=build]')?.content;
const due = new Set();
let stream = null;
let failures = 0;
let busy = false;

const concerns = (part, subject) =>
  subject === all || part.dataset.subject === subject || (part.dataset.subject === 'batches' && subject.startsWith('batch:'));

// Where the session is over, the answer leads to the sign-in, which is no part of a page.
async function renew(part) {
  const answer = await fetch(part.dataset.refresh, { headers: { Accept: 'text/html', 'X-Asked-By-Page': 'yes' }, redirect: 'manual' });
  if (answer.ok) replace(part, await answer.text());
  return answer.ok;
}

// Another status shows other lists and other buttons: the page is fetched anew, unless something is being typed in it.
async function follow(part) {
  const status = part.dataset.status;
  if (!await renew(part)) return;
  const newer = document.querySelector('[data-status]')?.dataset.status;
  if (status && newer !== status && !document.activeElement?.closest('form') && !document.querySelector('[data-busy]')) location.reload();
}

async function refresh(subjects) {
  for (const part of document.querySelectorAll('[data-refresh]')) {
    if (subjects.some((subject) => concerns(part, subject))) await follow(part);
  }
}

// Many changes at once are one fetch of each part.
async function tell(subject) {
  due.add(subject);
  if (busy) return;
  busy = true;
  while (due.size > 0) {
    const subjects = [...due];
    due.clear();
    await refresh(subjects).catch(() => {});
    document.dispatchEvent(new CustomEvent('changed', { detail: subjects }));
    await new Promise((resolve) => setTimeout(resolve, between));
  }
  busy = false;
}

function open() {
  if (stream || failures >= mostFailures || document.visibilityState !== 'visible') return;
  stream = new EventSource('/live');
  stream.addEventListener('hello', (event) => {
    failures = 0;
    show('[data-newer]', JSON.parse(event.data).build !== build);
    // What changed while nobody listened.
    tell(all);
  });
  stream.addEventListener('changed', (event) => tell(JSON.parse(event.data).subject));
  stream.addEventListener('error', () => {
    // A connection that broke is opened again by the browser; a refusal is not.
    if (stream.readyState !== EventSource.CLOSED) return;
    close();
    failures++;
    setTimeout(open, 2000 * failures);
  });
}

function close() {
  stream?.close();
  stream = null;
}

function show(selector, shown) {
  const notice = document.querySelector(selector);
  if (notice) notice.hidden = !shown;
}

// A browser has few connections to a server: a page that nobody sees gives its own back.
document.addEventListener('visibilitychange', () => {
  failures = 0;
  if (document.visibilityState === 'visible') open();
  else close();
});
addEventListener('offline', () => show('[data-offline]', true));
addEventListener('online', () => { show('[data-offline]', false); open(); tell(all); });

(function turn() {
  setTimeout(() => {
    if (document.visibilityState === 'visible') tell(all);
    turn();
  }, stream ? patience : patienceWithoutStream);
})();
// How the suite stands is no user's subject.
const often = document.querySelector('[data-every]')?.dataset.every;
if (often) setInterval(() => {
  if (document.visibilityState === 'visible') for (const part of document.querySelectorAll('[data-every]')) follow(part).catch(() => {});
}, often * 1000);
document.querySelector('[data-newer] button')?.addEventListener('click', () => location.reload());
show('[data-offline]', !navigator.onLine);
open();
