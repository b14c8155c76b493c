// A service that answers as a test defines, for cases that the emulator does not have.
// @ts-check

/**
 * @typedef {object} Answer
 * @property {number} [status] 200 if it is left out
 * @property {Record<string, string>} [headers] by names in lower case
 * @property {unknown} [body] sent as JSON unless it is a text
 * @property {{ message: string }} [reject] the properties of an error that rejects
 * @property {boolean} [hang] whether it never comes
 *
 * @typedef {object} Change
 * @property {[place: number, number: number][]} [remove]
 * @property {[place: number, ...ids: string[]][]} [insert]
 */

/** Answers with these, one after the other, and repeats the last one. */
export class Script {
  /** @type {{ request: Request, init: { signal: AbortSignal }, body: Promise<string>, at: number }[]} */
  calls = [];

  /** @param {string} answers as JSON */
  constructor(answers) {
    /** @type {Answer[]} */
    this.answers = JSON.parse(answers);
  }

  /**
   * @param {Request} request
   * @param {{ signal: AbortSignal }} init
   */
  fetch = (request, init) => {
    const answer = this.answers[Math.min(this.calls.length, this.answers.length - 1)];
    this.calls.push({ request, init, body: request.text(), at: performance.now() });
    return reply(/** @type {Answer} */ (answer));
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
  /** @type {number[]} */
  offsets = [];

  /**
   * @param {number} count
   * @param {string} changes as JSON
   */
  constructor(count, changes) {
    this.rows = Array.from({ length: count }, (_, index) => `t${index}`);
    /** @type {Change[]} */
    this.changes = JSON.parse(changes);
  }

  fetch = (/** @type {Request} */ request) => {
    const { searchParams } = new URL(request.url);
    const [offset, limit] = [Number(searchParams.get("offset")), Number(searchParams.get("limit"))];
    const tasks = this.page(offset, limit).map((task_id) => ({ task_id, status: "DOING" }));
    const body = { tasks, count: this.rows.length };
    const { remove = [], insert = [] } = this.changes[this.offsets.length] ?? {};
    this.offsets.push(offset);
    for (const [place, number] of remove) this.rows.splice(place, number);
    for (const [place, ...ids] of insert) this.rows.splice(place, 0, ...ids);
    return reply({ body });
  };

  /**
   * @param {number} offset
   * @param {number} limit
   */
  page(offset, limit) {
    return this.rows.slice(offset, offset + limit);
  }
}

/** The same for a service that knows only whole pages. */
export class Rounding extends Shifting {
  /**
   * @override
   * @param {number} offset
   * @param {number} limit
   */
  page(offset, limit) {
    return super.page(offset - (offset % limit), limit);
  }
}

/** A plain object: it is read in microtasks, so no timer of a test's clock fires meanwhile. @param {Answer} answer */
async function reply({ status = 200, headers = {}, body = "", reject, hang }) {
  if (hang) await new Promise(() => {});
  if (reject) throw Object.assign(new Error(reject.message), reject);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return {
    status,
    text: async () => text,
    headers: { get: (/** @type {string} */ name) => headers[name] ?? null },
  };
}
