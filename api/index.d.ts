export type {
  AccessKey,
  CallOptions,
  CauseFields,
  Client,
  ClientOptions,
  CreatedTask,
  CreateTask,
  CreateTaskOptions,
  Credentials,
  DeletedTask,
  DeleteTask,
  DeleteTaskOptions,
  ErrorKind,
  Fault,
  Fetch,
  FetchInit,
  FetchOptions,
  FetchResponse,
  FollowOptions,
  GetTask,
  GetTaskOptions,
  HeaderList,
  KnownRegion,
  KnownTaskStatus,
  KnownTaskType,
  ListAllTasks,
  ListAllTasksOptions,
  ListTasks,
  ListTasksOptions,
  MissingOptions,
  OnlyOptions,
  Operations,
  Place,
  Region,
  RetryDetails,
  SfsTurboErrorFields,
  SfsTurboErrorInit,
  SfsTurboErrorJson,
  SignIn,
  Standalone,
  StandaloneCreateTaskOptions,
  StandaloneDeleteTaskOptions,
  StandaloneGetTaskOptions,
  StandaloneListAllTasksOptions,
  StandaloneListTasksOptions,
  StandaloneWaitForTaskOptions,
  StandaloneWatchTaskOptions,
  StandaloneWatchTasksOptions,
  Task,
  TaskAttributes,
  TaskFilter,
  TaskList,
  TaskPages,
  TaskStatus,
  TasksWatch,
  TaskType,
  TaskUpdate,
  TaskWatch,
  TimedTaskFilter,
  Token,
  TokenContext,
  WaitForEndOptions,
  WaitForTask,
  WaitForTaskOptions,
  Watching,
  WatchTask,
  WatchTaskOptions,
  WatchTasks,
  WatchTasksOptions,
};
export {
  createClient,
  createTask,
  deleteTask,
  getTask,
  isEnded,
  isSfsTurboError,
  listAllTasks,
  listTasks,
  SfsTurboError,
  waitForTask,
  watchTask,
  watchTasks,
};

interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly securityToken?: string | undefined;
  readonly expiration?: Date | undefined;
}

interface Api extends Operations<Standalone> {
  createClient<const Given extends ClientOptions>(defaults: Given & OnlyOptions<Given>): Client<Given>;
}

interface CallOptions extends ClientOptions {
  readonly signal?: AbortSignal | null | undefined;
}

interface CauseFields {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
  readonly cause?: CauseFields;
}

interface Client<Given extends ClientOptions = Standalone> extends Operations<MissingOptions<Given>> {}

interface ClientOptions {
  readonly region?: Region | undefined;
  readonly endpoint?: string | undefined;
  readonly projectId?: string | undefined;
  readonly token?: Token | null | undefined;
  readonly credentials?: Credentials | undefined;
  readonly timeout?: number | undefined;
  readonly attemptTimeout?: number | undefined;
  readonly maxRetries?: number | undefined;
  readonly maxResponseBytes?: number | undefined;
  readonly allowInsecure?: boolean | undefined;
  readonly fetch?: Fetch | undefined;
  readonly headers?: Readonly<Record<string, string>> | HeaderList | undefined;
  readonly fetchOptions?: FetchOptions | undefined;
  readonly onRetry?: ((details: RetryDetails) => void) | undefined;
}

type CreateTask<Missing> = (options: CreateTaskOptions & Missing) => Promise<CreatedTask>;

interface CreateTaskOptions extends CallOptions {
  readonly shareId: string;
  readonly type: KnownTaskType;
  readonly srcTarget: string;
  readonly srcPrefix?: string | undefined;
  readonly destTarget?: string | undefined;
  readonly destPrefix?: string | undefined;
  readonly attributes?: TaskAttributes | undefined;
}

interface CreatedTask {
  readonly taskId: string;
  readonly requestId: string | null;
  readonly raw: Readonly<Record<string, unknown>>;
}

type Credentials = AccessKey | (() => AccessKey | Promise<AccessKey>);

