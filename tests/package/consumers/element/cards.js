// Scenarios of <sfs-turbo-task>: what the reader sees and the page gets in each state.
// @ts-check
import { at, clear, error, listen, now, put, task, turn } from "./scripted.js";
import { last, main, part, shadow, texts, voice } from "./shown.js";

const taskId = task().taskId;
const putCard = (/** @type {object | undefined} */ properties) =>
  put("sfs-turbo-task", { taskId, ...properties });

/** What a card shows, and its public state. @param {HTMLElementTagNameMap["sfs-turbo-task"]} element */
function seen(element) {
  const root = part(element, "root");
  const bar = part(element, "bar");
  return {
    texts: texts(element),
    ...{ state: element.state, status: element.getAttribute("status"), tone: root.dataset.tone ?? "" },
    ...{ label: root.ariaLabel, busy: root.getAttribute("aria-busy"), voice: voice(element) },
    bar: bar.checkVisibility() ? bar.getAttributeNames().sort() : [],
  };
}

export async function life() {
  clear();
  at(now);
  const { element, told, watches } = await putCard({});
  const loading = seen(element);
  await watches[0].give(task());
  const running = seen(element);
  const times = [...shadow(element).querySelectorAll("time")].map((time) => time.dateTime);
  const endTime = new Date(now);
  await watches[0].give(task({ status: "SUCCESS", endTime }));
  await watches[0].end(task({ status: "SUCCESS", endTime }));
  return { loading, running, times, settled: seen(element), told: JSON.parse(JSON.stringify(told)) };
}

export async function failure() {
  clear();
  at(now);
  const { element, watches } = await putCard({});
  const failed = task({ status: "FAIL", message: "The bucket is gone.", endTime: new Date(now) });
  await watches[0].give(failed);
  await watches[0].end(failed);
  /** @type {string[]} */
  const copied = [];
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: { writeText: async (/** @type {string} */ text) => void copied.push(text) },
  });
  const role = part(element, "error").getAttribute("role");
  const before = seen(element);
  const copy = part(element, "copy");
  const label = copy.ariaLabel;
  copy.click();
  await turn();
  return { before, role, label, copied, after: copy.textContent, voice: voice(element) };
}

export async function deletion() {
  clear();
  at(now);
  const { element, told, watches } = await putCard({});
  await watches[0].give(task({ status: "DELETING" }));
  const deleting = seen(element);
  await watches[0].end(task({ status: "DELETING" }));
  const { type, detail } = last(told);
  return { deleting, gone: seen(element), last: { type, gone: detail.gone } };
}

export async function interruption() {
  clear();
  at(now);
  const { element, told, watches } = await putCard({});
  await watches[0].give(task());
  at(now + 40_000);
  await watches[0].fault(error({ kind: "network", message: "connection refused" }), 12_000);
  const offline = seen(element);
  const { type, detail } = last(told);
  await watches[0].same();
  const back = seen(element);
  await watches[0].fault(error({ kind: "unavailable" }), 12_000);
  part(element, "retry").focus();
  part(element, "retry").click();
  await turn();
  return {
    ...{ offline, fault: { type, final: detail.final, kind: Reflect.get(Object(detail.error), "kind") } },
    ...{
      back,
      looks: watches.map(({ returned }) => returned),
      focused: shadow(element).activeElement?.className,
    },
  };
}

export async function refusal() {
  clear();
  const { element, told, watches } = await putCard({});
  const action = "sfsturbo:shares:getDataRepositoryTask";
  const refused = error({
    ...{ kind: "forbidden", errCode: "SFS.TURBO.9000", errMsg: "no privileges to operate" },
    ...{
      message: `no permission; the user needs the IAM action ${action} (HTTP 403)`,
      requestId: "request-7",
    },
  });
  await watches[0].fail(refused);
  const refusedCard = seen(element);
  const role = part(element, "error").getAttribute("role");
  const { type, detail } = last(told);
  const isError = element.error === refused && detail.error === refused;
  part(element, "retry").click();
  await turn();
  await watches[1].give(task());
  return {
    ...{ refused: refusedCard, role, told: [type, detail.final], isError, watches: watches.length },
    ...{ after: element.state, error: element.error, isHidden: !part(element, "error").checkVisibility() },
  };
}

