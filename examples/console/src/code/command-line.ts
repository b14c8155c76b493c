// A call on the package's command line.
import type { Call } from "./call";
import { folded, quoted } from "./shell";

const COMMANDS: Readonly<Record<Call["name"], string>> = {
  createTask: "create",
  listTasks: "list",
  getTask: "get",
  deleteTask: "delete",
};

/** The flag of each option. */
const FLAGS: Readonly<Record<string, string>> = {
  ...{ srcTarget: "src-target", srcPrefix: "src-prefix", fileMode: "file-mode", dirMode: "dir-mode" },
  ...{ uid: "uid", gid: "gid", type: "type", status: "status", limit: "limit" },
};

export function commandLine({ name, endpoint, projectId, shareId, taskId, options, isSigned }: Call): string {
  const { type, attributes, ...rest } = options;
  const argument = name === "createTask" ? String(type) : taskId;
  const command = ["sfs-turbo-tasks", COMMANDS[name], ...(argument ? [quoted(argument)] : [])].join(" ");
  const filter = name === "listTasks" && type !== undefined ? { type } : {};
  const all = { ...filter, ...rest, ...Object(attributes) };
  return folded([
    // It always signs in; a proxy that adds the token replaces this one.
    isSigned ? command : `SFS_TURBO_TOKEN=added-by-the-proxy ${command}`,
    ...Object.entries(all).flatMap(([option, value]) => flag(FLAGS[option], String(value))),
    ...(name === "deleteTask" ? ["--yes"] : []),
    ...flag("share", shareId),
    ...flag("project", projectId),
    ...flag("endpoint", endpoint),
  ]);
}

function flag(name: string | undefined, value: string): string[] {
  if (name === undefined) return [];
  // A value that begins with a dash would be read as a flag.
  return [value.startsWith("-") ? `--${name}=${quoted(value)}` : `--${name} ${quoted(value)}`];
}
