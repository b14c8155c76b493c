// A call in JavaScript, as a module that runs in Node.
import type { Call } from "./call";

/** The statement that uses the result of a call. */
const USES: Readonly<Record<Call["name"], readonly [result: string, use: string]>> = {
  createTask: ["const { taskId } = ", "console.log(taskId);"],
  listTasks: ["const { tasks, count } = ", "console.log(count, tasks);"],
  getTask: ["const task = ", "console.log(task.status, task.message);"],
  deleteTask: ["", ""],
};

export function javascript({ name, endpoint, projectId, shareId, taskId, options, isSigned }: Call): string {
  const [result, use] = USES[name];
  const client = [
    `endpoint: ${JSON.stringify(endpoint)}`,
    `projectId: ${JSON.stringify(projectId)}`,
    `token: ${isSigned ? "process.env.SFS_TURBO_TOKEN" : "null"}`,
  ];
  const given = { shareId, ...(taskId ? { taskId } : {}), ...options };
  const members = Object.entries(given).map(([key, value]) => `${key}: ${literal(value)}`);
  return [
    'import { createClient } from "sfs-turbo-tasks";',
    "",
    `const client = createClient(${braced(client)});`,
    "",
    `${result}await client.${name}(${braced(members)});`,
    use,
  ]
    .join("\n")
    .trimEnd();
}

function braced(members: readonly string[]): string {
  return `{\n${members.map((member) => `  ${member},\n`).join("")}}`;
}

function literal(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${key}: ${literal(member)}`);
  return `{ ${members.join(", ")} }`;
}
