// The names in the documentation's programs that the reader provides, with their types, and which program uses which.
// @ts-check

const PACKAGE = 'import("sfs-turbo-tasks")';

/** Declarations for the whole program of TypeScript, by the names that they declare. @type {Record<string, string>} */
export const READERS_NAMES = {
  client: `const client: ${PACKAGE}.Client;`,
  ...Object.fromEntries(
    [
      "shareId",
      "taskId",
      "projectId",
      "token",
      "oldest",
      "csrfToken",
      "userName",
      "password",
      "domainName",
    ].map((name) => [name, `const ${name}: string;`]),
  ),
  task: `const task: ${PACKAGE}.Task;`,
  tasks: `const tasks: readonly ${PACKAGE}.Task[];`,
  error: "const error: unknown;",
  emulator: 'const emulator: import("sfs-turbo-tasks/emulator").Emulator;',
  credentials: 'const credentials: import("sfs-turbo-tasks/credentials").KeySource;',
  fromVault: 'const fromVault: import("sfs-turbo-tasks/credentials").KeySource;',
  session: "const session: { token(): Promise<string> };",
  worker: "const worker: Worker;",
  line: "const line: HTMLElement;",
  show: "function show(...shown: unknown[]): void;",
  draw: `function draw(tasks: readonly ${PACKAGE}.Task[], changed: readonly unknown[]): void;`,
  remove: "function remove(taskId: string): void;",
  explain: "function explain(errCode: string): void;",
  later: "function later(): void;",
  report: `function report(error: ${PACKAGE}.SfsTurboError): void;`,
  open: `function open(task: ${PACKAGE}.Task): void;`,
};

/** The names that every example of a definition may use. */
const USUAL = ["client", "emulator", "shareId", "taskId", "projectId", "token", "task", "tasks"];

/** What each program of a page takes, and an example beside the usual. @type {Record<string, string[]>} */
const TAKEN = {
  "README.md, With an access key 2": ["projectId"],
  "README.md, With a proxy that signs in 1": ["projectId"],
  "README.md, Start a task 1": ["client"],
  "README.md, Follow it 1": ["client", "shareId", "taskId"],
  "README.md, Follow it 2": ["client", "draw", "shareId", "show", "taskId"],
  "README.md, Follow it 3": ["line", "task"],
  "README.md, List, get, delete 1": ["client", "shareId", "taskId"],
  "README.md, Errors 1": ["client", "explain", "later", "remove", "report", "shareId", "taskId"],
  "README.md, Elements for a page 1": ["projectId"],
  "README.md, In words, for people 1": ["client", "shareId", "show", "taskId"],
  "docs/credentials.md, Keys and tokens 1": ["projectId"],
  "docs/credentials.md, Getting a token 1": ["domainName", "password", "projectId", "userName"],
  "docs/proxies.md, A proxy on your own origin 1": ["projectId"],
  "docs/proxies.md, A company's proxy, in Node 1": ["projectId", "token"],
  "index, isSfsTurboError": ["error"],
  "index, SfsTurboError.fromJSON": ["worker"],
  "index, createClient": ["session"],
  "index, ClientOptions.headers": ["csrfToken"],
  "index, Operations.watchTask": ["show"],
  "index, Operations.watchTasks": ["show"],
  "emulator, Emulator.beforeNextList": ["oldest"],
  "credentials, fromChain": ["fromVault"],
  "credentials, CredentialsError": ["credentials"],
  "credentials, fromPassword": ["password"],
  "credentials, fromTemporaryKeys": ["domainName", "password", "userName"],
  "messages, describeError": ["error"],
  "element, SfsTurboTasks": ["open"],
};

/** The names that a program may use, and whether it has to use all of them. @param {string} name */
export function allowedNames(name) {
  const taken = TAKEN[name] ?? [];
  return name.includes(".md, ") ? { all: true, taken } : { all: false, taken: [...USUAL, ...taken] };
}

/** The names of programs that the table has. */
export const TABLED = Object.keys(TAKEN);
