// Sends files one by one, four at a time, and goes on by itself after an interruption, also after the page was loaded anew. Without it the form
// sends them all at once.
const atOnce = 4;
const longestPause = 30000;
const most = 10 * 1024 * 1024;
const faults = { PAYLOAD_TOO_LARGE: 'large', EMPTY_CONTENT: 'empty', UNSUPPORTED_MEDIA_TYPE: 'kind', DUPLICATE_FILE: 'same', BATCH_LOCKED: 'locked' };

// Ids, sizes and hashes; no names, no bytes.
const kept = 'phase1-upload';
const remember = (upload) => sessionStorage.setItem(kept, JSON.stringify(upload));
const remembered = () => JSON.parse(sessionStorage.getItem(kept) ?? 'null');

for (const form of document.querySelectorAll('form[data-upload]')) start(form);

function start(form) {
  const input = form.querySelector('input[type=file]');
  const list = form.querySelector('[data-files]');
  const drop = form.querySelector('[data-drop]');
  const files = new Map();
  const earlier = remembered();
  const upload = earlier && (!form.dataset.upload || form.dataset.upload === earlier.batch) ? earlier : { session: crypto.randomUUID(), files: [] };
  if (upload.batch) goOn(form, list, upload);

  const add = async (chosen) => {
    for (const file of chosen) {
      const id = `${file.name}/${file.size}/${file.lastModified}`;
      if (files.has(id)) continue;
      const entry = row(list, file, () => files.delete(id));
      files.set(id, entry);
      if (!entry.fault) await recognise(entry, upload, files, list.dataset);
    }
  };
  const choose = (chosen) => { form.ready = add([...chosen]); input.value = ''; };
  input.addEventListener('change', () => choose(input.files));
  drop.textContent = drop.dataset.drop;
  drop.hidden = false;
  drop.addEventListener('dragover', (event) => { event.preventDefault(); drop.classList.add('over'); });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => { event.preventDefault(); drop.classList.remove('over'); choose(event.dataTransfer.files); });

  form.addEventListener('submit', async (event) => {
    if (files.size === 0) return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = 'yes';
    await form.ready;
    const good = [...files.values()].filter((entry) => !entry.fault && !entry.arrived);
    for (const { out } of good) out.hidden = true;
    addEventListener('beforeunload', stay);
    upload.batch ??= form.dataset.upload || (good.length > 0 ? await register(form, good.length, list.dataset) : null);
    if (upload.batch) {
      for (const { id, hash } of good) if (!upload.files.some((file) => file.id === id)) upload.files.push({ id, hash, arrived: false });
      remember(upload);
      await sendAll(good, upload, form.elements.__token, list);
    }
    removeEventListener('beforeunload', stay);
    delete form.dataset.busy;
    if (!upload.batch || good.some((entry) => !entry.arrived && !entry.fault)) return;
    sessionStorage.removeItem(kept);
    if (good.every((entry) => entry.arrived)) location.assign(upload.batch);
    else onward(list, upload.batch);
  });
}

const stay = (event) => event.preventDefault();

// After a reload: what is there already, and what to do.
function goOn(form, list, upload) {
  const note = document.createElement('p');
  note.setAttribute('role', 'status');
  note.textContent = list.dataset.resume
    .replace('{0}', upload.files.filter((file) => file.arrived).length)
    .replace('{1}', upload.files.length);
  list.before(note);
}

// A file that was sent before keeps its id, by its bytes; the same bytes twice are one.
async function recognise(entry, upload, files, words) {
  const digest = await crypto.subtle?.digest('SHA-256', await entry.file.arrayBuffer());
  if (!digest) return;
  entry.hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if ([...files.values()].some((other) => other !== entry && other.hash === entry.hash)) return say(entry, 'wrong', (entry.fault = words.same));
  const known = upload.files.find((file) => file.hash === entry.hash);
  entry.id = known?.id ?? entry.id;
  if (known?.arrived) arrive(entry, words);
}

