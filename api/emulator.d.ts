export type {
  CorsMode,
  DeleteTaskOptions,
  DocumentedAnswer,
  EmulatedTask,
  Emulator,
  EmulatorCredentials,
  EmulatorOptions,
  Fault,
  FinishTaskOptions,
  NewTask,
  QueueOptions,
  RecordedRequest,
  TaskIds,
  TaskOutcome,
};
export { createEmulator, documentedAnswers, documentedTask };

type CorsMode = "open" | "unexposed" | "none";

interface DeleteTaskOptions {
  readonly duration?: number | undefined;
}

interface DocumentedAnswer {
  readonly status: number;
  readonly body: string;
}

interface EmulatedTask extends TaskIds {
  readonly startTime: number;
  readonly endTime: number;
}

interface Emulator {
  readonly token: string;
  readonly credentials: EmulatorCredentials;
  readonly projectId: string;
  readonly endpoint: string;
  readonly fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  readonly requests: readonly RecordedRequest[];
  addFileSystem(shareId?: string): string;
  addTask(task?: NewTask): EmulatedTask;
  finishTask(ids: TaskIds, options?: FinishTaskOptions): void;
  deleteTask(shareId: string, taskId: string, options?: DeleteTaskOptions): void;
  misbehave(fault: Fault, options?: QueueOptions): void;
  beforeNextList(step: () => void, options?: QueueOptions): void;
  reset(): void;
}

interface EmulatorCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly securityToken?: string;
}

interface EmulatorOptions {
  readonly token?: string | undefined;
  readonly accessKeyId?: string | undefined;
  readonly secretAccessKey?: string | undefined;
  readonly securityToken?: string | undefined;
  readonly projectId?: string | undefined;
  readonly now?: (() => number) | undefined;
  readonly cors?: CorsMode | undefined;
  readonly taskDuration?: number | undefined;
  readonly maxRunningTasks?: number | undefined;
}

interface Fault {
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: string | Uint8Array | undefined;
  readonly delay?: number | undefined;
  readonly chunkSize?: number | undefined;
  readonly chunkDelay?: number | undefined;
  readonly cutOff?: number | undefined;
  readonly hang?: "headers" | "body" | number | undefined;
  readonly reject?: "network" | undefined;
  readonly carryOut?: boolean | undefined;
}

interface FinishTaskOptions {
  readonly outcome?: TaskOutcome | undefined;
  readonly message?: string | undefined;
}

interface NewTask {
  readonly shareId?: string | undefined;
  readonly taskId?: string | undefined;
  readonly type?: string | undefined;
  readonly srcTarget?: string | undefined;
  readonly srcPrefix?: string | undefined;
  readonly startTime?: number | undefined;
  readonly duration?: number | undefined;
  readonly outcome?: TaskOutcome | undefined;
  readonly message?: string | undefined;
}

interface QueueOptions {
  readonly times?: number | undefined;
}

interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly requestId: string;
}

interface TaskIds {
  readonly shareId: string;
  readonly taskId: string;
}

type TaskOutcome = "SUCCESS" | "FAIL";

declare function createEmulator(options?: EmulatorOptions): Emulator;

declare const documentedAnswers: {
  readonly task: DocumentedAnswer;
  readonly parameterError: DocumentedAnswer;
  readonly internalServerError: DocumentedAnswer;
  readonly fileSystemBusy: DocumentedAnswer;
  readonly operationConflict: DocumentedAnswer;
  readonly operationNotAllowed: DocumentedAnswer;
  readonly bucketUnbound: DocumentedAnswer;
  readonly transferFailed: DocumentedAnswer;
  readonly accessKeyLocked: DocumentedAnswer;
};

declare const documentedTask: {
  readonly shareId: string;
  readonly taskId: string;
};