export async function notFound() {
  clear();
  const { element, watches } = await putCard({});
  await watches[0].fail(error({ kind: "not-found", errMsg: "Invalid task id.", errCode: "SFS.TURBO.0106" }));
  return seen(element);
}

/** An invalid client, and one that throws at once. */
export async function badClients() {
  clear();
  const { element, told } = await putCard({ client: {} });
  await turn();
  const first = { state: element.state, name: Reflect.get(Object(element.error), "name") };
  Object.assign(element, {
    client: {
      watchTask() {
        throw new RangeError("no");
      },
    },
  });
  await element.updateComplete;
  await turn();
  return { first, second: Reflect.get(Object(element.error), "message"), told: told.map(({ type }) => type) };
}

/** Each text that a service or a page may provide, in a form that must not become markup. */
export async function hostile() {
  clear();
  const markup =
    '<img src=x onerror="globalThis.isBroken = true"><script>globalThis.isBroken = true</script>';
  const values = [markup, "\u202eevil\u202c \u05d0\u05d1", "x".repeat(10_000), "__proto__", "constructor"];
  values.push("lone \ud800 half", "half \udc00", "one\ntwo\r\nthree\u2028four");
  const fields = ["taskId", "type", "status", "srcTarget", "srcPrefix", "message", "requestId"];
  /** @type {string[]} */
  const wrong = [];
  for (const value of values) {
    for (const tag of /** @type {const} */ (["sfs-turbo-task", "sfs-turbo-tasks"])) {
      const { element, watches } = await put(tag, { taskId: value });
      const every = task(Object.fromEntries(fields.map((name) => [name, value])));
      const failed = task({ ...every, status: "FAIL" });
      for (const shown of [every, failed]) {
        const tasks = [shown];
        await watches[0].give(tag === "sfs-turbo-task" ? shown : { tasks, changed: tasks, count: 1 });
        const { textContent } = part(element, "root");
        if (!textContent.includes(value)) wrong.push(`${tag} has lost ${value.slice(0, 20)}`);
      }
      // Each in its own place: no text appears in the place of another.
      const apart = task(Object.fromEntries(fields.map((name) => [name, `${value} of ${name}`])));
      for (const [status, seen] of /** @type {const} */ ([
        [apart.status, ["type", "status", "srcTarget", "srcPrefix"]],
        ["FAIL", ["type", "srcTarget", "srcPrefix", "message"]],
      ])) {
        const shown = { ...apart, status };
        const tasks = [shown];
        await watches[0].give(tag === "sfs-turbo-task" ? shown : { tasks, changed: tasks, count: 1 });
        const { textContent } = part(element, "root");
        for (const name of seen)
          if (!textContent.includes(shown[name])) wrong.push(`${tag} has lost ${name} ${value.slice(0, 20)}`);
      }
      await watches[0].fail(
        error({ kind: value, errMsg: value, message: value, errCode: value, requestId: value }),
      );
      if (!part(element, "root").textContent.includes(value))
        wrong.push(`${tag} tells no ${value.slice(0, 20)}`);
      if (shadow(element).querySelector("img, script")) wrong.push(`${tag} has markup`);
      if (part(element, "root").scrollWidth > element.clientWidth)
        wrong.push(`${tag} is too wide: ${value.slice(0, 20)}`);
    }
  }
  await turn();
  return { wrong, isBroken: Reflect.get(globalThis, "isBroken") ?? false };
}

/** Events leave the shadow trees around an element. */
export async function nested() {
  clear();
  const host = document.createElement("div");
  const { element, watches } = await putCard({});
  main().append(host);
  const told = listen(host);
  host.attachShadow({ mode: "open" }).append(element);
  await turn();
  await watches[0].give(task());
  return { told: told.map(({ type }) => type), watches: watches.length, returned: watches[0].returned };
}
