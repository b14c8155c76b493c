// Uses every public type and member as a user's program would; compiled, never run.
import {
  type AccessKey,
  type CallOptions,
  type CauseFields,
  type Client,
  type ClientOptions,
  type Credentials,
  createClient,
  type ErrorKind,
  type Fetch,
  type FetchInit,
  type FetchResponse,
  type GetTask,
  type GetTaskOptions,
  getTask,
  isSfsTurboError,
  type KnownRegion,
  type KnownTaskStatus,
  type KnownTaskType,
  type MissingOptions,
  type Place,
  type Region,
  type RetryDetails,
  SfsTurboError,
  type SfsTurboErrorFields,
  type SfsTurboErrorInit,
  type SfsTurboErrorJson,
  type Standalone,
  type StandaloneGetTaskOptions,
  type Task,
  type TaskStatus,
  type TaskType,
  type Token,
  type TokenContext,
} from "sfs-turbo-tasks";

/** Compiles only if both types are the same, so neither `any` nor a wider type passes. */
type Same<Left, Right> =
  (<Probe>() => Probe extends Left ? 1 : 2) extends <Probe>() => Probe extends Right ? 1 : 2 ? true : false;
function same<Left, Right>(_answer: Same<Left, Right>): void {}

// Tasks.
const ids = { shareId: "share", taskId: "task" };
declare const task: Task;
same<typeof task.taskId, string>(true);
same<typeof task.type, TaskType>(true);
same<typeof task.status, TaskStatus>(true);
same<typeof task.srcTarget, string>(true);
same<typeof task.srcPrefix, string>(true);
same<typeof task.destTarget, string>(true);
same<typeof task.destPrefix, string>(true);
same<typeof task.message, string>(true);
same<typeof task.startTime, Date | null>(true);
same<typeof task.endTime, Date | null>(true);
same<typeof task.requestId, string | null>(true);
same<typeof task.raw, Readonly<Record<string, unknown>>>(true);
same<
  keyof Task,
  | ("taskId" | "type" | "status" | "srcTarget" | "srcPrefix" | "destTarget" | "destPrefix" | "message")
  | ("startTime" | "endTime" | "requestId" | "raw")
>(true);
same<KnownTaskStatus, "DOING" | "SUCCESS" | "FAIL" | "DELETING">(true);
same<KnownTaskType, "import" | "import_metadata" | "preload" | "export">(true);
const newerStatus: TaskStatus = "PAUSED";
const newerType: TaskType = "mirror";
const ended: boolean = task.status === "SUCCESS" || task.status === newerStatus || task.type === newerType;

// Options.
const tokenFunction: Token = ({ rejected }: TokenContext) => rejected ?? "token";
const laterToken: Token = async () => "token";
same<TokenContext["rejected"], string | undefined>(true);
const accessKey: AccessKey = { accessKeyId: "a", secretAccessKey: "b", securityToken: undefined };
const keyFunction: Credentials = async () => ({ ...accessKey, expiration: new Date() });
const ownFetch: Fetch = (input, init) => fetch(input, init);
const platformFetch: Fetch = fetch;
const changingFetch: Fetch = (input, init) => {
  const headers = new Headers(init.headers);
  headers.set("x-added", "1");
  return fetch(input, { ...init, headers });
};
const answeringFetch: Fetch = async () => new Response("{}");
const leastFetch: Fetch = async (_input: string, _init: FetchInit): Promise<FetchResponse> => ({
  status: 200,
  headers: { get: () => null },
  text: async () => "{}",
});
const region: Region = "cn-north-4";
const newerRegion: Region = "cn-north-99";
const knownRegion: KnownRegion = "eu-west-101";
const places: Place[] = [{ region }, { endpoint: "/proxy" }];
const everyClientOption = {
  region: "cn-north-4",
  endpoint: "https://proxy.example",
  projectId: "project",
  token: tokenFunction,
  timeout: 60_000,
  attemptTimeout: 20_000,
  maxRetries: 2,
  maxResponseBytes: 1_048_576,
  allowInsecure: false,
  fetch: ownFetch,
  credentials: accessKey,
  headers: { "X-CSRF-Token": "a" },
  fetchOptions: { credentials: "same-origin", dispatcher: {} },
  onRetry: ({ error, attempt, delay }: RetryDetails) => {
    same<typeof error, SfsTurboError>(true);
    const told: [number, number] = [attempt, delay];
    void told;
  },
} satisfies Required<ClientOptions>;
const asHeaders: ClientOptions = { headers: new Headers() };
// @ts-expect-error The package sets it.
const refusedField: ClientOptions = { fetchOptions: { redirect: "follow" } };
// @ts-expect-error A secret is missing.
const noSecret: ClientOptions = { credentials: { accessKeyId: "a" } };
const proxied: Standalone = { endpoint: "/proxy", projectId: "project", token: null };
const signed: Standalone = { region: "cn-north-4", projectId: "project", credentials: keyFunction };
// @ts-expect-error A proxy that signs in has an endpoint.
const proxyWithoutPlace: Standalone = { region: "cn-north-4", projectId: "project", token: null };
void proxyWithoutPlace;
// @ts-expect-error Nothing signs in.
const notSignedIn: Standalone = { region: "cn-north-4", projectId: "project" };
void [asHeaders, refusedField, noSecret, proxied, signed, notSignedIn];
const everyOption: Required<GetTaskOptions> = {
  ...everyClientOption,
  ...ids,
  signal: new AbortController().signal,
};
const everyCallOption: Required<CallOptions> = everyOption;
const needed: Standalone = { region: newerRegion, projectId: "project", token: laterToken };
const standalone: StandaloneGetTaskOptions = { ...everyOption, ...needed };
const undefinedMeansDefault: ClientOptions = {
  region: undefined,
  token: undefined,
  fetch: undefined,
  timeout: undefined,
};

