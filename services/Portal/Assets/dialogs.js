// The dialogs of the review board.
const find = (name) => document.querySelector(`dialog[data-dialog=${name}]`);

// Whether the question was answered with yes. Escape and "back" say no.
export function ask(name) {
  const dialog = find(name);
  dialog.returnValue = '';
  if (!dialog.open) dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}

// A student of the class, by a combobox: typing narrows the list, arrows move in it. Null when none was chosen.
export async function chooseStudent() {
  const dialog = find('student');
  const input = dialog.querySelector('[role=combobox]');
  const options = [...dialog.querySelectorAll('[role=option]')];
  let active;
  const point = (option) => {
    active?.setAttribute('aria-selected', 'false');
    active = option;
    active?.setAttribute('aria-selected', 'true');
    active?.scrollIntoView({ block: 'nearest' });
    if (active) input.setAttribute('aria-activedescendant', active.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const narrow = () => {
    const words = fold(input.value).split(/\s+/);
    for (const option of options) option.hidden = !words.every((word) => fold(option.textContent).includes(word));
    point(input.value ? options.find((option) => !option.hidden) : undefined);
  };
  input.value = '';
  narrow();
  input.oninput = narrow;
  input.onkeydown = (event) => {
    const shown = options.filter((option) => !option.hidden);
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      point(shown[Math.max(0, Math.min(shown.length - 1, shown.indexOf(active) + by))]);
    }
  };
  for (const option of options) option.onclick = () => { point(option); };
  return await ask('student') ? active?.dataset.student ?? null : null;
}

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
