// The bill of materials (CycloneDX): the npm package, the bundled packages, and the crates in the core. npm and cargo-cyclonedx
// write one list each. This joins and validates them, and writes the result to target/release-files beside the tarball.
// @ts-check
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { Failure, mustRun, root } from "../run.mjs";
import { setUpCargoTool } from "../set-up/cargo-tool.mjs";
import { WASM_TARGET } from "../set-up.mjs";
import { readVersion } from "./version.mjs";

/** The folder of the tarball and the list, from the root of the checkout. */
export const RELEASE_FOLDER = "target/release-files";

const FORMAT = "1.5";
const CARGO_CYCLONEDX = { name: "cargo-cyclonedx", version: "0.5.9", expected: "2 to 4 minutes" };

/**
 * The fields of a list that are read.
 * @typedef {object} Component
 * @property {string} bom-ref
 * @property {string} name
 * @property {string} version
 * @typedef {{ metadata: { component: Component }, components?: Component[], dependencies: { ref: string, dependsOn?: string[] }[] }} Sbom
 */

export async function writeSbom() {
  const folder = `${root}${RELEASE_FOLDER}`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await mustRun("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { output: "capture" });
  const { version } = await readVersion();
  const sbom = joined(await ofPackage(), await ofBundled(), await ofCrates());
  const text = `${JSON.stringify(sbom, null, 2)}\n`;
  const problems = await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(text);
  if (problems !== null) throw new Failure(JSON.stringify(problems, null, 2));
  const file = `${RELEASE_FOLDER}/sfs-turbo-tasks-${version}.cdx.json`;
  await writeFile(`${root}${file}`, text);
  return `${sbom.components?.length} components, in ${file}`;
}

/**
 * One list: the package depends on the bundled packages, and on the crate with its dependencies.
 * @param {Sbom} own
 * @param {readonly Component[]} bundled
 * @param {Sbom} crates
 * @returns {Sbom}
 */
export function joined(own, bundled, crates) {
  const crate = crates.metadata.component;
  const ref = own.metadata.component["bom-ref"];
  const direct = [...bundled.map((component) => component["bom-ref"]), crate["bom-ref"]];
  return {
    ...own,
    components: [...bundled, withoutParts(crate), ...(crates.components ?? [])],
    dependencies: [{ ref, dependsOn: direct }, ...bundled.map(refOf), ...crates.dependencies],
  };
}

/** @param {Component} component */
const refOf = (component) => ({ ref: component["bom-ref"] });

/** A crate's libraries and programs are not separate components. @param {Component & { components?: unknown }} component */
function withoutParts({ components: _, ...component }) {
  return component;
}

/** @returns {Promise<Sbom>} */
async function ofPackage() {
  const { stdout } = await mustRun("npm", [...SBOM, "--omit", "dev"], { output: "capture" });
  const sbom = JSON.parse(stdout);
  // npm takes the name from the folder.
  sbom.metadata.component.name = JSON.parse(await readFile(`${root}package.json`, "utf8")).name;
  return sbom;
}

const SBOM = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];

/** The packages that the build has bundled, as npm describes them. @returns {Promise<Component[]>} */
async function ofBundled() {
  const licences = await readFile(`${root}dist/command-line/licences.txt`, "utf8");
  const names = [...licences.matchAll(/ contains parts of (\S+), under/g)].map(([, name]) => name);
  const { stdout } = await mustRun("npm", SBOM, { output: "capture" });
  /** @type {Sbom} */
  const all = JSON.parse(stdout);
  return names.map((name) => {
    const found = all.components?.find((component) => component.name === name);
    if (found === undefined) throw new Failure(`npm does not know ${name}, which is bundled`);
    // For npm it is a development tool of this checkout; for a user of the package it is a part of it.
    return { ...found, scope: "required", properties: [] };
  });
}

/** @returns {Promise<Sbom>} */
async function ofCrates() {
  const program = await setUpCargoTool(CARGO_CYCLONEDX);
  const name = "sfs-turbo-tasks.release";
  const args = ["cyclonedx", "--format", "json", "--spec-version", FORMAT, "--target", WASM_TARGET];
  await mustRun(program, [...args, "--no-build-deps", "--override-filename", name], { output: "capture" });
  // One for each crate of the workspace, beside its manifest.
  const written = await readdir(root, { recursive: false }).then((files) =>
    files.filter((file) => file.startsWith(name)),
  );
  const [file] = written;
  if (file === undefined) throw new Failure("cargo-cyclonedx wrote no list of this crate");
  const sbom = JSON.parse(await readFile(`${root}${file}`, "utf8"));
  await Promise.all(
    ["", "tools/wasm-bindgen/"].map((folder) => rm(`${root}${folder}${file}`, { force: true })),
  );
  return sbom;
}
