// The Content-Security-Policy of each page of the site: only the site's own files, and only the inline code that it lists.
// @ts-check
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "parse5";
import { Failure } from "../run.mjs";
import { filesBelow } from "./files.mjs";
import { attribute, elementsOf, textOf } from "./html.mjs";

/** The folders whose pages run the core. */
const WITH_CORE = ["gallery/", "console/"];

const CHARSET = /<meta charset="utf-8" ?\/?>/i;

/** @param {string} site */
export async function setPolicies(site) {
  for (const file of await filesBelow(site)) {
    if (!file.endsWith(".html")) continue;
    const path = join(site, file);
    await writeFile(path, withPolicy(file, await readFile(path, "utf8")));
  }
}

/**
 * @param {string} file below the site
 * @param {string} html
 * @returns {string} with a policy; an existing policy is kept
 */
function withPolicy(file, html) {
  const elements = elementsOf(parse(html));
  const hasOwn = elements.some((element) => attribute(element, "http-equiv") === "Content-Security-Policy");
  if (hasOwn) return html;
  if (elements.some((element) => element.tagName === "style" || attribute(element, "style") !== undefined)) {
    throw new Failure(`${file} has a style within, which its policy would refuse.`);
  }
  const inline = elements.filter(
    (element) => element.tagName === "script" && attribute(element, "src") === undefined,
  );
  const scripts = [
    "'self'",
    ...(WITH_CORE.some((folder) => file.startsWith(folder)) ? ["'wasm-unsafe-eval'"] : []),
    ...new Set(inline.map((element) => `'sha256-${sha256(textOf(element))}'`)),
  ];
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(" ")}`,
    "style-src 'self'",
    // The style sheet contains some of its icons.
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  if (!CHARSET.test(html))
    throw new Failure(`${file} does not say its charset, after which its policy stands.`);
  return html.replace(
    CHARSET,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}

/** @param {string} text */
function sha256(text) {
  return createHash("sha256").update(text).digest("base64");
}
