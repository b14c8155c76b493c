// Links the types that every definition file has a copy of to those of the client: the bundles of type definitions stand alone,
// so that `Task` of the elements is another declaration than `Task` of the client, and no entry but that one exports it.
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
