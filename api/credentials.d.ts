export type {
  AccessKey,
  CredentialsErrorInit,
  FromEcsMetadataOptions,
  FromEnvOptions,
  FromIdTokenOptions,
  FromKooCliOptions,
  FromPasswordOptions,
  FromPodIdentityOptions,
  FromProfileOptions,
  FromTemporaryKeysOptions,
  IamOptions,
  KeyFunction,
  KeyOrTokenSource,
  KeySource,
  Secret,
  SourcedKey,
  TokenContext,
  TokenSource,
  VariableNames,
};
export {
  CredentialsError,
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
};

interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly securityToken?: string | undefined;
  readonly expiration?: Date | undefined;
}

declare class CredentialsError extends Error {
  readonly source: string;
  readonly configured: boolean;
  readonly reasons: readonly CredentialsError[];
  constructor(init: CredentialsErrorInit);
}

interface CredentialsErrorInit {
  readonly source: string;
  readonly reason: string;
  readonly configured?: boolean | undefined;
  readonly reasons?: readonly CredentialsError[] | undefined;
}

interface FromEcsMetadataOptions {
  readonly timeout?: number | undefined;
  readonly probeTimeout?: number | undefined;
  readonly endpoint?: string | undefined;
}

interface FromEnvOptions extends IamOptions {
  readonly names?: VariableNames | undefined;
}

interface FromIdTokenOptions extends IamOptions {
  readonly idpId?: string | undefined;
  readonly idTokenFile?: string | undefined;
  readonly duration?: number | undefined;
}

interface FromKooCliOptions {
  readonly profile?: string | undefined;
  readonly file?: string | undefined;
}

interface FromPasswordOptions extends IamOptions {
  readonly userName?: string | undefined;
  readonly userId?: string | undefined;
  readonly password?: Secret | undefined;
  readonly domainName?: string | undefined;
  readonly domainId?: string | undefined;
  readonly projectId?: string | undefined;
  readonly projectName?: string | undefined;
  readonly region?: string | undefined;
  readonly passcode?: Secret | undefined;
}

interface FromPodIdentityOptions {
  readonly timeout?: number | undefined;
}

interface FromProfileOptions extends IamOptions {
  readonly profile?: string | undefined;
  readonly file?: string | undefined;
}

interface FromTemporaryKeysOptions extends IamOptions {
  readonly duration?: number | undefined;
}

interface IamOptions {
  readonly region?: string | undefined;
  readonly iamEndpoint?: string | undefined;
  readonly timeout?: number | undefined;
}

type KeyFunction = () => SourcedKey | Promise<SourcedKey>;

type KeyOrTokenSource = (
  context: TokenContext,
) => SourcedKey | string | Promise<SourcedKey> | Promise<string>;

type KeySource = () => Promise<SourcedKey>;

type Secret = string | (() => string | Promise<string>);

interface SourcedKey extends AccessKey {
  readonly projectId?: string | undefined;
}

interface TokenContext {
  readonly rejected: string | undefined;
}

type TokenSource = (context?: TokenContext) => Promise<string>;

type VariableNames = "HUAWEICLOUD_SDK" | "HW";

declare function fromChain(...sources: readonly KeyFunction[]): KeySource;

declare function fromDefaults(options?: IamOptions): KeySource;

declare function fromEcsMetadata(options?: FromEcsMetadataOptions): KeySource;

declare function fromEnv(options?: FromEnvOptions): KeySource;

declare function fromIdToken(options?: FromIdTokenOptions): KeySource;

declare function fromKooCli(options?: FromKooCliOptions): KeySource;

declare function fromPassword(options?: FromPasswordOptions): TokenSource;

declare function fromPodIdentity(options?: FromPodIdentityOptions): KeySource;

declare function fromProfile(options?: FromProfileOptions): KeySource;

declare function fromTemporaryKeys(source: KeyOrTokenSource, options?: FromTemporaryKeysOptions): KeySource;
