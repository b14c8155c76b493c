export type {
  ClientContext,
  DescribedError,
  ElementClient,
  ElementMessages,
  SfsTurboEventMap,
  SfsTurboEvents,
  SfsTurboJsx,
  TaskState,
  Words,
};
export { addWords, SfsTurboElement, SfsTurboTask, SfsTurboTasks };

interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly securityToken?: string | undefined;
  readonly expiration?: Date | undefined;
}

declare const Base: typeof HTMLElement;

interface CallOptions extends ClientOptions {
  readonly signal?: AbortSignal | null | undefined;
}

interface CauseFields {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
  readonly cause?: CauseFields;
}

type ClientContext = string & {
  readonly __context__: ElementClient;
};

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

interface DescribedError {
  readonly title: string;
  readonly explanation: string;
  readonly actions: readonly string[];
  readonly serviceMessage: string | null;
}

type ElementClient = Pick<Operations<unknown>, "watchTask" | "watchTasks" | "deleteTask">;

interface ElementMessages {
  describeError?(error: unknown, locale?: string): DescribedError;
  describeStatus?(
    status: string,
    locale?: string,
  ): {
    readonly title: string;
  };
  describeType?(
    type: string,
    locale?: string,
  ): {
    readonly title: string;
  };
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

type Listeners<Names extends keyof SfsTurboEventMap> = {
  readonly [Name in Names as `on${Name}`]?: ((event: SfsTurboEventMap[Name]) => void) | undefined;
};

declare abstract class LiveElement extends Base {
  protected failed:
    | {
        readonly error: unknown;
      }
    | undefined;
  protected interruption:
    | {
        readonly error: unknown;
        readonly until: number;
      }
    | undefined;
  protected isOver: boolean;
  protected seenAt: number;
  private identity;
  private pace;
  private pending;
  private stop;
  private onLook;
  abstract get client(): ElementClient | null;
  abstract get interval(): number | undefined;
  abstract get paused(): boolean;
  protected abstract followed(): readonly unknown[];
  protected abstract watch(
    client: ElementClient,
    options: FollowOptions<unknown>,
  ): Watching<unknown, unknown>;
  protected abstract see(value: unknown): void;
  protected abstract end(): void;
  protected abstract draw(): void;
  get updateComplete(): Promise<void>;
  refresh(): Promise<void>;
  connectedCallback(): void;
  disconnectedCallback(): void;
  attributeChangedCallback(): void;
  protected update(): void;
  protected get isWanted(): boolean;
  private settle;
  private start;
  private finish;
  private begin;
  private halt;
  private answer;
  private looked;
}

interface Named extends Error, SfsTurboErrorFields {
  readonly name: "SfsTurboError";
  readonly message: string;
  readonly cause?: unknown;
  toJSON(): SfsTurboErrorJson;
}

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

type Settable<Element, Names extends keyof Element> = {
  readonly [Name in Names]?: Element[Name] | undefined;
};

declare abstract class SfsTurboElement extends LiveElement {
  static messages: ElementMessages | undefined;
  static readonly context: ClientContext;
  static readonly tag: string;
  protected static readonly properties: readonly string[];
  static define(tag?: string, registry?: CustomElementRegistry | undefined): void;
  protected readonly root: HTMLDivElement;
  protected readonly voice: HTMLSpanElement;
  protected readonly notice: HTMLElement;
  private readonly notify;
  private given;
  private provided;
  private stopProviding;
  private stopClock;
  constructor();
  get client(): ElementClient | null;
  set client(client: ElementClient | null | undefined);
  get shareId(): string;
  set shareId(id: string | null | undefined);
  get interval(): number | undefined;
  set interval(milliseconds: number | null | undefined);
  get paused(): boolean;
  set paused(isPaused: boolean);
  get error(): unknown;
  connectedCallback(): void;
  disconnectedCallback(): void;
  protected abstract render(speech: Speech): boolean;
  protected text(attribute: string): string;
  protected speak(text: string): void;
  protected explain(speech: Speech, other: unknown, isAlone: boolean): boolean;
  private waiting;
  protected draw(): void;
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

type SfsTurboEventMap = {
  [Name in keyof SfsTurboEvents]: CustomEvent<SfsTurboEvents[Name]>;
};

interface SfsTurboEvents {
  "sfs-task-update": {
    readonly task: Task;
    readonly previous: Task | null;
  };
  "sfs-task-settled": {
    readonly task: Task;
    readonly gone: boolean;
  };
  "sfs-task-error": {
    readonly error: unknown;
    readonly final: boolean;
  };
  "sfs-tasks-update": Pick<TaskUpdate, "tasks" | "changed" | "count">;
  "sfs-task-select": {
    readonly task: Task;
  };
  "sfs-task-delete": {
    readonly task: Task;
  };
}

interface SfsTurboJsx<Common = object> {
  "sfs-turbo-task": Common &
    Settable<SfsTurboTask, "client" | "shareId" | "taskId" | "interval" | "paused"> &
    Listeners<"sfs-task-update" | "sfs-task-settled" | "sfs-task-error">;
  "sfs-turbo-tasks": Common &
    Settable<
      SfsTurboTasks,
      "client" | "shareId" | "type" | "status" | "limit" | "interval" | "paused" | "deletable"
    > &
    Listeners<"sfs-tasks-update" | "sfs-task-select" | "sfs-task-delete" | "sfs-task-error">;
}

declare class SfsTurboTask extends SfsTurboElement {
  static readonly tag: string;
  static readonly observedAttributes: string[];
  protected static readonly properties: string[];
  private seen;
  private isGone;
  private spoken;
  private readonly internals;
  private readonly fill;
  get taskId(): string;
  set taskId(id: string | null | undefined);
  get task(): Task | null;
  get status(): string;
  get state(): TaskState;
  protected followed(): readonly unknown[];
  protected watch(client: ElementClient, options: FollowOptions<unknown>): TaskWatch;
  protected see(task: Task | undefined): void;
  protected end(): void;
  protected render(speech: Speech): boolean;
  private standing;
  private mark;
}

declare class SfsTurboTasks extends SfsTurboElement {
  static readonly tag: string;
  static readonly observedAttributes: string[];
  protected static readonly properties: string[];
  private seen;
  private order;
  private chosen;
  private extra;
  private refusal;
  private listed;
  private readonly changed;
  private drawn;
  private statuses;
  private readonly table;
  private readonly rows;
  get type(): TaskType;
  set type(type: TaskType | null | undefined);
  get status(): TaskStatus;
  set status(status: TaskStatus | null | undefined);
  get limit(): number;
  set limit(limit: number | null | undefined);
  get deletable(): boolean;
  set deletable(isDeletable: boolean);
  get tasks(): readonly Task[];
  get state(): "idle" | "loading" | "running" | "error";
  get updateComplete(): Promise<void>;
  protected followed(): readonly unknown[];
  protected watch(client: ElementClient, options: FollowOptions<unknown>): TasksWatch;
  protected see(update: TaskUpdate | undefined): void;
  private list;
  protected end(): void;
  protected render(speech: Speech): boolean;
  private tellChanges;
  private delete;
}

interface Speech {
  readonly language: string;
  readonly words: Words;
  readonly messages: ElementMessages;
}

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

type TaskState = "idle" | "loading" | "running" | "settled" | "error" | "gone";

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

interface Words {
  readonly statuses: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, string>>;
  readonly failures: Readonly<Record<string, string>>;
  readonly units: readonly [day: string, hour: string, minute: string, second: string];
  readonly task: string;
  readonly tasks: string;
  readonly fileSystem: string;
  readonly bucket: string;
  readonly status: string;
  readonly type: string;
  readonly path: string;
  readonly started: string;
  readonly ended: string;
  readonly duration: string;
  readonly paused: string;
  readonly gone: string;
  readonly seen: string;
  readonly next: string;
  readonly request: string;
  readonly needs: string;
  readonly copy: string;
  readonly copied: string;
  readonly retry: string;
  readonly all: string;
  readonly empty: string;
  readonly more: string;
  readonly delete: string;
  readonly confirm: string;
  readonly keep: string;
}

declare function addWords(language: string, words: Partial<Words>): void;

declare global {
  interface HTMLElementTagNameMap {
    "sfs-turbo-task": SfsTurboTask;
    "sfs-turbo-tasks": SfsTurboTasks;
  }
  interface GlobalEventHandlersEventMap extends SfsTurboEventMap {}
}

declare global {
  interface SymbolConstructor {
    readonly asyncDispose: unique symbol;
  }
}
