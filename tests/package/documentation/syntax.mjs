// The parts of a program of the documentation: the names it declares, the names it uses, whether it is a function body.
// @ts-check
import ts from "typescript";

/** @param {string} code */
function parse(code) {
  return ts.createSourceFile("program.ts", code, ts.ScriptTarget.ESNext, true);
}

/** A `catch` without a `try` gets one, whose call is the reader's. @param {string} code */
export function completed(code) {
  return code.startsWith("catch") ? `try {\n  await client.getTask({ shareId, taskId });\n}\n${code}` : code;
}

/** Whether it returns a value, which only a function body can do. @param {string} code */
export function returns(code) {
  /** @param {ts.Node} node @returns {boolean} */
  const has = (node) => {
    if (ts.isFunctionLike(node)) return false;
    return ts.isReturnStatement(node) || ts.forEachChild(node, has) === true;
  };
  return has(parse(code));
}

/** The names that its top-level statements declare. @param {string} code */
export function declaredNames(code) {
  /** @type {string[]} */
  const names = [];
  /** @param {ts.BindingName} name */
  const add = (name) => {
    if (ts.isIdentifier(name)) names.push(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) add(element.name);
  };
  for (const statement of parse(code).statements.filter(ts.isVariableStatement)) {
    for (const { name } of statement.declarationList.declarations) add(name);
  }
  return names;
}

/** The names of a list that it uses and does not import. @param {string} code @param {readonly string[]} list */
export function usedNames(code, list) {
  /** @type {Set<string>} */
  const used = new Set();
  const imported = new Set(declaredNames(code));
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) {
      const { name, namedBindings } = node.importClause ?? {};
      if (name) imported.add(name.text);
      if (namedBindings && ts.isNamespaceImport(namedBindings)) imported.add(namedBindings.name.text);
      if (namedBindings && ts.isNamedImports(namedBindings)) {
        for (const element of namedBindings.elements) imported.add(element.name.text);
      }
      return;
    }
    const isProperty =
      ts.isPropertyAccessExpression(node.parent ?? node) && /** @type {any} */ (node.parent).name === node;
    if (ts.isIdentifier(node) && !isProperty) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(code));
  return list.filter((name) => used.has(name) && !imported.has(name));
}

/** The names that definitions export, values and types. @param {string} text of a `.d.ts` */
export function exportedNames(text) {
  return parse(text)
    .statements.filter(ts.isExportDeclaration)
    .flatMap(({ exportClause }) =>
      exportClause && ts.isNamedExports(exportClause)
        ? exportClause.elements.map(({ name }) => name.text)
        : [],
    );
}
