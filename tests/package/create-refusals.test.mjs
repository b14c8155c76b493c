// The options that createTask refuses before anything is sent. Each error names the field and says what to do.
// @ts-check
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { rejection, scriptService } from "./scripted-service.mjs";
import { importInstalled, installTarball } from "./tarball.mjs";

const export_ = { shareId: "s", type: "export", srcTarget: "link" };

/** @type {any} */
let sfsTurboTasks;

before(async () => {
  sfsTurboTasks = await importInstalled(await installTarball());
});

/** @returns {import("./scripted-service.mjs").Answer} */
const created = () => ({ status: 202, body: { task_id: "t" } });

const TYPES = "must be one of: import, import_metadata, preload, export";
const CHARACTERS = 'must have none of \\ : * ? " < > | and no control character';
const ID = "must be a whole number from 0 to 4294967294";
const DIGITS = "must have only digits from 0 to 7, as chmod reads them";
const OWNER = "gives the group more rights than the owner";
const OTHER = "or be left out: the service supports no other value";
/** @type {[options: object, field: string, says: string][]} */
const REFUSED = [
  [{ shareId: undefined }, "shareId", "is missing: pass a string"],
  [{ type: undefined }, "type", "is missing: pass a string"],
  [{ type: "Export" }, "type", TYPES],
  [{ type: "import export" }, "type", TYPES],
  [{ type: 5 }, "type", "must be a string, not a number"],
  [{ srcTarget: undefined }, "srcTarget", "is missing: pass a string"],
  [{ srcTarget: "" }, "srcTarget", "is empty: pass a non-empty string"],
  [{ srcTarget: "link/" }, "srcTarget", "must be the name of one directory, without a slash"],
  [{ srcTarget: "link\n" }, "srcTarget", "contains a control character: remove it"],
  ...[...'\\:*?"<>|\n\0\x7f'].map(
    (sign) => /** @type {[object, string, string]} */ ([{ srcPrefix: `a${sign}b` }, "srcPrefix", CHARACTERS]),
  ),
  [{ srcPrefix: "a".repeat(1_025) }, "srcPrefix", "must have at most 1024 characters"],
  [{ srcPrefix: ".a" }, "srcPrefix", "must not start or end with a dot"],
  [{ srcPrefix: "a." }, "srcPrefix", "must not start or end with a dot"],
  [{ srcPrefix: ["a"] }, "srcPrefix", "must be a string, not an array"],
  [{ destTarget: "other" }, "destTarget", `must equal srcTarget, ${OTHER}`],
  [{ srcPrefix: "a/", destPrefix: "b/" }, "destPrefix", `must equal srcPrefix, ${OTHER}`],
  [{ destPrefix: "b/" }, "destPrefix", `must equal srcPrefix, ${OTHER}`],
  [{ srcPrefix: "a/", destPrefix: "" }, "destPrefix", `must equal srcPrefix, ${OTHER}`],
  [{ attributes: "640" }, "attributes", "must be an object, not a string"],
  [{ attributes: 640 }, "attributes", "must be an object, not a number"],
  [{ attributes: { fileMode: 0o644 } }, "attributes.fileMode", `${OWNER}: for 0o644 pass 644`],
  [{ attributes: { dirMode: 0o750 } }, "attributes.dirMode", `${DIGITS}: for 0o750 pass 750`],
  [{ attributes: { fileMode: 888 } }, "attributes.fileMode", "must be a whole number from 0 to 777"],
  [{ attributes: { fileMode: "640" } }, "attributes.fileMode", "must be a whole number from 0 to 777"],
  [{ attributes: { fileMode: 640.5 } }, "attributes.fileMode", "must be a whole number from 0 to 777"],
  [{ attributes: { uid: -1 } }, "attributes.uid", ID],
  [{ attributes: { gid: 4_294_967_295 } }, "attributes.gid", ID],
  [{ attributes: { file_mode: 640 } }, "attributes.file_mode", "is not an option: pass attributes.fileMode"],
  [{ src_target: "link", srcTarget: undefined }, "src_target", "is not an option: pass srcTarget"],
  [{ scrPrefix: "a" }, "scrPrefix", "is not an option: pass srcPrefix"],
];

for (const [options, field, says] of REFUSED) {
  const name = JSON.stringify(options, (_, value) => value ?? null).slice(0, 60);
  test(`is refused by its field: ${name}`, async () => {
    const { requests, options: usual } = scriptService(() => created());
    const error = await rejection(sfsTurboTasks.createTask({ ...usual, ...export_, ...options }));
    const { kind, message, retryable, attempts } = error;
    assert.deepEqual(
      { kind, field: error.field, message, retryable, attempts },
      {
        kind: "invalid-request",
        field,
        message: `createTask: ${field} ${says}`,
        retryable: false,
        attempts: 0,
      },
    );
    assert.deepEqual(requests, []);
  });
}

test("a prefix of 1,024 characters is accepted, even if each character has four bytes", async () => {
  const { requests, options: usual } = scriptService(() => created());
  await sfsTurboTasks.createTask({ ...usual, ...export_, srcPrefix: "\ud83d\ude00".repeat(1_024) });
  assert.equal(requests.length, 1);
});
