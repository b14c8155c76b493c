// Arguments that have to be refused before anything is sent, each with the wrong option and the message about it.
// @ts-check

/**
 * @typedef {object} Refused
 * @property {string} field
 * @property {string} name what is wrong
 * @property {unknown} value `undefined` for an option that is missing
 * @property {string} says the sentence, without the option's name at its start
 */

const identifierProblems = [
  { name: "missing", value: undefined, says: "is missing: pass a string" },
  { name: "null", value: null, says: "is missing: pass a string" },
  { name: "a number", value: 5, says: "must be a string, not a number" },
  { name: "a boolean", value: true, says: "must be a string, not a boolean" },
  {
    name: "an object without a text form",
    value: Object.create(null),
    says: "must be a string, not an object",
  },
  { name: "an array", value: ["a"], says: "must be a string, not an array" },
  { name: "a symbol", value: Symbol("a"), says: "must be a string, not a symbol or a bigint" },
  { name: "a bigint", value: 5n, says: "must be a string, not a symbol or a bigint" },
  { name: "empty", value: "", says: "is empty: pass a non-empty string" },
  { name: "a dot", value: ".", says: "must not be . or .." },
  { name: "two dots", value: "..", says: "must not be . or .." },
  { name: "a text with a line break", value: "a\nb", says: "contains a control character: remove it" },
  { name: "a text with a NUL", value: "a\0", says: "contains a control character: remove it" },
  {
    name: "a text with whitespace before it",
    value: " a",
    says: "starts or ends with whitespace: remove it",
  },
  { name: "a text with whitespace after it", value: "a ", says: "starts or ends with whitespace: remove it" },
];

const NO_HEADER_VALUE = "is not a valid header value: it must be visible ASCII without spaces or line breaks";

const tokenProblems = [
  { name: "missing", value: undefined, says: "is missing: pass an IAM token or a function that gives one" },
  { name: "a number", value: 5, says: "must be a string or a function that gives one" },
  { name: "an object", value: {}, says: "must be a string or a function that gives one" },
  { name: "empty", value: "", says: "is empty: pass an IAM token" },
  { name: "a text with a line break", value: "MII\r\nX-Other: 1", says: NO_HEADER_VALUE },
  { name: "a text with whitespace", value: "Bearer MII", says: NO_HEADER_VALUE },
  { name: "a text beyond ASCII", value: "MII\u00e9", says: NO_HEADER_VALUE },
];

const NO_URL = "is not a URL: pass https://host, or in a browser a path such as /proxy";
const NO_USER = "must not contain a user name or a password: pass the token in option token";
const NO_QUERY = "must not contain a query or a fragment: remove it";
const WHITESPACE = "contains whitespace or a control character: remove it";
const UNENCRYPTED = "would send the token unencrypted: use https, or pass allowInsecure: true";

const endpointProblems = [
  { name: "empty", value: "", says: "is empty: pass a non-empty string" },
  { name: "a number", value: 5, says: "must be a string, not a number" },
  {
    name: "a URL object",
    value: new URL("https://a.example"),
    says: "must be a string, not an object",
  },
  { name: "not a URL", value: "not-a-URL", says: NO_URL },
  { name: "a path where there is no page", value: "/proxy", says: NO_URL },
  {
    name: "a URL without a scheme",
    value: "//a.example",
    says: "must start with https:// or with one slash",
  },
  { name: "ftp:", value: "ftp://a.example", says: "must start with https://" },
  { name: "http: to another machine", value: "http://a.example", says: UNENCRYPTED },
  {
    name: "http: to a name that only begins like this machine's",
    value: "http://localhost.a.example",
    says: UNENCRYPTED,
  },
  { name: "a text with a user and a password", value: "https://user:secret@a.example", says: NO_USER },
  { name: "a text with a tab in the path of a page", value: "/\t/evil.example", says: WHITESPACE },
  { name: "a text with a line break and a backslash", value: "/\n\\evil.example", says: WHITESPACE },
  { name: "a text with a line break in its host", value: "https://a.exa\nmple", says: WHITESPACE },
  { name: "a text with whitespace before it", value: " https://a.example", says: WHITESPACE },
  { name: "a text with a query", value: "https://a.example/?a=b", says: NO_QUERY },
  { name: "a text with a fragment", value: "https://a.example/#a", says: NO_QUERY },
];

/** @param {number} least @param {number} most */
function numberProblems(least, most) {
  const says = `must be a whole number from ${least} to ${most}`;
  const values = [least - 1, -5, 1.5, most + 1, Number.NaN, Number.POSITIVE_INFINITY, "5", true, {}, 5n];
  return values.map((value) => ({ name: `${typeof value} ${String(value)}`, value, says }));
}

const LONGEST_TIMER = 2_147_483_647;

const regionProblems = [
  {
    name: "missing, and so is endpoint",
    value: undefined,
    says: "is missing: pass a region such as cn-north-4, or an endpoint",
  },
  { name: "empty", value: "", says: "is empty: pass a non-empty string" },
  { name: "a number", value: 4, says: "must be a string, not a number" },
  {
    name: "like no known region",
    value: "atlantis",
    says: '"atlantis" is not known: pass one of the vendor\'s regions, such as cn-north-4, or an endpoint',
  },
];

const unreadable = {
  get aborted() {
    throw new Error("no");
  },
};

/** @type {Record<string, { name: string, value: unknown, says: string }[]>} */
const problems = {
  projectId: identifierProblems,
  shareId: identifierProblems,
  taskId: identifierProblems,
  token: tokenProblems,
  endpoint: endpointProblems,
  region: regionProblems,
  timeout: numberProblems(1, LONGEST_TIMER),
  attemptTimeout: numberProblems(1, LONGEST_TIMER),
  maxRetries: numberProblems(0, 10),
  maxResponseBytes: numberProblems(1, LONGEST_TIMER),
  allowInsecure: [{ name: "a string", value: "false", says: "must be true or false, not a string" }],
  fetch: [
    { name: "a string", value: "fetch", says: "must be a function that works as fetch does" },
    { name: "an object", value: {}, says: "must be a function that works as fetch does" },
  ],
  signal: [
    { name: "a controller", value: new AbortController(), says: "must be an AbortSignal" },
    { name: "one that cannot be read", value: unreadable, says: "must be an AbortSignal" },
    { name: "a string", value: "abort", says: "must be an AbortSignal" },
    { name: "an object", value: {}, says: "must be an AbortSignal" },
    {
      name: "an object that no listener can be removed from",
      value: { aborted: false, addEventListener() {} },
      says: "must be an AbortSignal",
    },
  ],
  onRetry: [
    { name: "a string", value: "log", says: "must be a function" },
    { name: "an object", value: {}, says: "must be a function" },
  ],
};

/** @type {Refused[]} */
export const refusedArguments = Object.entries(problems).flatMap(([field, list]) => {
  return list.map((problem) => ({ field, ...problem }));
});
