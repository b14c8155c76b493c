// A service that answers as a test defines, for cases that the emulator does not have.

/** Answers with these, one after the other, and repeats the last one. */
export class Script {
  calls = [];

  constructor(answers) {
    this.answers = JSON.parse(answers);
  }

  fetch = (request, init) => {
    const answer = this.answers[Math.min(this.calls.length, this.answers.length - 1)];
    this.calls.push({ request, init, body: request.text(), at: performance.now() });
    return reply(answer);
  };

  /** The arguments of `fetch`, as JSON. */
  async requests() {
    const requests = this.calls.map(async ({ request, body }) => ({
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body: await body,
    }));
    return JSON.stringify(await Promise.all(requests));
  }

  /** The times of its calls, by the clock of the test. */
  times() {
    return this.calls.map(({ at }) => at);
  }

  /** Whether each request was aborted. */
  aborted() {
    return this.calls.map(({ init }) => init.signal.aborted);
  }
}

/** A list of tasks that changes after each request: some rows are removed, some are added, by their positions. */
export class Shifting {
  offsets = [];

  constructor(count, changes) {
    this.rows = Array.from({ length: count }, (_, index) => `t${index}`);
    this.changes = JSON.parse(changes);
  }

  fetch = (request) => {
    const { searchParams } = new URL(request.url);
    const [offset, limit] = ["offset", "limit"].map((name) => Number(searchParams.get(name)));
    const tasks = this.page(offset, limit).map((task_id) => ({ task_id, status: "DOING" }));
    const body = { tasks, count: this.rows.length };
    const { remove = [], insert = [] } = this.changes[this.offsets.length] ?? {};
    this.offsets.push(offset);
    for (const [place, number] of remove) this.rows.splice(place, number);
    for (const [place, ...ids] of insert) this.rows.splice(place, 0, ...ids);
    return reply({ body });
  };

  page(offset, limit) {
    return this.rows.slice(offset, offset + limit);
  }
}

/** The same for a service that knows only whole pages. */
export class Rounding extends Shifting {
  page(offset, limit) {
    return super.page(offset - (offset % limit), limit);
  }
}

/** A plain object: it is read in microtasks, so no timer of a test's clock fires meanwhile. */
async function reply({ status = 200, headers = {}, body = "", reject, hang }) {
  if (hang) await new Promise(() => {});
  if (reject) throw Object.assign(new Error(reject.message), reject);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { status, text: async () => text, headers: { get: (name) => headers[name] ?? null } };
}
