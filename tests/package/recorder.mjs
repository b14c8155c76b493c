// A fetch that answers every request with the documented task, and records its arguments.
// @ts-check
import { documentedAnswers } from "sfs-turbo-tasks/emulator";

/** @typedef {{ input: unknown, init: RequestInit | undefined }} Call */

export function createRecorder() {
  /** @type {Call[]} */
  const calls = [];
  return {
    calls,
    /**
     * @param {unknown} input
     * @param {RequestInit} [init]
     */
    async fetch(input, init) {
      calls.push({ input, init });
      return new Response(documentedAnswers.task.body, { status: documentedAnswers.task.status });
    },
  };
}
