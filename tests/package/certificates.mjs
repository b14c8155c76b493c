// Keys and certificates, made for each run: a key in the repository would look like a leak. They are written as DER by hand,
// since Node cannot make certificates and a test should need no other program.
// @ts-check
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/**
 * @typedef {object} Identity what a TLS server needs
 * @property {string} key
 * @property {string} cert its certificate, followed by those of its issuers
 */

/** @returns {Identity} for this machine, signed by no authority */
export function selfSigned() {
  const { privateKey, publicKey } = keyPair();
  const extensions = [namesExtension("localhost")];
  return {
    key: pem(privateKey),
    cert: certificate({ issuer: "localhost", subject: "localhost", publicKey, privateKey, extensions }),
  };
}

/**
 * A certificate authority, as a company has its own.
 * @param {string} name
 */
export function authority(name) {
  const { privateKey, publicKey } = keyPair();
  const root = certificate({
    issuer: name,
    subject: name,
    publicKey,
    privateKey,
    extensions: [authorityExtension()],
  });
  return {
    /** The file for NODE_EXTRA_CA_CERTS. */
    root,
    /**
     * @param {string} [host]
     * @returns {Identity} the server sends the root too, as many do
     */
    issue(host = "localhost") {
      const pair = keyPair();
      const leaf = certificate({
        issuer: name,
        subject: host,
        publicKey: pair.publicKey,
        privateKey,
        extensions: [namesExtension(host)],
      });
      return { key: pem(pair.privateKey), cert: leaf + root };
    },
  };
}

// Tags of DER.
const [BOOLEAN, INTEGER, BITS, BYTES, OBJECT, UTF8, UTC_TIME] = [1, 2, 3, 4, 6, 12, 23];
const [SEQUENCE, SET] = [0x30, 0x31];
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const [DNS_NAME, IP_ADDRESS] = [0x82, 0x87];

// Object identifiers of DER.
const ECDSA_WITH_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2];
const COMMON_NAME = [0x55, 4, 3];
const BASIC_CONSTRAINTS = [0x55, 0x1d, 19];
const ALTERNATIVE_NAME = [0x55, 0x1d, 17];

const DAY = 86_400_000;

/**
 * @param {object} parts
 * @param {string} parts.issuer
 * @param {string} parts.subject
 * @param {import("node:crypto").KeyObject} parts.publicKey the subject's
 * @param {import("node:crypto").KeyObject} parts.privateKey the issuer's
 * @param {Buffer[]} parts.extensions
 */
function certificate({ issuer, subject, publicKey, privateKey, extensions }) {
  const algorithm = der(SEQUENCE, der(OBJECT, ECDSA_WITH_SHA256));
  const signed = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, [2])),
    // Positive, and without a zero at its start.
    der(INTEGER, [1, ...randomBytes(15)]),
    algorithm,
    distinguishedName(issuer),
    der(SEQUENCE, time(Date.now() - DAY), time(Date.now() + DAY)),
    distinguishedName(subject),
    publicKey.export({ type: "spki", format: "der" }),
    der(EXTENSIONS, der(SEQUENCE, ...extensions)),
  );
  const signature = sign("sha256", signed, privateKey);
  const whole = der(SEQUENCE, signed, algorithm, der(BITS, [0], signature));
  const lines = whole.toString("base64").replace(/.{64}(?=.)/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

/** @param {string} name */
function distinguishedName(name) {
  return der(SEQUENCE, der(SET, der(SEQUENCE, der(OBJECT, COMMON_NAME), der(UTF8, Buffer.from(name)))));
}

/** @param {number} milliseconds */
function time(milliseconds) {
  const digits = new Date(milliseconds).toISOString().replace(/^..|[-T:]|\..*Z/g, "");
  return der(UTC_TIME, Buffer.from(`${digits}Z`));
}

function authorityExtension() {
  const critical = der(BOOLEAN, [0xff]);
  const isAuthority = der(SEQUENCE, der(BOOLEAN, [0xff]));
  return der(SEQUENCE, der(OBJECT, BASIC_CONSTRAINTS), critical, der(BYTES, isAuthority));
}

/** A name, and the address of this machine. @param {string} host */
function namesExtension(host) {
  const names = der(SEQUENCE, der(DNS_NAME, Buffer.from(host)), der(IP_ADDRESS, [127, 0, 0, 1]));
  return der(SEQUENCE, der(OBJECT, ALTERNATIVE_NAME), der(BYTES, names));
}

/**
 * @param {number} tag
 * @param {...(Uint8Array | number[])} contents
 */
function der(tag, ...contents) {
  const content = Buffer.concat(contents.map((part) => Buffer.from(part)));
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function keyPair() {
  return generateKeyPairSync("ec", { namedCurve: "prime256v1" });
}

/** @param {import("node:crypto").KeyObject} key */
function pem(key) {
  return key.export({ type: "pkcs8", format: "pem" }).toString();
}
