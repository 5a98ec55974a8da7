// Warns before the session ends unused, keeps the page when it has ended, and lets it go on once the same person has signed in again.
import { now } from './time.js';

const [soon, over, unsent] = ['soon', 'over', 'unsent'].map((name) => document.querySelector(`dialog[data-session=${name}]`));
const { user } = soon.dataset;
const warning = 120000;
const pause = 10000;
const tabs = new BroadcastChannel('phase1.session');
const tokens = () => [...document.querySelectorAll('input[name=__token]')];
let timer;

const open = (dialog) => { if (!dialog.open) dialog.showModal(); };

function wait(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(look, milliseconds);
}

const tell = () => document.dispatchEvent(new Event('signed-in'));

// What the server knows of the session; POST is a use of it.
async function look(method = 'GET', wasRefused = false) {
  const headers = { Accept: 'application/json', 'X-Antiforgery': tokens()[0].value };
  const answer = await fetch('/me/session', { method, headers, redirect: 'manual' }).catch(() => null);
  if (!answer || answer.status >= 500) return wait(pause);
  const session = answer.ok ? await answer.json() : null;
  if (!session) {
    soon.close();
    return open(over);
  }
  // Somebody else works in this browser now: what waits here stays for whom it belongs to.
  if (session.user !== user) return location.reload();
  for (const field of tokens()) field.value = session.token;
  if (over.open) {
    over.close();
    tell();
  } else if (wasRefused) setTimeout(tell, pause);
  const left = Date.parse(session.until) - now();
  if (left > warning) soon.close();
  else {
    soon.querySelector('time').dateTime = session.until;
    open(soon);
  }
  wait(Math.max(left > warning ? left - warning : left, 1000));
}

soon.querySelector('button').addEventListener('click', () => look('POST'));
document.addEventListener('signed-out', () => look('GET', true));
// A timer stands still while a computer sleeps.
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') look(); });
tabs.addEventListener('message', () => { if (over.open) look(); });
tabs.postMessage('here');
wait(Math.max(Date.parse(soon.dataset.until) - now() - warning, 1000));

// Signing out asks first while decisions wait in this browser.
const form = document.querySelector('form[action="/sign-out"]');
form.addEventListener('submit', (event) => {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(`phase1.queue.${user}.`));
  const count = names.flatMap((name) => JSON.parse(localStorage.getItem(name))).length;
  if (count === 0 || unsent.returnValue === 'yes') return;
  event.preventDefault();
  unsent.querySelector('[data-count]').textContent = count;
  open(unsent);
});
unsent.addEventListener('close', () => { if (unsent.returnValue === 'yes') form.requestSubmit(); });
