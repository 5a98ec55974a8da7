// Decisions that are still to be sent: in order, one request at a time, kept in the browser until they are acknowledged. Ids alone, no names.
const most = 20;
const longestPause = 30000;

export class Queue {
  #name; #send; #tell; #busy = false; #limit = most;
  items = [];

  // `send(items, key)` answers 'done', 'later', 'apart' (one by one), 'anew' (under another key) or 'stop'; `tell` hears of every change.
  constructor(prefix, send, tell) {
    this.#name = `${prefix}${crypto.randomUUID()}`;
    this.#send = send;
    this.#tell = tell;
    // Held as long as this page lives: a queue whose lock nobody holds was left behind.
    navigator.locks?.request(this.#name, () => new Promise(() => {}));
  }

  // What other pages of this person and batch have left unsent.
  static async leftovers(prefix) {
    const held = new Set((await navigator.locks?.query())?.held.map((lock) => lock.name));
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix) && !held.has(name));
  }

  static read = (name) => JSON.parse(localStorage.getItem(name) ?? '[]');

  add(items) {
    this.items.push(...items);
    this.#save();
    this.#run();
  }

  has = (essay) => this.items.some((item) => item.essay_id === essay);

  // A decision of ours that follows one of ours on the same essay counts from what that one made.
  rebase(essay, version) {
    for (const item of this.items) if (item.essay_id === essay) item.association_version = version;
  }

  remove(essays) {
    this.items = this.items.filter((item) => !essays.includes(item));
    this.#save();
  }

  async #run() {
    if (this.#busy) return;
    this.#busy = true;
    for (let pause = 1000; this.items.length > 0;) {
      const items = this.#next();
      const outcome = await this.#send(items, items[0].key);
      if (outcome === 'stop') break;
      if (outcome === 'later') {
        this.#tell('later');
        await wait(pause);
        pause = Math.min(pause * 2, longestPause);
        continue;
      }
      pause = 1000;
      this.#limit = outcome === 'apart' ? 1 : most;
      if (outcome === 'apart' || outcome === 'anew') for (const item of items) delete item.key;
      else this.remove(items);
    }
    this.#busy = false;
    this.#tell('idle');
  }

  // Those of one key, which may have been sent already; else as many new ones as a request takes, each essay once.
  #next() {
    const [{ key }] = this.items;
    const items = [];
    for (const item of this.items) {
      if (item.key !== key || (!key && items.length === this.#limit) || items.some((other) => other.essay_id === item.essay_id)) break;
      items.push(item);
    }
    const own = key ?? crypto.randomUUID();
    for (const item of items) item.key = own;
    this.#save();
    return items;
  }

  #save() {
    if (this.items.length > 0) localStorage.setItem(this.#name, JSON.stringify(this.items));
    else localStorage.removeItem(this.#name);
    this.#tell('saved');
  }
}

const wait = (pause) => new Promise((resolve) => {
  setTimeout(resolve, pause);
  addEventListener('online', resolve, { once: true });
});
