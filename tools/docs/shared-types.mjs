// Links the types that every definition file repeats to those of the client. The bundles of type definitions are independent, so
// `Task` of the elements and `Task` of the client are two declarations, and only the client exports it.
// @ts-check
import { TypeScript } from "typedoc";
import { packageEntries } from "./entries.mjs";

/** @param {import("typedoc").Context} context once everything is converted, and before links are made */
export function linkSharedTypes(context) {
  const { project } = context;
  const [main, ...others] = packageEntries();
  const client = project.children?.find(({ name }) => name === main?.specifier);
  for (const program of context.programs) {
    for (const { types } of others) {
      const file = program.getSourceFile(types);
      if (file === undefined) continue;
      for (const symbol of program.getTypeChecker().getSymbolsInScope(file, TypeScript.SymbolFlags.Type)) {
        const isOfFile = symbol.declarations?.some((declaration) => declaration.getSourceFile() === file);
        const shared = client?.children?.find(({ name }) => name === symbol.name);
        if (!isOfFile || !shared || context.getReflectionFromSymbol(symbol)) continue;
        project.registerSymbolId(shared, context.createSymbolId(symbol));
      }
    }
  }
}
