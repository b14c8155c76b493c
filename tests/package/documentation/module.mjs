// A program of the documentation as a module: with the imports that its page, or its definitions, take for granted.
// @ts-check
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { completed, exportedNames, returns, usedNames } from "./syntax.mjs";

/** @param {import("./programs.mjs").Program} program @param {string} folder a project with the tarball */
export function asModule({ code, entry }, folder) {
  const whole = completed(code);
  const own = exportsOf(entry, folder);
  const imports = [...new Set([entry, "sfs-turbo-tasks"])].flatMap((specifier) => {
    const names = usedNames(whole, exportsOf(specifier, folder));
    const others = specifier === entry ? names : names.filter((name) => !own.includes(name));
    return others.map((name) => `import { ${name} } from "${specifier}";\n`);
  });
  const inside = returns(whole) ? `export default async () => {\n${whole}};\n` : whole;
  return `${imports.join("")}${inside}export {};\n`;
}

/** @param {string} specifier @param {string} folder */
function exportsOf(specifier, folder) {
  const name = specifier === "sfs-turbo-tasks" ? "index" : specifier.split("/").slice(1).join("-");
  return exportedNames(readFileSync(join(folder, `node_modules/sfs-turbo-tasks/dist/${name}.d.ts`), "utf8"));
}
