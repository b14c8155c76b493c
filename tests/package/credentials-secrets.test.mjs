// No error contains a secret, whatever a server answers: a refusal may repeat the request.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { credentials } from "./credential-services/installed.mjs";
import { setVariables, writeText } from "./credential-services/scene.mjs";
import { json, startServer } from "./credential-services/server.mjs";

/** Each has characters that URLs and JSON write in another form. */
const secrets = {
  secretAccessKey: 'sk/0123456789+"abc\\',
  securityToken: "st/0123456789+abcdefghijklmnopq",
  token: "to/0123456789+ABCDEFGHIJKLMNOPQ",
  password: 'p"0\\1"2 3"4\\5%',
  passcode: "314159",
  idToken: "eyJhbGciOi.0123456789.abcdefgh",
  podToken: "pod/0123456789+abcdefghijklmn",
};

/** How a server may repeat what it was sent. @type {Record<string, (text: string) => import("./credential-services/server.mjs").Answer>} */
const echoes = {
  "as error_msg": (text) => json(403, { error_code: "IAM.0011", error_msg: `refused: ${text}` }),
  "as message of error": (text) => json(403, { error: { code: 403, message: text, title: text } }),
  "as code": (text) => json(403, { error_code: text, error_msg: "refused" }),
  "in base64": (text) => json(403, { error_msg: Buffer.from(text).toString("base64") }),
  "in a URL": (text) => json(403, { error_msg: encodeURIComponent(text) }),
  "in JSON in a text": (text) => json(403, { error_msg: `wrong: ${JSON.stringify({ text })}` }),
  "in capitals": (text) => json(403, { error_msg: text.toUpperCase() }),
  "cut short": (text) => json(403, { error_msg: `${text.slice(0, 15)}…` }),
  "its end only": (text) => json(403, { error_msg: `…${text.slice(-15)}` }),
  "as text": (text) => ({ status: 500, body: text }),
  "as half of JSON": (text) => ({ status: 201, body: `{"credential": ${JSON.stringify(text)}` }),
  "as a location": (text) => ({ status: 302, headers: { location: `/?${encodeURIComponent(text)}` } }),
  "as a time": (text) => json(201, { credential: { access: "A", secret: "s", expires_at: text } }),
};

/**
 * Each source, and the secrets that it sends or signs with.
 * @type {Record<string, { own: (keyof typeof secrets)[], make: (origin: string, home: string) => () => Promise<unknown> }>}
 */
const sources = {
  fromPassword: {
    own: ["password", "passcode"],
    make: (iamEndpoint) => {
      const { password, passcode } = secrets;
      return credentials.fromPassword({ userId: "u", projectId: "p", password, passcode, iamEndpoint });
    },
  },
  fromIdToken: {
    own: ["idToken"],
    make: (iamEndpoint, home) => {
      const idTokenFile = writeText(home, "id", secrets.idToken);
      return credentials.fromIdToken({ idpId: "provider", idTokenFile, iamEndpoint });
    },
  },
  "fromTemporaryKeys of a token": {
    own: ["token"],
    make: (iamEndpoint) => credentials.fromTemporaryKeys(() => secrets.token, { iamEndpoint }),
  },
  "fromTemporaryKeys of a key": {
    own: ["secretAccessKey", "securityToken"],
    make: (iamEndpoint) => {
      const { secretAccessKey, securityToken } = secrets;
      const key = { accessKeyId: "AK", secretAccessKey, securityToken };
      return credentials.fromTemporaryKeys(() => key, { iamEndpoint });
    },
  },
  fromPodIdentity: {
    own: ["podToken"],
    make: (origin, home) => {
      process.env.HC_CONTAINER_CREDENTIALS_FULL_URI = origin;
      process.env.HC_CONTAINER_AUTHORIZATION_TOKEN_FILE = writeText(home, "pod", secrets.podToken);
      return credentials.fromPodIdentity();
    },
  },
};

/** Every text that an error can show. @param {any} error */
function shown(error) {
  return [
    inspect(error, { depth: 9, showHidden: true }),
    error.message,
    error.stack,
    JSON.stringify(error),
  ].join("\n");
}

/** All parts of a secret that are too long to occur by chance. @param {string} secret */
function pieces(secret) {
  const size = secret.length < 24 ? Math.ceil(secret.length * 0.75) : 8;
  const starts = Array.from({ length: secret.length - size + 1 }, (_, start) => start);
  return starts.map((start) => secret.slice(start, start + size).toLowerCase());
}

for (const [name, { own, make }] of Object.entries(sources)) {
  for (const [how, echo] of Object.entries(echoes)) {
    test(`${name} shows no secret that a server repeats ${how}`, async (t) => {
      for (const secret of own.map((field) => secrets[field])) {
        const home = setVariables(t);
        const { origin } = await startServer(t, () => echo(secret));
        const error = await make(origin, home)().then(
          () => assert.fail("it was not rejected"),
          (thrown) => thrown,
        );
        assert.equal(error.name, "CredentialsError");
        const text = shown(error).toLowerCase();
        const json = JSON.stringify(secret).slice(1, -1);
        const forms = [secret, json, encodeURIComponent(secret), Buffer.from(secret).toString("base64")];
        assert.deepEqual(
          forms.flatMap(pieces).filter((piece) => text.includes(piece)),
          [],
        );
      }
    });
  }
}