type DeleteTask<Missing> = (options: DeleteTaskOptions & Missing) => Promise<DeletedTask>;

interface DeleteTaskOptions extends GetTaskOptions {}

interface DeletedTask {
  readonly requestId: string | null;
}

type ErrorKind =
  | "invalid-request"
  | "no-credentials"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "throttled"
  | "rejected"
  | "unavailable"
  | "network"
  | "timeout"
  | "invalid-response"
  | "task-failed"
  | "runtime";

interface Fault {
  readonly error: SfsTurboError;
  readonly consecutive: number;
  readonly nextDelay: number;
}

type Fetch = (input: string, init: FetchInit) => Promise<FetchResponse>;

interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  redirect: "manual";
  credentials: "omit" | "same-origin" | "include";
  referrerPolicy: "no-referrer";
  cache?: "no-store";
  signal: AbortSignal;
}

interface FetchOptions {
  readonly credentials?: "omit" | "same-origin" | "include" | undefined;
  readonly [name: string]: unknown;
  readonly method?: never;
  readonly headers?: never;
  readonly body?: never;
  readonly signal?: never;
  readonly redirect?: never;
}

interface FetchResponse {
  readonly status: number;
  readonly headers: {
    get(name: string): string | null;
  };
  readonly body?: unknown;
  text(): Promise<string>;
}

interface FollowOptions<Seen> extends CallOptions {
  readonly interval?: number | ((seen: Seen, looks: number) => number | undefined) | undefined;
  readonly waitTimeout?: number | undefined;
  readonly maxConsecutiveFailures?: number | undefined;
  readonly whenHidden?: "slow" | "pause" | "same" | undefined;
  readonly onFault?: ((fault: Fault) => void) | undefined;
}

type GetTask<Missing> = (options: GetTaskOptions & Missing) => Promise<Task>;

interface GetTaskOptions extends CallOptions {
  readonly shareId: string;
  readonly taskId: string;
}

interface HeaderList {
  forEach(callback: (value: string, name: string) => void): void;
}

interface InvalidRequest extends Named {
  readonly kind: "invalid-request";
  readonly field: string;
  readonly httpStatus: null;
}

interface InvalidResponse extends Named {
  readonly kind: "invalid-response";
  readonly field: null;
  readonly httpStatus: number | null;
}

type KnownRegion =
  | "ae-ad-1"
  | "af-north-1"
  | "af-south-1"
  | "ap-southeast-1"
  | "ap-southeast-2"
  | "ap-southeast-3"
  | "ap-southeast-4"
  | "ap-southeast-5"
  | "cn-east-2"
  | "cn-east-3"
  | "cn-east-4"
  | "cn-east-5"
  | "cn-north-1"
  | "cn-north-11"
  | "cn-north-12"
  | "cn-north-2"
  | "cn-north-4"
  | "cn-north-9"
  | "cn-south-1"
  | "cn-south-2"
  | "cn-south-4"
  | "cn-southwest-2"
  | "cn-southwest-3"
  | "eu-west-101"
  | "la-north-2"
  | "la-south-2"
  | "me-east-1"
  | "my-kualalumpur-1"
  | "na-mexico-1"
  | "ru-moscow-1"
  | "sa-brazil-1"
  | "tr-west-1";

type KnownTaskStatus = "DOING" | "SUCCESS" | "FAIL" | "DELETING";

type KnownTaskType = "import" | "import_metadata" | "preload" | "export";

type ListAllTasks<Missing> = (options: ListAllTasksOptions & Missing) => TaskPages;

interface ListAllTasksOptions extends CallOptions, TimedTaskFilter {
  readonly pageSize?: number | undefined;
  readonly maxItems?: number | undefined;
}

type ListTasks<Missing> = (options: ListTasksOptions & Missing) => Promise<TaskList>;

