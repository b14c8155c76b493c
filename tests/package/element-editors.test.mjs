// What editors know about the elements: two files with the same content, and with the types of the definitions.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { checkout, runProgram } from "./program.mjs";
import { installedManifest, installTarball } from "./tarball.mjs";

/** @type {string} */
let folder;
/** @type {any[]} of custom-elements.json */
let declarations;
/** @type {any} */
let webTypes;

before(async () => {
  folder = await installTarball();
  const manifest = installedManifest(folder);
  const read = (/** @type {string} */ path) =>
    JSON.parse(readFileSync(join(folder, "node_modules/sfs-turbo-tasks", path), "utf8"));
  declarations = read(manifest.customElements).modules.flatMap(
    (/** @type {any} */ module) => module.declarations,
  );
  webTypes = read(manifest["web-types"]);
});

test("both files name the same elements, attributes, properties, events, slots, parts and states", () => {
  const named = (/** @type {any[] | undefined} */ list, /** @type {string} */ form = "*") =>
    (list ?? []).map(({ name }) => form.replace("*", name));
  const told = webTypes.contributions.html.elements.map((/** @type {any} */ element) => [
    ...[element.name, element.source.symbol, element.description],
    ...[named(element.attributes), named(element.slots)],
    ...[named(element.js.properties), named(element.js.events)],
    ...[
      named(element.css.properties),
      named(element.css["pseudo-elements"]),
      named(element.css["pseudo-classes"]),
    ],
  ]);
  const fields = (/** @type {any} */ { members }) =>
    members.filter((/** @type {any} */ { kind }) => kind === "field");
  assert.deepEqual(
    told,
    declarations.map((element) => [
      ...[element.tagName, element.name, element.description],
      ...[named(element.attributes), named(element.slots)],
      ...[named(fields(element)), named(element.events)],
      ...[
        named(element.cssProperties),
        named(element.cssParts, "part(*)"),
        named(element.cssStates, "state(*)"),
      ],
    ]),
  );
  assert.deepEqual(
    told.map(([tag]) => tag),
    ["sfs-turbo-task", "sfs-turbo-tasks"],
  );
  const { name, version } = installedManifest(folder);
  assert.deepEqual([webTypes.name, webTypes.version], [name, version]);
});

test("their types are those of the definitions, and read-only properties cannot be set", async () => {
  const lines = webTypes.contributions.html.elements.flatMap((/** @type {any} */ element) => {
    const { symbol } = element.source;
    const properties = element.js.properties.map((/** @type {any} */ property) =>
      line("Same", `${symbol}["${property.name}"]`, property.type),
    );
    const settable = element.js.properties
      .filter((/** @type {any} */ property) => !property["read-only"])
      .map((/** @type {any} */ { name }) => JSON.stringify(name));
    const all = element.js.properties.map((/** @type {any} */ { name }) => JSON.stringify(name)).join(" | ");
    const events = element.js.events
      // An event of a protocol of web components, whose type is not this package's.
      .filter((/** @type {any} */ { name }) => name !== "context-request")
      .map((/** @type {any} */ event) => line("Same", `SfsTurboEventMap["${event.name}"]`, event.type));
    const attributes = element.attributes
      .filter((/** @type {any} */ { name }) => name !== "lang")
      .map((/** @type {any} */ { name, value }) =>
        line("Same", `NonNullable<${symbol}["${camelCase(name)}"]>`, value.type),
      );
    return [
      ...[...properties, ...events, ...attributes],
      line("Same", `Settable<${symbol}> & (${all})`, settable.join(" | ")),
    ];
  });
  const program = `
import type { SfsTurboEventMap, SfsTurboTask, SfsTurboTasks, ElementClient } from "sfs-turbo-tasks/element";
import type { Task } from "sfs-turbo-tasks";
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;
type Exact<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
type Settable<Type> = { [Key in keyof Type]: Exact<Pick<Type, Key>, { readonly [Same in Key]: Type[Key] }> extends true ? never : Key }[keyof Type];
export const checked = [
${lines.map((/** @type {string} */ text) => `  ${text},`).join("\n")}
] as const;
`;
  writeFileSync(join(folder, "types.mts"), program);
  assert.deepEqual(await compile("types.mts"), { stdout: "", code: 0 });

  // The check itself: a type that differs from the definitions fails.
  writeFileSync(join(folder, "wrong.mts"), program.replaceAll("ElementClient | null>", "ElementClient>"));
  assert.equal((await compile("wrong.mts")).code, 2);
});

/**
 * @param {string} check
 * @param {string} one
 * @param {string} other
 */
function line(check, one, other) {
  return `true satisfies ${check}<${one}, ${other}>`;
}

/** @param {string} file */
async function compile(file) {
  const compiler = join(checkout, "node_modules/typescript/bin/tsc");
  const options = ["--strict", "--noEmit", "--module", "nodenext", "--lib", "es2022,dom"];
  const args = [compiler, ...options, "--pretty", "false", file];
  const { code, stdout } = await runProgram(process.execPath, args, { cwd: folder });
  return { stdout, code };
}

/** @param {string} attribute */
function camelCase(attribute) {
  return attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
