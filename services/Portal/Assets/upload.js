// Sends files one by one, four at a time, and goes on by itself after an interruption. Without it the form sends them all at once.
const atOnce = 4;
const longestPause = 30000;
const most = 10 * 1024 * 1024;

for (const form of document.querySelectorAll('form[data-upload]')) start(form);

function start(form) {
  const input = form.querySelector('input[type=file]');
  const list = form.querySelector('[data-files]');
  const drop = form.querySelector('[data-drop]');
  const files = new Map();

  const add = (chosen) => {
    for (const file of chosen) {
      const id = `${file.name}/${file.size}/${file.lastModified}`;
      if (!files.has(id)) files.set(id, row(list, file));
    }
    input.value = '';
  };
  input.addEventListener('change', () => add(input.files));
  drop.textContent = drop.dataset.drop;
  drop.hidden = false;
  drop.addEventListener('dragover', (event) => { event.preventDefault(); drop.classList.add('over'); });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => { event.preventDefault(); drop.classList.remove('over'); add(event.dataTransfer.files); });

  form.addEventListener('submit', async (event) => {
    const good = [...files.values()].filter((entry) => !entry.fault && !entry.arrived);
    if (good.length === 0) return;
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = 'yes';
    addEventListener('beforeunload', stay);
    const batch = form.dataset.upload || await register(form, good.length, list.dataset);
    if (batch) {
      form.dataset.upload = batch;
      await sendAll(good, batch, form.elements.__token.value, list);
    }
    removeEventListener('beforeunload', stay);
    delete form.dataset.busy;
    if (batch && good.every((entry) => entry.arrived)) location.assign(batch);
    else if (batch) onward(list, batch);
  });
}

const stay = (event) => event.preventDefault();

// Shows a file, and what is known of it already.
function row(list, file) {
  const words = list.dataset;
  const kind = /\.(docx|pdf|txt)$/i.test(file.name) && !file.name.startsWith('~$');
  const fault = !kind ? words.kind : file.size === 0 ? words.empty : file.size > most ? words.large : null;
  const [item, name, state, bar] = ['li', 'bdi', 'span', 'progress'].map((tag) => document.createElement(tag));
  name.textContent = file.name;
  state.textContent = fault ?? '';
  state.className = fault ? 'wrong' : 'hint';
  bar.hidden = true;
  bar.setAttribute('aria-label', file.name);
  item.append(name, bar, state);
  list.append(item);
  return { file, fault, state, bar, id: crypto.randomUUID(), arrived: false };
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

async function sendAll(entries, batch, token, list) {
  const waiting = [...entries];
  const worker = async () => {
    for (let entry; (entry = waiting.shift());) await send(entry, batch, token, list.dataset);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

// The id is the file's for good: sent again, since its answer was lost, it is taken once.
async function send(entry, batch, token, words) {
  for (let pause = 1000; ; pause = Math.min(pause * 2, longestPause)) {
    const answer = await put(entry, `${batch}/files/${entry.id}`, token);
    entry.bar.hidden = true;
    if (answer.status === 202) {
      entry.arrived = true;
      entry.state.className = 'done';
      entry.state.textContent = words.arrived;
      return;
    }
    if (answer.status === 400 || answer.status === 401) {
      entry.state.className = 'wrong';
      entry.state.textContent = words.again;
      return;
    }
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) {
      entry.fault = { PAYLOAD_TOO_LARGE: words.large, EMPTY_CONTENT: words.empty, UNSUPPORTED_MEDIA_TYPE: words.kind, DUPLICATE_FILE: words.same }[answer.code] ?? words.refused;
      entry.state.className = 'wrong';
      entry.state.textContent = entry.fault;
      return;
    }
    entry.state.textContent = words.trying;
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
