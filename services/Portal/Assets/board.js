// The review board: decisions are shown at once and sent behind, and can be undone until the release. A key presses a button of the row; without
// scripts the rows are forms and links.
import { replaceAll } from './patch.js';
import { Queue } from './queue.js';
import { ask, chooseStudent } from './dialogs.js';
import { moveIn } from './moving.js';

const board = document.querySelector('[data-board]');
const { board: address, user, ...words } = board.dataset;
const rows = [...board.querySelectorAll('[data-essay]')];
// Another one after whoever was signed out has signed in again.
const token = () => document.querySelector('input[name=__token]').value;
const prefix = `phase1.queue.${user}.${address}.`;
const batch = address.split('/')[2];
const mostUndo = 50;
const undo = [];
let { filter } = words;
let only = null;
// Of all rows as they are shown. An answer to a decision tells its own rows alone, and others may say that its student was chosen twice.
let { tag = '' } = board.querySelector('[data-key=summary]').dataset;
let refreshing;

const formOf = (row) => row.querySelector('form');
const rowOf = (essay) => document.getElementById(`row-${essay}`);
const versionOf = (essay) => Number(formOf(rowOf(essay)).dataset.row);
const isOpen = (row) => formOf(row).dataset.kind !== 'decided' && !('waits' in row.dataset);
const get = (path) => fetch(address + path, { headers: { Accept: 'text/html' }, redirect: 'manual' }).catch(() => null);
const post = (path, body, headers) =>
  fetch(address + path, { method: 'POST', body, headers: { Accept: 'text/html', 'X-Antiforgery': token(), ...headers } }).catch(() => null);

function say(text) {
  document.querySelector('[data-said]').textContent = text;
}

function note(row, text) {
  const line = row.querySelector('[data-note]');
  if (line.textContent !== text) line.textContent = text;
  line.hidden = !text;
}

// ---- Sending ---------------------------------------------------------------------------------------------------------------------------

const queue = new Queue(prefix, send, (what) => {
  for (const row of rows) {
    const waits = queue.has(row.dataset.essay);
    if (waits) note(row, what === 'later' ? words.trying : words.saving);
    else if ('waits' in row.dataset) note(row, '');
    row.toggleAttribute('data-waits', waits);
  }
  if (what === 'idle') refreshIn(1000);
});

async function send(items, key) {
  const decisions = items.map(({ key: _, ...decision }) => decision);
  const answer = await post('/decisions', JSON.stringify({ decisions, show: filter }), { 'Content-Type': 'application/json', 'Idempotency-Key': key });
  if (!answer || answer.status === 429 || answer.status >= 500) return 'later';
  if (answer.status === 422) return 'anew';
  if (answer.status !== 200 && answer.status !== 409) {
    if (answer.status === 400 || answer.status === 401) document.dispatchEvent(new Event('signed-out'));
    else say(words.away);
    return 'stop';
  }
  const code = show(await answer.text())?.querySelector('[data-code]')?.dataset.code;
  if (code === 'ALREADY_RELEASED') return 'stop';
  if (code === 'STALE_VERSION') {
    const late = items.filter((item) => versionOf(item.essay_id) !== item.association_version);
    queue.remove(late);
    say(words.elsewhere);
    return late.length === 0 ? 'later' : late.length < items.length ? 'anew' : 'done';
  }
  if (code && items.length > 1) return 'apart';
  for (const { essay_id: essay } of items) {
    queue.rebase(essay, versionOf(essay));
    say(['h2', '[data-result]', '[role=alert]'].map((part) => rowOf(essay).querySelector(part)?.textContent ?? '').join(' '));
  }
  performance.mark('decision-saved');
  return 'done';
}

// ---- Showing ---------------------------------------------------------------------------------------------------------------------------

