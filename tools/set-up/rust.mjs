// Sets up the Rust side: the wasm32 target, and wasm-bindgen's tools as pinned by Cargo.lock.
// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, mustRun, root, run } from "../run.mjs";
import { fingerprint, isStamped, stamp, step } from "./step.mjs";

export const WASM_TARGET = "wasm32-unknown-unknown";

// If a step fails, its own message is enough, without the stack of cargo or rustup.
/** @type {import("../run.mjs").RunOptions} */
const captured = { output: "capture", env: { RUST_BACKTRACE: "0" } };

const INSTALL_RUST = "Install Rust with rustup (https://rustup.rs), open a new terminal and try again.";

/**
 * @typedef {object} RustTools
 * @property {string} targetDirectory where cargo puts what it builds
 * @property {string} writeGlue wasm-bindgen: writes the JavaScript glue of a compiled core
 * @property {string} runTests wasm-bindgen-test-runner: runs a compiled wasm test
 */

/**
 * The paths of the tools; they exist after `setUpRust` has built them.
 * @returns {Promise<RustTools>}
 */
export async function rustTools() {
  const { stdout } = await cargo(["metadata", "--format-version", "1", "--no-deps", "--quiet"]);
  /** @type {string} */
  const targetDirectory = JSON.parse(stdout).target_directory;
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binary = (/** @type {string} */ name) => join(targetDirectory, "debug", `${name}${suffix}`);
  return { targetDirectory, writeGlue: binary("write-glue"), runTests: binary("run-tests") };
}

/**
 * Adds the wasm32 target and builds the tools, unless they exist.
 * @returns {Promise<RustTools>}
 * @throws {Failure} if Rust is missing, or one of the steps fails
 */
export async function setUpRust() {
  await addWasmTarget();
  const tools = await rustTools();
  const { stdout: compiler } = await mustRun("rustc", ["-vV"], captured);
  const crate = ["Cargo.toml", "src/bin/write-glue.rs", "src/bin/run-tests.rs"].map(
    (file) => `tools/wasm-bindgen/${file}`,
  );
  const built = fingerprint(
    compiler,
    ...["Cargo.lock", ...crate].map((file) => readFileSync(join(root, file))),
  );
  const stampFile = join(tools.targetDirectory, "debug", ".set-up");
  if (isStamped(stampFile, built) && existsSync(tools.writeGlue) && existsSync(tools.runTests)) return tools;
  await step("building wasm-bindgen's tools with cargo", "70 to 100 s the first time", () =>
    mustRun("cargo", ["build", "--locked", "--package", "wasm-bindgen-tools"]),
  );
  stamp(stampFile, built);
  return tools;
}

/**
 * Adds the parts of the toolchain that check the Rust sources; rustup's minimal profile leaves them out.
 * @throws {Failure} if they are missing and cannot be added
 */
export async function setUpRustLints() {
  for (const [component, subcommand] of [
    ["rustfmt", "fmt"],
    ["clippy", "clippy"],
  ]) {
    const { code } = await run("cargo", [subcommand ?? "", "--version"], captured);
    if (code !== 0) await addWithRustup("component", component ?? "");
  }
}

async function addWasmTarget() {
  await cargo(["--version"]);
  const { stdout } = await mustRun("rustc", ["--print", "target-libdir", "--target", WASM_TARGET], {
    output: "capture",
  });
  // rustc names the folder whether or not the target is installed.
  if (!existsSync(stdout.trim())) await addWithRustup("target", WASM_TARGET);
}

/**
 * @param {"component" | "target"} kind
 * @param {string} name
 */
async function addWithRustup(kind, name) {
  // Checked first, so a Rust without rustup gets its own sentence.
  await run("rustup", ["--version"], captured).catch(() => {
    throw new Failure(
      `This Rust lacks the ${kind} ${name}, and there is no rustup to add it. ${INSTALL_RUST}`,
    );
  });
  await step(`adding Rust's ${kind} ${name} with rustup`, "about 10 s", () =>
    mustRun("rustup", [kind, "add", name], captured),
  );
}

/** @param {readonly string[]} args */
async function cargo(args) {
  try {
    return await mustRun("cargo", args, captured);
  } catch (error) {
    if (error instanceof Failure && error.message.includes("not found in PATH")) {
      throw new Failure(`cargo was not found. ${INSTALL_RUST}`);
    }
    throw error;
  }
}
