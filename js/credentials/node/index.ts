// Entry of sfs-turbo-tasks/credentials, for Node: sources of access keys and tokens, named like the vendor's own tools.

export type { AccessKey, TokenContext } from "../../operations/options.js";
export type { KeyFunction } from "./chain.js";
export { fromChain } from "./chain.js";
export { fromDefaults } from "./defaults.js";
export type { FromEcsMetadataOptions } from "./ecs-metadata.js";
export { fromEcsMetadata } from "./ecs-metadata.js";
export type { IamOptions } from "./endpoint.js";
export type { FromEnvOptions, VariableNames } from "./environment.js";
export { fromEnv } from "./environment.js";
export type { CredentialsErrorInit } from "./error.js";
export { CredentialsError } from "./error.js";
export type { FromIdTokenOptions } from "./id-token.js";
export { fromIdToken } from "./id-token.js";
export type { KeySource, SourcedKey, TokenSource } from "./key.js";
export type { FromKooCliOptions } from "./koo-cli.js";
export { fromKooCli } from "./koo-cli.js";
export type { FromPasswordOptions, Secret } from "./password.js";
export { fromPassword } from "./password.js";
export type { FromPodIdentityOptions } from "./pod-identity.js";
export { fromPodIdentity } from "./pod-identity.js";
export type { FromProfileOptions } from "./profile.js";
export { fromProfile } from "./profile.js";
export type { FromTemporaryKeysOptions, KeyOrTokenSource } from "./temporary-keys.js";
export { fromTemporaryKeys } from "./temporary-keys.js";
