// Every form in which the service, its gateway, IAM, the object store and proxies write an error.
// @ts-check
import { refused } from "./expected.mjs";

/** @typedef {import("./table.mjs").Fault} Fault */

const HIDDEN = { "x-request-id": "" };
const json = JSON.stringify;

/**
 * @param {string} name
 * @param {number} status
 * @param {string} body
 * @param {import("./expected.mjs").Expected} expected
 * @param {Record<string, string>} [headers]
 * @returns {Fault}
 */
const row = (name, status, body, expected, headers) => {
  return { name, always: { status, body, ...(headers && { headers }) }, expected };
};

const denial = { code: "PAP5.0001", message: "not allowed", encoded_authorization_message: "QUJD" };
const denied = refused("forbidden", 403, "PAP5.0001", {
  errMsg: "not allowed",
  encodedAuthorizationMessage: "QUJD",
});
const xml =
  "<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>0000018A</RequestId><HostId>h</HostId></Error>";

/** @type {Fault[]} */
export const bodies = [
  row(
    "errCode and errMsg, as the operation pages have them",
    400,
    '{\n  "errCode" : "SFS.TURBO.0001",\n  "errMsg" : "parameter error"\n}',
    refused("rejected", 400, "SFS.TURBO.0001", { errMsg: "parameter error" }),
  ),
  row(
    "error_code and error_msg, as the page of error codes has them",
    409,
    json({ error_msg: "conflict", error_code: "SFS.TURBO.0037" }),
    refused("rejected", 409, "SFS.TURBO.0037", { errMsg: "conflict" }),
  ),
  row(
    "the gateway's request_id where the header is missing",
    401,
    json({ error_msg: "Token must be updated", error_code: "APIGW.0307", request_id: "of-the-body" }),
    refused("unauthenticated", 401, "APIGW.0307", {
      errMsg: "Token must be updated",
      requestId: "of-the-body",
    }),
    HIDDEN,
  ),
  row(
    "the gateway's request_id beside the header, which goes first",
    404,
    json({ request_id: "of-the-body", error_code: "APIGW.0101", error_msg: "no such API" }),
    refused("rejected", 404, "APIGW.0101", { errMsg: "no such API", requestId: "of-the-header" }),
    { "x-request-id": "of-the-header" },
  ),
  row(
    "errorCode and errorMsg",
    400,
    json({ errorCode: "SFS.TURBO.0003", errorMsg: "camel" }),
    refused("rejected", 400, "SFS.TURBO.0003", { errMsg: "camel" }),
  ),
  row(
    "code and message",
    400,
    json({ code: "Common.0011", message: "top level" }),
    refused("rejected", 400, "Common.0011", { errMsg: "top level" }),
  ),
  row(
    "IAM's error with a number for a code",
    401,
    json({ error: { message: "The request needs a token.", code: 401, title: "Unauthorized" } }),
    refused("unauthenticated", 401, "401", { errMsg: "The request needs a token." }),
  ),
  row(
    "IAM's error with a string for a code",
    403,
    json({ error: { message: "no role", code: "IAM.0003", title: "Forbidden" } }),
    refused("forbidden", 403, "IAM.0003", { errMsg: "no role" }),
  ),
  row("a denial with its encoded message at the top", 403, json(denial), denied),
  row("a denial with its encoded message inside error", 403, json({ error: denial }), denied),
  row(
    "a denial with all of it in details, and null at the top",
    403,
    json({ encoded_authorization_message: null, details: [denial] }),
    denied,
  ),
  row(
    "a denial in details, after entries that are none",
    403,
    json({ details: [null, 5, "text", denial] }),
    denied,
  ),
  row(
    "details in the gateway's names",
    403,
    json({ details: [{ error_code: "PAP5.0002", error_msg: "denied" }] }),
    refused("forbidden", 403, "PAP5.0002", { errMsg: "denied", encodedAuthorizationMessage: null }),
  ),
  row(
    "two shapes in one body, of which the service's own goes first",
    400,
    json({
      code: "later",
      error_code: "also later",
      errCode: "SFS.TURBO.0004",
      errMsg: "first",
      message: "later",
    }),
    refused("rejected", 400, "SFS.TURBO.0004", { errMsg: "first" }),
  ),
  row(
    "XML of the object store",
    403,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`,
    refused("forbidden", 403, "AccessDenied", { errMsg: "Access Denied", requestId: "0000018A" }),
    { ...HIDDEN, "content-type": "application/xml" },
  ),
  row(
    "a proxy's page, of which the title is kept",
    502,
    "<html>\r\n<head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>",
    refused("unavailable", 502, "HTTP.502", { errMsg: "502 Bad Gateway" }),
    { "content-type": "text/html" },
  ),
  row(
    "a proxy's page without a title",
    403,
    "<!doctype html><p>blocked",
    refused("forbidden", 403, "HTTP.403"),
    { "content-type": "text/html" },
  ),
  row(
    "plain text",
    504,
    "upstream request timeout\n",
    refused("unavailable", 504, "HTTP.504", { errMsg: "upstream request timeout" }),
    { "content-type": "text/plain" },
  ),
  row("nothing", 503, "", refused("unavailable", 503, "HTTP.503")),
  row("null", 400, "null", refused("rejected", 400, "HTTP.400")),
  row("a JSON array", 400, json([{ errCode: "SFS.TURBO.0001" }]), refused("rejected", 400, "HTTP.400")),
  row("a JSON string", 404, json("SFS.TURBO.0001"), refused("rejected", 404, "HTTP.404")),
  row("a JSON number", 500, "5", refused("unavailable", 500, "HTTP.500")),
  row("an empty object", 400, "{}", refused("rejected", 400, "HTTP.400")),
  row("JSON that is cut off", 400, '{"errCode":"SFS.TURBO.0001","errM', refused("rejected", 400, "HTTP.400")),
  row(
    "a code that is empty, beside one that is not",
    400,
    json({ errCode: "", error_code: "APIGW.0106", errMsg: "orchestration" }),
    refused("rejected", 400, "APIGW.0106", { errMsg: "orchestration" }),
  ),
  row(
    "codes and messages of no use: an array, an object, a fraction, a flag",
    400,
    json({ errCode: [1], errMsg: {}, error_code: 4.5, code: true }),
    refused("rejected", 400, "HTTP.400"),
  ),
  row(
    "a message longer than the vendor's own, which is cut",
    400,
    json({ errCode: "SFS.TURBO.0001", errMsg: "\u00e9".repeat(600) }),
    refused("rejected", 400, "SFS.TURBO.0001", { errMsg: "\u00e9".repeat(512) }),
  ),
  {
    name: "a signature that has expired, of which the sentence says how wrong the clock is",
    // A call with a key signs again.
    signsIn: "token",
    always: {
      status: 401,
      body: json({
        error_code: "APIGW.0301",
        error_msg: "signature expired, signature time:20261123T080000Z,server time:20261123T081600Z",
      }),
    },
    expected: refused("unauthenticated", 401, "APIGW.0301", { says: "960 s behind" }),
  },
  row(
    "throttling, of which the sentence says the limit",
    429,
    json({ error_code: "APIG.0308", error_msg: "policy user over ratelimit,limit:200,time:1 second" }),
    refused("throttled", 429, "APIG.0308", { says: "the limit is 200 calls in 1 second" }),
  ),
  row(
    "a message in Chinese, under a content type that is wrong",
    400,
    json({ errCode: "SFS.TURBO.0001", errMsg: "\u53c2\u6570\u9519\u8bef" }),
    refused("rejected", 400, "SFS.TURBO.0001", { errMsg: "\u53c2\u6570\u9519\u8bef" }),
    { "content-type": "text/html; charset=iso-8859-1" },
  ),
];
