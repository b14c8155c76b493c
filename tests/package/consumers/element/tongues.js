// Scenarios of languages, of texts from outside, and of the style.
// @ts-check
import { addWords, SfsTurboElement, SfsTurboTask, SfsTurboTasks } from "sfs-turbo-tasks/element";
import * as messages from "sfs-turbo-tasks/messages";
import { at, clear, error, now, put, task, turn } from "./scripted.js";
import { main, missing, part, shadow, texts } from "./shown.js";

const { taskId } = task();
const putCard = (/** @type {object | undefined} */ properties) =>
  put("sfs-turbo-task", { taskId, ...properties });

export async function languages() {
  /** @type {Record<string, string[]>} */
  const seen = {};
  for (const lang of ["zh-CN", "zh", "zh_CN", "es-MX", "fr", "no tag"]) {
    clear();
    at(now);
    const { element, watches } = await putCard({ lang });
    await watches[0].give(task());
    seen[lang] = [
      part(element, "root").lang,
      part(element, "status").textContent,
      part(element, "type").textContent,
    ];
  }
  clear();
  const box = document.createElement("div");
  box.lang = "es";
  main().append(box);
  const host = document.createElement("div");
  host.attachShadow({ mode: "open" });
  box.append(host);
  const { element, watches } = await putCard({});
  shadow(host).append(element);
  await watches[0].give(task());
  const inherited = texts(element);
  element.lang = "zh-CN";
  await element.updateComplete;
  return { ...seen, inherited, changed: texts(element), root: part(element, "root").lang };
}

export async function words() {
  clear();
  addWords("de", { statuses: { DOING: "Läuft" } });
  addWords("es-MX", { retry: "Otra vez" });
  const { element, watches } = await putCard({ lang: "de-AT" });
  await watches[0].give(task());
  const german = [part(element, "status").textContent, part(element, "type").textContent];
  element.lang = "es-MX";
  await watches[0].fail(error({ kind: "network" }));
  return { german, mexican: part(element, "retry").textContent };
}

/** The texts of `sfs-turbo-tasks/messages`, and that the elements' own words are the same. */
export async function described() {
  clear();
  SfsTurboElement.messages = messages;
  const { element, watches } = await putCard({ lang: "zh-CN" });
  await watches[0].give(task());
  await watches[0].fail(
    error({ kind: "forbidden", errCode: "SFS.TURBO.9000", errMsg: "no", requestId: "r" }),
  );
  const forbidden = texts(element);
  const own = { DOING: "", SUCCESS: "", FAIL: "", DELETING: "" };
  const differing = [];
  for (const lang of ["en", "zh-CN", "es"]) {
    for (const field of ["status", "type"]) {
      const terms =
        field === "status" ? Object.keys(own) : ["import", "import_metadata", "preload", "export"];
      for (const term of terms) {
        const shown = [];
        for (const given of [messages, undefined]) {
          SfsTurboElement.messages = given;
          clear();
          const card = await putCard({ lang });
          await card.watches[0].give(task({ [field]: term }));
          shown.push(part(card.element, field).textContent);
        }
        if (shown[0] !== shown[1]) differing.push(shown);
      }
    }
  }
  SfsTurboElement.messages = undefined;
  return { forbidden, differing };
}

/** The style of an element: what moves, in which colours. @param {{ scheme?: string }} [properties] */
export async function look({ scheme = "" } = {}) {
  clear();
  document.documentElement.style.colorScheme = scheme;
  const { element, watches } = await putCard({});
  await watches[0].give(task());
  const root = part(element, "root");
  const { backgroundColor, color, borderTopLeftRadius } = getComputedStyle(root);
  const animations = shadow(element).getAnimations().length;
  element.style.setProperty("--sfs-radius", "3px");
  element.style.setProperty("--sfs-color-running", "rgb(1, 2, 3)");
  const custom = [
    getComputedStyle(root).borderTopLeftRadius,
    getComputedStyle(part(element, "status")).color,
  ];
  const states = ["running", "success", "fail"].filter((name) => element.matches(`:state(${name})`));
  return { backgroundColor, color, borderTopLeftRadius, animations, custom, states };
}

