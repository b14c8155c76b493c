// Uses the emulator's types together with the client's, as a test of a front-end would; compiled, never run.
import { createClient, type Task } from "sfs-turbo-tasks";
import {
  createEmulator,
  documentedAnswers,
  documentedTask,
  type Emulator,
  type Fault,
} from "sfs-turbo-tasks/emulator";

const emulator: Emulator = createEmulator({ now: () => 0, token: undefined, cors: undefined });
const { fetch, endpoint, projectId, token } = emulator;
const client = createClient({ fetch, endpoint, projectId, token });
const fault: Fault = { status: 429, headers: { "retry-after": "1" } };
emulator.misbehave(fault, { times: 2 });
emulator.misbehave(documentedAnswers.parameterError);

export const example: Promise<Task> = client.getTask(documentedTask);
export const added: Promise<Task> = client.getTask(emulator.addTask({ duration: 0 }));

// @ts-expect-error the fault's name is misspelt
emulator.misbehave({ stauts: 500 });
