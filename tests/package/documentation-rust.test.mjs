// The program of docs/rust.md is the one that the Rust host's suite compiles and runs, in tests/common/documented.rs.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { blocks } from "./documentation/programs.mjs";
import { checkout } from "./program.mjs";

test("each program in Rust is the body of the function that is tested", () => {
  const programs = blocks().filter(({ language }) => language === "rust");
  const source = readFileSync(join(checkout, "tests/common/documented.rs"), "utf8");
  const [, body = ""] = /^async fn program\(.*\{\n([\s\S]*?)^\}/m.exec(source) ?? [];
  assert.deepEqual(
    programs.map(({ code }) => code),
    [body.replace(/^ {4}/gm, "")],
  );
});