// Shows a file, what is known of it already, and a way to leave it out while it has not been sent.
function row(list, file, leaveOut) {
  const words = list.dataset;
  const kind = /\.(docx|pdf|txt)$/i.test(file.name);
  const fault = file.name.startsWith('~$') ? words.temporary : !kind ? words.kind : file.size === 0 ? words.empty : file.size > most ? words.large : null;
  const [item, name, state, bar, out] = ['li', 'bdi', 'span', 'progress', 'button'].map((tag) => document.createElement(tag));
  name.textContent = file.name;
  out.type = 'button';
  out.className = 'plain';
  out.textContent = words.out;
  out.setAttribute('aria-label', `${words.out}: ${file.name}`);
  out.onclick = () => {
    leaveOut();
    (item.nextElementSibling ?? item.previousElementSibling)?.querySelector('button')?.focus();
    item.remove();
  };
  bar.hidden = true;
  bar.setAttribute('aria-label', file.name);
  item.append(name, bar, state, out);
  list.append(item);
  const entry = { file, fault, state, bar, out, id: crypto.randomUUID(), arrived: false };
  say(entry, fault ? 'wrong' : 'hint', fault ?? `${Math.ceil(file.size / 1000)} kB`);
  return entry;
}

function say(entry, kind, text) {
  entry.state.className = kind;
  entry.state.textContent = text;
}

function arrive(entry, words) {
  entry.arrived = true;
  entry.out.hidden = true;
  say(entry, 'done', words.arrived);
}

// Makes the batch; what is wrong with the form is said beside the files, which stay chosen.
async function register(form, count, words) {
  const fault = form.querySelector('[data-fault]');
  const body = new FormData(form);
  body.delete('files');
  body.set('count', Math.max(count, Number(body.get('count')) || 0));
  const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } }).catch(() => null);
  const document = await answer?.json().catch(() => null);
  fault.textContent = answer?.ok ? '' : document?.messages?.join(' ') ?? words[answer?.status === 401 || answer?.status === 400 ? 'again' : 'trouble'];
  fault.hidden = answer?.ok ?? false;
  return answer?.ok ? document.location : null;
}

async function sendAll(entries, upload, token, list) {
  const waiting = [...entries];
  const worker = async () => {
    for (let entry; (entry = waiting.shift());) {
      await send(entry, upload, token, list.dataset);
      const file = upload.files.find((known) => known.id === entry.id);
      if (file) file.arrived = entry.arrived;
      remember(upload);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  // The teacher is told of all files at once. Where this is lost, of none: each stands on the page of the batch.
  await fetch(`${upload.batch}/uploaded`, {
    method: 'POST',
    headers: { 'X-Antiforgery': token.value, Accept: 'application/json' },
    body: new URLSearchParams({ session: upload.session }),
  }).catch(() => {});
}

const signedIn = () => new Promise((resolve) => {
  document.addEventListener('signed-in', resolve, { once: true });
  document.dispatchEvent(new Event('signed-out'));
});

// The id is the file's for good: sent again, since its answer was lost, it is taken once.
async function send(entry, upload, token, words) {
  for (let pause = 1000; ; pause = Math.min(pause * 2, longestPause)) {
    const answer = await put(entry, `${upload.batch}/files/${entry.id}?session=${upload.session}`, token.value);
    entry.bar.hidden = true;
    if (answer.status === 200 || answer.status === 202) return arrive(entry, words);
    if (answer.status === 401 || answer.code === 'INVALID_REQUEST') {
      say(entry, 'wrong', words.again);
      await signedIn();
      continue;
    }
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
      entry.fault = words[faults[answer.code]] ?? words.refused;
      return say(entry, 'wrong', entry.fault);
    }
    say(entry, 'hint', words.trying);
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
      addEventListener('online', resolve, { once: true });
    });
  }
}

function put(entry, address, token) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.setRequestHeader('X-Antiforgery', token);
    request.setRequestHeader('X-File-Name', encodeURIComponent(entry.file.name));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => {
      entry.bar.hidden = false;
      entry.bar.max = event.total;
      entry.bar.value = event.loaded;
    };
    request.onloadend = () => {
      let code = null;
      try { code = JSON.parse(request.responseText).code; } catch { /* No document, no code. */ }
      resolve({ status: request.status, code });
    };
    request.send(entry.file);
  });
}

function onward(list, batch) {
  const link = document.createElement('a');
  link.href = batch;
  link.className = 'button';
  link.textContent = list.dataset.onward;
  list.after(link);
  link.focus();
}
