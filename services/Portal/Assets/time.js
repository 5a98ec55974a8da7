// Countdowns, drawn against the server's clock: a browser whose clock is wrong shows them right.
const offset = Date.parse(document.querySelector('meta[name=now]').content) - performance.now();

export const now = () => offset + performance.now();

// Written as the server writes it.
export function remaining(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [days, hours, minutes] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600), Math.floor(seconds / 60)];
  if (days >= 1) return `${days} d ${hours % 24} h`;
  if (hours >= 1) return `${hours} h ${minutes % 60} min`;
  if (minutes >= 2) return `${minutes} min`;
  return minutes === 1 ? `1 min ${seconds % 60} s` : `${seconds} s`;
}

function draw() {
  for (const time of document.querySelectorAll('time[data-countdown]')) {
    const left = Date.parse(time.dateTime) - now();
    const text = left > 0 ? remaining(left) : time.dataset.countdown;
    if (time.textContent !== text) time.textContent = text;
  }
}

draw();
setInterval(draw, 1000);