for (const [how, echo] of Object.entries(echoes)) {
  test(`the signature of a request is hidden like a secret if it is repeated ${how}`, async (t) => {
    setVariables(t);
    let signature = "";
    const { origin } = await startServer(t, ({ headers }) => {
      signature = `${headers.authorization}`.slice(-64);
      return echo(`${headers.authorization} ${headers["x-sdk-date"]}`);
    });
    const key = { accessKeyId: "AK", secretAccessKey: secrets.secretAccessKey };
    const error = await credentials
      .fromTemporaryKeys(() => key, { iamEndpoint: origin })()
      .then(
        () => assert.fail("it was not rejected"),
        (/** @type {unknown} */ thrown) => thrown,
      );
    assert.match(signature, /^[\da-f]{64}$/);
    const text = shown(error).toLowerCase();
    // The server has put other characters before it: in base64 it may begin at one of three positions.
    const inBase64 = ["", "x", "xx"].map((before) =>
      Buffer.from(before + signature)
        .toString("base64")
        .slice(4),
    );
    assert.deepEqual(
      [signature, ...inBase64].flatMap(pieces).filter((piece) => text.includes(piece)),
      [],
    );
  });
}

test("the gateway's words about a signature are shown, if they do not contain the signature", async (t) => {
  setVariables(t);
  const words = "Incorrect IAM authentication information: verify signature error";
  const { origin } = await startServer(t, () => json(401, { error_code: "APIGW.0301", error_msg: words }));
  const key = { accessKeyId: "AK", secretAccessKey: secrets.secretAccessKey };
  const place = `${origin}/v3.0/OS-CREDENTIAL/securitytokens`;
  await assert.rejects(credentials.fromTemporaryKeys(() => key, { iamEndpoint: origin })(), {
    message: `fromTemporaryKeys: POST ${place} was refused: HTTP 401, APIGW.0301: ${words}.`,
  });
});

test("a secret that begins at the end of the shown part of a refusal is found", async (t) => {
  setVariables(t);
  const { origin } = await startServer(t, () => json(403, { error_msg: "-".repeat(292) + secrets.token }));
  const place = `${origin}/v3.0/OS-CREDENTIAL/securitytokens`;
  await assert.rejects(credentials.fromTemporaryKeys(() => secrets.token, { iamEndpoint: origin })(), {
    message: `fromTemporaryKeys: POST ${place} was refused: HTTP 403 (its message is not shown, because it repeats a secret).`,
  });
});

test("300 characters of a refusal are shown", async (t) => {
  setVariables(t);
  const { origin } = await startServer(t, () => json(403, { error_msg: "-".repeat(1_000_000) }));
  const place = `${origin}/v3.0/OS-CREDENTIAL/securitytokens`;
  await assert.rejects(credentials.fromTemporaryKeys(() => secrets.token, { iamEndpoint: origin })(), {
    message: `fromTemporaryKeys: POST ${place} was refused: HTTP 403: ${"-".repeat(300)}.`,
  });
});

test("a secret of up to 128 Ki characters is searched for; with a longer one a refusal is not shown", async (t) => {
  setVariables(t);
  const { origin } = await startServer(t, () => json(403, { error_msg: "No." }));
  const ask = (/** @type {number} */ length) => {
    const password = "x".repeat(length);
    const login = { userId: "u", projectId: "p", password, iamEndpoint: origin };
    return credentials
      .fromPassword(login)()
      .catch((/** @type {Error} */ { message }) => message);
  };
  const place = `fromPassword: POST ${origin}/v3/auth/tokens was refused: HTTP 403`;
  const advice =
    "Check the user, the domain and the project; a HUAWEI ID account cannot get a token, an IAM user can.";
  assert.equal(await ask(131_072), `${place}: No. ${advice}`);
  const left = "(its message is not shown, because it repeats a secret)";
  assert.equal(await ask(131_073), `${place} ${left}. ${advice}`);
});

test("a password with half a surrogate pair, which no URL can contain, is refused like any other", async (t) => {
  setVariables(t);
  const { origin } = await startServer(t, () => json(401, { error_msg: "No." }));
  const login = { userId: "u", projectId: "p", password: "half \ud800", iamEndpoint: origin };
  await assert.rejects(credentials.fromPassword(login)(), {
    name: "CredentialsError",
    message: /was refused: HTTP 401: No\. Check/,
  });
});

test("an answer without a secret is shown, so these tests can fail", async (t) => {
  setVariables(t);
  const { origin } = await startServer(t, () =>
    json(401, { error_code: "IAM.0011", error_msg: "Two\nlines." }),
  );
  const source = credentials.fromTemporaryKeys(() => secrets.token, { iamEndpoint: origin });
  const place = `${origin}/v3.0/OS-CREDENTIAL/securitytokens`;
  await assert.rejects(source(), {
    message:
      "fromTemporaryKeys: IAM refused the token of its source with HTTP 401, and the source gave no other one.",
  });
  const { secretAccessKey } = secrets;
  const key = credentials.fromTemporaryKeys(() => ({ accessKeyId: "AK", secretAccessKey }), {
    iamEndpoint: origin,
  });
  await assert.rejects(key(), {
    message: `fromTemporaryKeys: POST ${place} was refused: HTTP 401, IAM.0011: Two lines.`,
  });
});

test("a URL with a password in it is refused, and not shown", async (t) => {
  setVariables(t);
  const iamEndpoint = "https://user:pw0123456789@iam.example.com";
  const source = credentials.fromTemporaryKeys(() => "token", { iamEndpoint });
  await assert.rejects(source(), {
    message: "fromTemporaryKeys: iamEndpoint must not contain a user name or a password.",
  });
});

test("the error for a wrong option does not show its value", () => {
  const { fromPassword } = credentials;
  assert.throws(() => fromPassword({ password: 123456789 }), {
    message: "fromPassword: expected `password` to be a non-empty string or a function that gives one.",
  });
});