// Both ways to call: each call needs the options that the client was not given.
const client: Client = createClient(everyClientOption);
const { getTask: destructured } = client;
const inferring = createClient({
  region: "cn-north-4",
  projectId: "project",
  token: async ({ rejected }) => rejected ?? "token",
  fetch: (input, init) => fetch(input.trim(), init),
});
const bare = createClient({ ...undefinedMeansDefault, fetch: platformFetch });
const placed = createClient({ region: "cn-north-4", projectId: "project" });
const signedIn = createClient({ token: "token", fetch: changingFetch });
const getTaskOfClient: GetTask<unknown> = client.getTask;
same<MissingOptions<{ region: string; projectId: string; token: string }>, unknown>(true);
const answers: Promise<Task>[] = [
  getTask(standalone),
  getTask({ endpoint: "/proxy", projectId: "project", token: "token", ...ids }),
  client.getTask(everyOption),
  destructured(ids),
  inferring.getTask(ids),
  getTaskOfClient({ ...ids, ...everyCallOption }),
  bare.getTask({ ...ids, ...needed, signal: null }),
  placed.getTask({ ...ids, token: tokenFunction }),
  placed.getTask({ ...ids, token: "token", endpoint: "https://proxy.example", fetch: answeringFetch }),
  signedIn.getTask({ ...ids, region: knownRegion, projectId: "project", fetch: leastFetch }),
  ...places.map((place) => signedIn.getTask({ ...ids, ...place, projectId: "project" })),
];

// Errors.
const init: SfsTurboErrorInit = { kind: "network" };
const everyInit: Required<SfsTurboErrorInit> = {
  ...init,
  operation: "getTask",
  errCode: "CLIENT.NETWORK",
  errMsg: "refused",
  message: "refused",
  httpStatus: null,
  requestId: null,
  retryable: true,
  attempts: 1,
  field: null,
  encodedAuthorizationMessage: null,
  task: null,
  cause: new Error("underneath"),
};
const made: SfsTurboError = new SfsTurboError(everyInit);
const madeIsError: Error = made;
const name: "SfsTurboError" = made.name;
const json: SfsTurboErrorJson = made.toJSON();
const fields: SfsTurboErrorFields & { readonly name: "SfsTurboError" } = json;
const cause: CauseFields | null = json.cause;
const restored: SfsTurboError | undefined = SfsTurboError.fromJSON(JSON.parse(JSON.stringify(made)));
same<typeof fields.operation, string>(true);
same<typeof fields.kind, ErrorKind>(true);
same<typeof fields.httpStatus, number | null>(true);
same<typeof fields.requestId, string | null>(true);
same<typeof fields.field, string | null>(true);
same<typeof fields.encodedAuthorizationMessage, string | null>(true);
same<typeof fields.task, Task | null>(true);
same<typeof fields.cause, unknown>(true);

/** Every kind has a case: a new or removed kind stops this from compiling. */
export function advise(error: SfsTurboError): string {
  same<typeof error.errCode, string>(true);
  same<typeof error.errMsg, string>(true);
  same<typeof error.message, string>(true);
  same<typeof error.retryable, boolean>(true);
  same<typeof error.attempts, number>(true);
  switch (error.kind) {
    case "invalid-request":
      same<typeof error.field, string>(true);
      same<typeof error.httpStatus, null>(true);
      return error.field;
    case "unauthenticated":
    case "forbidden":
    case "not-found":
    case "throttled":
    case "rejected":
    case "unavailable":
      same<typeof error.httpStatus, number>(true);
      same<typeof error.field, null>(true);
      return String(error.httpStatus);
    case "invalid-response":
      same<typeof error.httpStatus, number | null>(true);
      same<typeof error.field, null>(true);
      return String(error.httpStatus);
    case "task-failed":
      same<typeof error.task, Task>(true);
      same<typeof error.httpStatus, null>(true);
      return error.task.message;
    case "no-credentials":
    case "network":
    case "timeout":
    case "runtime":
      same<typeof error.httpStatus, null>(true);
      same<typeof error.field, null>(true);
      return error.errCode;
    default: {
      const none: never = error;
      return none;
    }
  }
}

// In a function, since a CommonJS program has no top-level await.
export async function askAll(): Promise<Task[]> {
  try {
    return await Promise.all(answers);
  } catch (error) {
    same<typeof error, unknown>(true);
    if (!isSfsTurboError(error)) throw error;
    same<typeof error, SfsTurboError>(true);
    if (error instanceof SfsTurboError) advise(error);
    return [];
  }
}

export { cause, ended, madeIsError, name, restored };
