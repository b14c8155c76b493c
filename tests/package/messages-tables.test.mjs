// Tables that add texts or languages, and the fallback for a text that they lack.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { messages, said } from "./message-scene.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

test("a new language has some texts of its own, and the others from English", async () => {
  const { addMessages, describeError, describeStatus, formatDuration, describeTask } = await importInstalled(
    await installTarball(),
    "sfs-turbo-tasks/messages",
  );
  const table = { statuses: { DOING: { title: "Läuft" } }, units: { hour: "Std." }, task: "{path} ({type})" };
  addMessages("de", table);
  table.statuses.DOING.title = "changed later";
  assert.deepEqual(describeStatus("DOING", "de-AT"), { title: "Läuft", explanation: "The task is running." });
  assert.equal(formatDuration(86_400_000 * 1_234 + 3_600_000, "de"), "1.234 d 1 Std.");
  assert.equal(describeTask({ type: "export", srcTarget: "a" }, "de").title, "a (Export)");
  assert.deepEqual([describeError(1, "de").title, describeError(1, "de").language], ["Unknown error", "de"]);
  addMessages("DE", { topics: { unknown: { title: "Unbekannt", actions: [] } }, codes: { "OBS.1": "Neu." } });
  const { title, explanation, actions, language } = describeError(1, "de");
  assert.deepEqual(
    [title, explanation, actions, language],
    ["Unbekannt", "Something unexpected went wrong.", [], "de"],
  );
  assert.equal(describeStatus("DOING", "de").title, "Läuft");
  const coded = { name: "SfsTurboError", kind: "rejected", errCode: "OBS.1" };
  assert.equal(describeError(coded, "de").explanation, "Neu.");
  assert.equal(describeError(coded, "en").explanation, "The service did not accept the request.");
});

test("a region of a language uses its own texts first, then the language's, then English", async () => {
  const { addMessages, describeStatus } = await importInstalled(
    await installTarball(),
    "sfs-turbo-tasks/messages",
  );
  addMessages("es-MX", { statuses: { DOING: { title: "Corriendo" }, PAUSED: { title: "En pausa" } } });
  addMessages("en", { statuses: { HELD: { title: "Held" } } });
  assert.deepEqual(describeStatus("DOING", "es_mx"), {
    title: "Corriendo",
    explanation: "La tarea está en curso.",
  });
  assert.equal(describeStatus("PAUSED", "es-MX").title, "En pausa");
  assert.equal(describeStatus("PAUSED", "es").title, "PAUSED");
  assert.equal(describeStatus("HELD", "es-MX").title, "Held");
  assert.equal(describeStatus("DOING", "en").title, "In progress");
});

test("an invalid table is refused, and changes nothing", () => {
  const { addMessages, describeStatus } = messages;
  /** @type {[args: unknown[], message: string][]} */
  const refused = [
    [[undefined, {}], "addMessages: locale must be a tag such as de or pt-BR"],
    [["", {}], "addMessages: locale must be a tag such as de or pt-BR"],
    [["en", undefined], "addMessages: the table must be an object of texts"],
    [["en", "text"], "addMessages: the table must be an object of texts"],
    [["en", { status: {} }], "addMessages: the table has no section status"],
    [["en", { constructor: {} }], "addMessages: the table has no section constructor"],
    [
      ["en", JSON.parse('{"__proto__":{"task":"polluted"}}')],
      "addMessages: the table has no section __proto__",
    ],
    [["en", { codes: { X: 5 } }], "addMessages: X must be text"],
    // Text in the place of an object would hide all texts of that place.
    [["en", { topics: "text" }], "addMessages: topics must be an object of texts"],
    [["en", { statuses: { DOING: "Running" } }], "addMessages: DOING must be an object of texts"],
    [["en", { statuses: { NEW: "New" } }], "addMessages: NEW must be an object of texts"],
    [["en", { task: { a: "b" } }], "addMessages: task must be text"],
    [["en", { units: { day: ["d"] } }], "addMessages: day must be text"],
    [["en", { topics: { unknown: { title: ["a"] } } }], "addMessages: title must be text"],
    [["en", { topics: { unknown: { actions: "a" } } }], "addMessages: actions must be a list of texts"],
    [["en", { topics: { unknown: { title: { a: "b" } } } }], "addMessages: title must be text"],
    [["en", { topics: { unknown: { actions: [5] } } }], "addMessages: actions must be a list of texts"],
  ];
  for (const [args, message] of refused) {
    assert.throws(() => addMessages(.../** @type {Parameters<typeof addMessages>} */ (args)), {
      name: "TypeError",
      message,
    });
  }
  addMessages("en", JSON.parse('{"codes":{"__proto__":"polluted"}}'));
  assert.equal(said(1, "en")[0], "Unknown error");
  assert.equal(describeStatus("DOING", "en").title, "In progress");
  assert.equal(Reflect.get({}, "task"), undefined);
});

test("an added language has a tag that pages and Intl accept, in whatever spelling it was added", () => {
  const { addMessages, describeError, formatDuration } = messages;
  addMessages("it_IT.UTF-8", { units: { day: "g" } });
  assert.equal(describeError(1, "it-it").language, "it-IT");
  assert.equal(formatDuration(86_400_000 * 12_345, "it"), "12.345 g");
});
