// The client's own checks, all of them at once, and the request that would be sent.
import {
  createTask,
  isSfsTurboError,
  listTasks,
  type SfsTurboError,
  type StandaloneCreateTaskOptions,
} from "sfs-turbo-tasks";
import type { EndpointSettings } from "../service/connection";

/** A request as the client would send it. Its token is only a placeholder. */
export interface Preview {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isSigned: boolean;
}

/** The mistakes by field, in the order of the client's checks; without mistakes, the request. */
export interface Checked {
  readonly complaints: ReadonlyMap<string, SfsTurboError>;
  readonly preview: Preview | undefined;
}

type Call = (options: Readonly<Record<string, unknown>>) => Promise<unknown>;
type Values = Readonly<Record<string, unknown>>;

/** Values that pass each check, so the next check is reached. */
const FINE: Values = {
  ...{ endpoint: "https://fine.invalid", projectId: "fine", shareId: "fine", token: "fine" },
  ...{ type: "export", srcTarget: "fine", srcPrefix: "fine" },
  ...{ fileMode: 640, dirMode: 750, uid: 0, gid: 0 },
};

/** @param options The arguments of `createTask`, without the token. */
export function checkTask(options: Values, isSigned: boolean): Promise<Checked> {
  const call = (given: Values) => createTask(given as unknown as StandaloneCreateTaskOptions);
  return check(call, { ...options, token: isSigned ? "none" : null });
}

export function checkEndpoint(settings: EndpointSettings): Promise<Checked> {
  return check((given) => listTasks(given as unknown as Parameters<typeof listTasks>[0]), { ...settings });
}

async function check(call: Call, given: Values): Promise<Checked> {
  const complaints = new Map<string, SfsTurboError>();
  let preview: Preview | undefined;
  let options = given;
  for (;;) {
    const error = await call({
      ...options,
      maxRetries: 0,
      async fetch(url: string, { method, headers, body = "" }: Omit<Preview, "url" | "isSigned">) {
        preview = {
          method,
          url: new URL(url, location.href).href,
          headers,
          body,
          isSigned: "X-Auth-Token" in headers,
        };
        throw new TypeError("Nothing is sent.");
      },
    }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const field = isSfsTurboError(error) && error.kind === "invalid-request" ? error.field : undefined;
    if (!isSfsTurboError(error) || !field || complaints.has(field)) break;
    complaints.set(field, error);
    options = mended(options, field);
  }
  return { complaints, preview: complaints.size > 0 ? undefined : preview };
}

/** With valid values instead of the invalid ones. */
function mended(options: Values, field: string): Values {
  const [name = "", member] = field.split(".");
  if (member === undefined) return { ...options, [name]: FINE[name] };
  return { ...options, [name]: { ...(options[name] as Values), [member]: FINE[member] } };
}