function show(html, stays) {
  const row = current();
  const answer = replaceAll(html, (element) => stays?.(element) || (element.dataset.key === 'summary' && element.contains(document.activeElement)));
  if (row && !row.contains(document.activeElement)) row.focus({ preventScroll: true });
  if (answer.querySelector('[data-key=summary]').dataset.state !== words.state) location.reload();
  sift();
  return answer;
}

const shows = ({ dataset: { essay } }, { dataset: { kind } }) =>
  only ? only.has(essay) : filter === 'all' || filter === kind || (filter === 'undecided' && kind !== 'decided');

function sift() {
  for (const row of rows) row.hidden = !shows(row, formOf(row)) && row !== current() && !('waits' in row.dataset);
  board.querySelector('[data-empty]').hidden = rows.some((row) => !row.hidden);
  for (const link of board.querySelectorAll('[data-filter]')) {
    if (link.dataset.filter === filter && !only) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

// A row at which somebody is at work stays as it is and says so: a decision about what it was is refused as late.
async function refresh() {
  if (document.visibilityState !== 'visible' || queue.items.length > 0) return;
  const answer = await get(`/rows?show=${filter}&tag=${encodeURIComponent(tag)}`);
  if (answer?.status !== 200) return;
  const now = show(await answer.text(), (element) => {
    const row = element.closest('[data-essay]');
    if (!row || queue.has(row.dataset.essay) || !element.contains(document.activeElement)) return row && queue.has(row.dataset.essay);
    note(row, words.elsewhere);
    return true;
  });
  tag = now.querySelector('[data-key=summary]').dataset.tag;
}

function refreshIn(milliseconds) {
  clearTimeout(refreshing);
  refreshing = setTimeout(refresh, milliseconds);
}

// Marks in the text what was read as a name or an address, once somebody stays at the row.
async function mark(row) {
  const text = row.querySelector('[data-evidence]');
  if (!text || 'asked' in text.dataset) return;
  text.dataset.asked = '';
  await new Promise((resolve) => setTimeout(resolve, 200));
  const answer = current() === row ? await get(text.dataset.evidence) : null;
  if (answer?.ok) replaceAll(await answer.text());
  else delete text.dataset.asked;
}

// ---- Deciding --------------------------------------------------------------------------------------------------------------------------

async function decide(row, action, student) {
  const decides = !['reject', 'reopen'].includes(action);
  const left = rows.filter(isOpen);
  if (action === 'exclude' && rows.every((other) => other === row || formOf(other).dataset.decision === 'excluded')) return ask('remaining');
  if (decides && left.length === 1 && left[0] === row && !await ask('last')) return;
  // A rejection is taken back by choosing.
  if (action !== 'reject') remember(asTheyAre([row]));
  enqueue(row.dataset.essay, action, student);
  if (decides) next(row);
}

function enqueue(essay, action, student) {
  queue.add([{ essay_id: essay, action, student_id: student ?? null, association_version: versionOf(essay) }]);
  performance.mark('decision-shown');
}

// What brings a row back to what it is now.
const restoring = ({ decision, student }) =>
  ({ chosen: [['choose', student]], unknown: [['unknown']], excluded: [['exclude']], accepted: [['reopen'], ['accept']] })[decision] ?? [['reopen']];

const asTheyAre = (rows) => rows.map((row) => [row.dataset.essay, restoring(formOf(row).dataset)]);

function remember(before) {
  undo.push(before);
  if (undo.length > mostUndo) undo.shift();
}

function takeBack() {
  const last = undo.pop();
  if (!last) return say(words.undone);
  for (const [essay, acts] of last) for (const act of acts) enqueue(essay, ...act);
  const row = rowOf(last[0][0]);
  row.hidden = false;
  go(row);
}

async function chooseOther(row) {
  const student = await chooseStudent();
  if (!student) return;
  if (words.state === 'open') return decide(row, 'choose', student);
  const answer = await post(`/${row.dataset.essay}/correction`, new URLSearchParams({ other: student, version: versionOf(row.dataset.essay) }));
  if (answer?.ok) show(await answer.text());
  else note(row, answer?.status === 409 ? words.elsewhere : words.away);
}

async function confirmCertain() {
  const page = await get('/certain');
  if (page?.status !== 200) return say(words.away);
  replaceAll(await page.text());
  const list = document.querySelector('[data-key=certain]');
  const form = list.querySelector('form');
  if (form) form.onsubmit = (event) => { event.preventDefault(); confirm(form, list); };
  ask('certain');
  list.querySelector('button')?.focus();
}

// Another list than the one that was seen is shown before anything is confirmed.
async function confirm(form, list) {
  // Another page's news may show the rows as confirmed before the answer is here.
  const before = asTheyAre([...list.querySelectorAll('[data-confirms]')].map((line) => rowOf(line.dataset.confirms)));
  const answer = await post('/certain', new URLSearchParams(new FormData(form)));
  const rows = answer?.ok && await answer.text();
  list.closest('dialog').close();
  if (answer?.status === 409) return confirmCertain();
  if (!rows) return say(words.away);
  remember(before);
  show(rows, (element) => queue.has(element.dataset.key));
  say(board.querySelector('.sentence').textContent);
  next();
}

// ---- Decisions of an earlier visit that were not sent ----------------------------------------------------------------------------------

async function showUnsent(act) {
  const names = await Queue.leftovers(prefix);
  const items = names.flatMap(Queue.read).filter((item) => rowOf(item.essay_id));
  if (act) for (const name of names) localStorage.removeItem(name);
  act?.(items);
  const section = board.querySelector('[data-unsent]');
  section.hidden = act || items.length === 0;
  section.querySelector('[data-count]').textContent = items.length;
  return items;
}

async function showOnlyUnsent() {
  only = new Set((await showUnsent()).map((item) => item.essay_id));
  sift();
  step(1);
}

// ---- Buttons ---------------------------------------------------------------------------------------------------------------------------

const acts = {
  undo: takeBack,
  help: () => ask('help'),
  certain: confirmCertain,
  other: chooseOther,
  send: () => showUnsent((items) => queue.add(items)),
  list: showOnlyUnsent,
  drop: () => showUnsent(() => {}),
};
const { current, go, step, next } = moveIn(board, rows, isOpen, acts);
acts.next = () => next();

board.addEventListener('click', (event) => {
  const button = event.target.closest('[data-act], a[data-filter]');
  if (!button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (button.dataset.filter) {
    [filter, only] = [button.dataset.filter, null];
    history.replaceState(null, '', button.href);
    sift();
  } else if (acts[button.dataset.act]) acts[button.dataset.act](button.closest('[data-essay]'));
  else return;
  event.preventDefault();
});

board.addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  const row = form.closest('[data-essay]');
  event.preventDefault();
  const data = new FormData(form, submitter);
  const action = data.get('action');
  const student = data.get('wanted') || data.get('student');
  if (action !== 'choose') return decide(row, action);
  if (!student) {
    say(words.choose);
    return note(row, words.choose);
  }
  return student === data.get('suggested') ? decide(row, 'accept') : decide(row, 'choose', student);
});

board.addEventListener('focusin', ({ target }) => {
  const row = target.closest('[data-essay]');
  if (row) mark(row);
});

document.addEventListener('visibilitychange', refresh);
document.addEventListener('signed-in', () => queue.add([]));
// Another page, or the deadline, has changed something of this batch.
document.addEventListener('changed', ({ detail }) => {
  if (detail.includes('') || detail.includes(`batch:${batch}`)) refreshIn(0);
});
await showUnsent();
// The lock of the page that was here a moment ago may still be held.
setTimeout(showUnsent, 1000, undefined);
if (document.activeElement === document.body && !location.hash) go(rows.find((row) => !row.hidden));
board.querySelector('[data-tools]').hidden = false;
performance.mark('board-usable');
