// The call of a request, read from the request.

/** The parts of a request that show its call. */
export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether it contains a token; otherwise a proxy adds it. */
  readonly isSigned: boolean;
}

export interface Call {
  readonly name: "createTask" | "listTasks" | "getTask" | "deleteTask";
  readonly endpoint: string;
  readonly projectId: string;
  readonly shareId: string;
  readonly taskId: string;
  /** Its other options, in the package's names. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly isSigned: boolean;
}

const ROUTE = /^(.*)\/v1\/([^/]+)\/sfs-turbo\/([^/]+)\/hpc-cache\/(tasks?)(?:\/([^/]+))?$/;

/** The package's name of each field of a body. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ type: "type", src_target: "srcTarget", src_prefix: "srcPrefix", attributes: "attributes" },
  ...{ file_mode: "fileMode", dir_mode: "dirMode", uid: "uid", gid: "gid" },
};

/** @returns `undefined` for a request to another service. */
export function callOf({ method, url, body, isSigned }: Request): Call | undefined {
  const { origin, pathname, searchParams } = new URL(url);
  const route = ROUTE.exec(pathname);
  if (!route) return undefined;
  const [, path = "", projectId = "", shareId = "", resource, taskId = ""] = route.map((one) =>
    decodeURIComponent(one ?? ""),
  );
  const read = method === "GET" ? (resource === "tasks" ? "listTasks" : "getTask") : "deleteTask";
  const name = method === "POST" ? "createTask" : read;
  const options = name === "createTask" ? renamed(JSON.parse(body)) : filters(searchParams);
  return { name, endpoint: origin + path, projectId, shareId, taskId, options, isSigned };
}

/** With the package's names, and without values that follow from the others. */
function renamed(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => {
      const name = NAMES[field];
      if (name === undefined) return [];
      return [[name, typeof value === "object" && value !== null ? renamed({ ...value }) : value]];
    }),
  );
}

function filters(query: URLSearchParams): Record<string, unknown> {
  const { type, status, limit } = Object.fromEntries(query);
  return {
    ...(type ? { type } : {}),
    ...(status ? { status } : {}),
    ...(limit ? { limit: Number(limit) } : {}),
  };
}
