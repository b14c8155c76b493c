// The planned faults of an answer.
import { documentedAnswers, type Fault } from "sfs-turbo-tasks/emulator";

const gateway = (code: string, text: string) => JSON.stringify({ error_msg: text, error_code: code });

const page = "<!doctype html><title>Sign in</title><h1>Please sign in to the network.</h1>";

/** By name, in the order in which they are offered. With `cutOff` and `lost` a request is carried out first. */
export const faults = {
  none: {},
  throttled: {
    status: 429,
    headers: { "retry-after": "2" },
    body: gateway(
      "APIGW.0308",
      "The throttling threshold has been reached: policy user over ratelimit,limit:60,time:1 minute",
    ),
  },
  unavailable: { status: 503, body: gateway("APIGW.0201", "Backend unavailable.") },
  internal: documentedAnswers.internalServerError,
  forbidden: {
    status: 403,
    body: JSON.stringify({ errCode: "SFS.TURBO.9000", errMsg: "no privileges to operate" }),
  },
  html: { status: 200, headers: { "content-type": "text/html" }, body: page },
  cutOff: {},
  lost: {},
  silent: { hang: "headers" },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

export const faultNames = Object.keys(faults) as FaultName[];