/** What is visible if the reader's system sets all colours. */
export async function forced() {
  clear();
  /** @type {string[]} */
  const statuses = [];
  /** @type {string[]} */
  const unseen = [];
  const look = (
    /** @type {Element | null | undefined} */ node,
    /** @type {string | undefined} */ pseudo = undefined,
  ) => getComputedStyle(node ?? missing("node"), pseudo);
  const { backgroundColor: canvas } = look(document.body);
  /** Parts whose colour must differ from their background. */
  const check = (/** @type {string} */ name, /** @type {string} */ colour) => {
    if (colour === canvas || colour === "rgba(0, 0, 0, 0)") unseen.push(name);
  };
  for (const status of ["DOING", "SUCCESS", "FAIL", "DELETING"]) {
    const { element, watches } = await putCard({});
    await watches[0].give(task({ status, message: "The bucket is gone." }));
    const chip = part(element, "status");
    statuses.push(chip.textContent);
    check(`${status}: text`, look(chip).color);
    check(`${status}: dot`, look(chip, "::before").backgroundColor);
    check(`${status}: border`, look(part(element, "root")).borderTopColor);
    if (status === "DOING") check("bar", look(part(element, "bar").firstElementChild).backgroundColor);
    if (status === "FAIL") check("error", look(part(element, "error")).borderInlineStartColor);
  }
  const { element, watches } = await put("sfs-turbo-tasks", { deletable: true });
  const tasks = [task(), task({ taskId: "task-2" })];
  await watches[0].give({ tasks, changed: tasks, count: 2 });
  part(element, "path").click();
  await element.updateComplete;
  const [chosen, other] = shadow(element).querySelectorAll("tbody tr");
  check("line between rows", look(other).borderTopColor);
  check("button", look(part(element, "delete")).borderTopColor);
  const outlines = [look(chosen).outlineStyle, look(other).outlineStyle];
  return { isForced: matchMedia("(forced-colors: active)").matches, statuses, unseen, outlines };
}

/** The entries of the manifest, and what the elements really have. */
export async function manifest() {
  clear();
  /** @type {Record<string, (string | null)[]>} */
  const parts = {};
  /** @type {Record<string, (string | undefined)[]>} */
  const slots = {};
  for (const tag of /** @type {const} */ (["sfs-turbo-task", "sfs-turbo-tasks"])) {
    const { element, watches } = await put(tag, { taskId, deletable: true });
    const isCard = tag === "sfs-turbo-task";
    await watches[0].give(isCard ? task() : { tasks: [task()], changed: [], count: 1 });
    /** @type {HTMLElement | null} */ (shadow(element).querySelector(".delete"))?.click();
    const names = (/** @type {string} */ selector, /** @type {string} */ name) => {
      const nodes = [...shadow(element).querySelectorAll(selector)];
      return [...new Set(nodes.map((node) => node.getAttribute(name)))].sort();
    };
    parts[tag] = names("[part]", "part").filter((name) => name !== "unseen");
    slots[tag] = names("slot", "name").map((name) => name?.replace(taskId, "{taskId}"));
  }
  const attributes = { "sfs-turbo-task": SfsTurboTask, "sfs-turbo-tasks": SfsTurboTasks };
  const observed = Object.entries(attributes).map(([tag, { observedAttributes }]) => [
    tag,
    [...observedAttributes].sort(),
  ]);
  return { parts, slots, observed: Object.fromEntries(observed) };
}

/** An element that is moved into the document of a frame keeps its style. */
export async function adopted() {
  clear();
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const { element, watches } = await putCard({});
  await watches[0].give(task());
  frame.contentDocument?.body.append(element);
  await turn();
  const result = [getComputedStyle(part(element, "root")).display, watches.length, watches[0].returned];
  frame.remove();
  return result;
}
