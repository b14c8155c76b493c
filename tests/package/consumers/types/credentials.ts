// Uses the types of the credential sources together with the client's, as a Node program would; compiled, never run.
import { type Credentials, createClient, type Token } from "sfs-turbo-tasks";
import {
  CredentialsError,
  type CredentialsErrorInit,
  type FromPasswordOptions,
  fromChain,
  fromDefaults,
  fromEcsMetadata,
  fromEnv,
  fromIdToken,
  fromKooCli,
  fromPassword,
  fromPodIdentity,
  fromProfile,
  fromTemporaryKeys,
  type KeySource,
  type SourcedKey,
  type TokenSource,
} from "sfs-turbo-tasks/credentials";

const sources: KeySource[] = [
  fromEnv(),
  fromEnv({ names: "HW", region: "cn-north-4", iamEndpoint: undefined, timeout: 1 }),
  fromProfile({ profile: "basic-dev", file: "/credentials" }),
  fromKooCli({ profile: undefined, file: undefined }),
  fromEcsMetadata({ timeout: 1, probeTimeout: 1, endpoint: "http://127.0.0.1" }),
  fromPodIdentity({ timeout: 1 }),
  fromIdToken({ idpId: "provider", idTokenFile: "/token", duration: 900 }),
  fromDefaults({ region: "cn-north-4" }),
];
const login: FromPasswordOptions = { userName: "ci", password: async () => "…", passcode: () => "123456" };
const tokens: TokenSource = fromPassword(login);

export const credentials: Credentials[] = sources;
export const token: Token = tokens;
export const alone: Promise<string> = tokens();
export const temporary: KeySource = fromTemporaryKeys(tokens, { duration: 900 });
export const ofKeys: KeySource = fromTemporaryKeys(fromProfile());
export const chain: KeySource = fromChain(...sources, () => ({ accessKeyId: "", secretAccessKey: "" }));
export const project: Promise<string | undefined> = chain().then((key: SourcedKey) => key.projectId);
export const client = createClient({ region: "cn-north-4", projectId: "", credentials: chain });
export const other = createClient({ region: "cn-north-4", projectId: "", token: tokens });

const init: CredentialsErrorInit = { source: "vault", reason: "not set up.", configured: false };
const error: Error = new CredentialsError(init);
if (error instanceof CredentialsError) {
  const configured: boolean = error.configured;
  const names: string[] = error.reasons.map((reason) => reason.source);
  console.log(configured, names, error.source);
}

// @ts-expect-error the option is misspelt
fromProfile({ profil: "basic" });
// @ts-expect-error a token is not a key
fromChain(tokens);
// @ts-expect-error keys are not a token
export const wrongToken: Token = fromEnv();
// @ts-expect-error a third set of variables does not exist
fromEnv({ names: "OS" });
// @ts-expect-error a source is a function
fromTemporaryKeys({ accessKeyId: "", secretAccessKey: "" });
// @ts-expect-error what is given is shared, and must not be changed
chain().then((key) => (key.accessKeyId = ""));