interface ListTasksOptions extends CallOptions, TimedTaskFilter {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

type MissingOptions<Given> = (Given extends Place ? unknown : Place) &
  (Given extends {
    readonly projectId: string;
  }
    ? unknown
    : {
        readonly projectId: string;
      }) &
  (Given extends
    | {
        readonly token: Token | null;
      }
    | {
        readonly credentials: Credentials;
      }
    ? unknown
    : SignIn);

interface Named extends Error, SfsTurboErrorFields {
  readonly name: "SfsTurboError";
  readonly message: string;
  readonly cause?: unknown;
  toJSON(): SfsTurboErrorJson;
}

type OnlyOptions<Given> = {
  readonly [Name in Exclude<keyof Given, keyof ClientOptions>]?: never;
};

interface Operations<Missing> {
  getTask: GetTask<Missing>;
  listTasks: ListTasks<Missing>;
  listAllTasks: ListAllTasks<Missing>;
  createTask: CreateTask<Missing>;
  deleteTask: DeleteTask<Missing>;
  waitForTask: WaitForTask<Missing>;
  watchTask: WatchTask<Missing>;
  watchTasks: WatchTasks<Missing>;
}

type Place =
  | {
      readonly region: Region;
    }
  | {
      readonly endpoint: string;
    };

interface Refused extends Named {
  readonly kind: RefusedKind;
  readonly field: null;
  readonly httpStatus: number;
}

type RefusedKind = "unauthenticated" | "forbidden" | "not-found" | "throttled" | "rejected" | "unavailable";

type Region = KnownRegion | (string & {});

interface RetryDetails {
  readonly error: SfsTurboError;
  readonly attempt: number;
  readonly delay: number;
}

type SfsTurboError = InvalidRequest | Refused | InvalidResponse | TaskFailed | Unanswered;

declare const SfsTurboError: {
  new (init: SfsTurboErrorInit): SfsTurboError;
  readonly prototype: SfsTurboError;
  fromJSON(value: unknown): SfsTurboError | undefined;
};

interface SfsTurboErrorFields {
  readonly kind: ErrorKind;
  readonly operation: string;
  readonly errCode: string;
  readonly errMsg: string;
  readonly message: string;
  readonly httpStatus: number | null;
  readonly requestId: string | null;
  readonly retryable: boolean;
  readonly attempts: number;
  readonly field: string | null;
  readonly encodedAuthorizationMessage: string | null;
  readonly task: Task | null;
  readonly cause?: unknown;
}

interface SfsTurboErrorInit {
  readonly kind: ErrorKind;
  readonly operation?: string | undefined;
  readonly errCode?: string | undefined;
  readonly errMsg?: string | undefined;
  readonly message?: string | undefined;
  readonly httpStatus?: number | null | undefined;
  readonly requestId?: string | null | undefined;
  readonly retryable?: boolean | undefined;
  readonly attempts?: number | undefined;
  readonly field?: string | null | undefined;
  readonly encodedAuthorizationMessage?: string | null | undefined;
  readonly task?: Task | null | undefined;
  readonly cause?: unknown;
}

interface SfsTurboErrorJson extends Omit<SfsTurboErrorFields, "cause"> {
  readonly name: "SfsTurboError";
  readonly cause: CauseFields | null;
}

type SignIn =
  | {
      readonly token: Token;
    }
  | {
      readonly token: null;
      readonly endpoint: string;
    }
  | {
      readonly credentials: Credentials;
    };

type Standalone = Place &
  SignIn & {
    readonly projectId: string;
  };

type StandaloneCreateTaskOptions = CreateTaskOptions & Standalone;

type StandaloneDeleteTaskOptions = DeleteTaskOptions & Standalone;

type StandaloneGetTaskOptions = GetTaskOptions & Standalone;

type StandaloneListAllTasksOptions = ListAllTasksOptions & Standalone;

type StandaloneListTasksOptions = ListTasksOptions & Standalone;

type StandaloneWaitForTaskOptions = WaitForTaskOptions & Standalone;

type StandaloneWatchTaskOptions = WatchTaskOptions & Standalone;

type StandaloneWatchTasksOptions = WatchTasksOptions & Standalone;

interface Task {
  readonly taskId: string;
  readonly type: TaskType;
  readonly status: TaskStatus;
  readonly srcTarget: string;
  readonly srcPrefix: string;
  readonly destTarget: string;
  readonly destPrefix: string;
  readonly message: string;
  readonly startTime: Date | null;
  readonly endTime: Date | null;
  readonly requestId: string | null;
  readonly raw: Readonly<Record<string, unknown>>;
}

interface TaskAttributes {
  readonly fileMode?: number | undefined;
  readonly dirMode?: number | undefined;
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
}

interface TaskFailed extends Named {
  readonly kind: "task-failed";
  readonly field: null;
  readonly httpStatus: null;
  readonly task: Task;
}

interface TaskFilter {
  readonly shareId: string;
  readonly type?: TaskType | undefined;
  readonly status?: TaskStatus | undefined;
}

interface TaskList {
  readonly tasks: readonly Task[];
  readonly count: number;
  readonly requestId: string | null;
  readonly raw: Readonly<Record<string, unknown>>;
}

interface TaskPages extends AsyncIterable<Task> {
  byPage(): AsyncIterable<TaskList>;
  toArray(options: { readonly limit: number }): Promise<Task[]>;
}

type TaskStatus = KnownTaskStatus | (string & {});

type TaskType = KnownTaskType | (string & {});

interface TaskUpdate extends TaskList {
  readonly changed: readonly Task[];
}

type TaskWatch = Watching<Task, Task | undefined>;

type TasksWatch = Watching<TaskUpdate, undefined>;

interface TimedTaskFilter extends TaskFilter {
  readonly startTime?: Date | string | undefined;
  readonly endTime?: Date | string | undefined;
}

type Token = string | ((context: TokenContext) => string | Promise<string>);

interface TokenContext {
  readonly rejected: string | undefined;
}

interface Unanswered extends Named {
  readonly kind: UnansweredKind;
  readonly field: null;
  readonly httpStatus: null;
}

type UnansweredKind = "no-credentials" | "network" | "timeout" | "runtime";

type WaitForEndOptions = WaitForTaskOptions & {
  readonly until?: "ended" | undefined;
};

interface WaitForTask<Missing> {
  (options: WaitForEndOptions & Missing): Promise<Task>;
  (options: WaitForTaskOptions & Missing): Promise<Task | null>;
}

interface WaitForTaskOptions extends GetTaskOptions, FollowOptions<Task> {
  readonly until?: "ended" | "deleted" | undefined;
  readonly onUpdate?: ((task: Task, previous: Task | undefined) => void) | undefined;
  readonly raw?: unknown;
}

type WatchTask<Missing> = (options: WatchTaskOptions & Missing) => TaskWatch;

interface WatchTaskOptions extends GetTaskOptions, FollowOptions<Task> {
  readonly raw?: unknown;
}

type WatchTasks<Missing> = (options: WatchTasksOptions & Missing) => TasksWatch;

interface WatchTasksOptions extends TaskFilter, FollowOptions<TaskUpdate> {
  readonly limit?: number | undefined;
}

interface Watching<Value, End> {
  next(): Promise<IteratorResult<Value, End>>;
  return(value?: unknown): Promise<IteratorResult<Value, End>>;
  throw(error?: unknown): Promise<IteratorResult<Value, End>>;
  [Symbol.asyncIterator](): Watching<Value, End>;
  [Symbol.asyncDispose](): Promise<void>;
}

declare const createClient: Api["createClient"];

declare const createTask: Api["createTask"];

declare const deleteTask: Api["deleteTask"];

declare const getTask: Api["getTask"];

declare global {
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol;
  }
}

declare function isEnded(task: Pick<Task, "status">): boolean;

declare function isSfsTurboError(value: unknown): value is SfsTurboError;

declare const listAllTasks: Api["listAllTasks"];

declare const listTasks: Api["listTasks"];

declare const waitForTask: Api["waitForTask"];

declare const watchTask: Api["watchTask"];

declare const watchTasks: Api["watchTasks"];
