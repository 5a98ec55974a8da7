// Moving between the rows of the board, and its keys: each moves, or presses a button that can be seen.
const buttons = {
  Enter: '[data-wanted], button[value=choose]', c: '[data-act=other]', u: 'button[value=unknown]', x: 'button[value=exclude]',
  r: 'button[value=reject]', t: '[data-act=text]',
};

export function moveIn(board, rows, isOpen, acts) {
  const current = () => document.activeElement?.closest('[data-essay]');

  const go = (row) => {
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
  };

  const step = (by) => {
    const shown = rows.filter((row) => !row.hidden);
    go(shown[Math.max(0, Math.min(shown.length - 1, shown.indexOf(current()) + by))]);
  };

  const next = (from = current()) => {
    const at = rows.indexOf(from);
    go([...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((row) => isOpen(row) && !row.hidden));
  };

  const choose = (row, number) => {
    const candidate = row.querySelectorAll('input[name=student]')[number - 1];
    if (!candidate) return;
    candidate.checked = true;
    row.querySelector('button[value=choose]').click();
  };

  const keys = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1), n: () => next(),
    Home: () => step(-rows.length), End: () => step(rows.length), z: () => acts.undo(), '?': () => acts.help(),
    f: () => board.querySelector('[data-filter]')?.focus(), A: () => board.querySelector('[data-act=certain]')?.click(),
  };

  board.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || board.dataset.keys !== 'on') return;
    if (key === 'Enter' ? target.matches('a, button') : key.startsWith('Arrow') && target.matches('input')) return;
    const row = current();
    if (keys[key]) keys[key]();
    else if (row && buttons[key]) row.querySelector(buttons[key])?.click();
    else if (row && /^[1-9]$/.test(key)) choose(row, Number(key));
    else return;
    event.preventDefault();
  });

  return { current, go, step, next };
}
