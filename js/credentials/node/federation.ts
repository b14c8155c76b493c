// Temporary keys for the token of an identity provider. The platform keeps the file of the token up to date.

import type { Iam } from "./endpoint.js";
import { type FilePlace, readSecret } from "./file.js";
import { temporaryKey, tokenByIdToken } from "./iam.js";
import { type Part, type SourcedKey, textOf, withProject } from "./key.js";

/** The lifetime of the keys in seconds that the vendor's clients request here. */
export const USUAL_DURATION = 21_600;

export interface Federation {
  readonly idpId: Part;
  readonly file: FilePlace;
  readonly iam: Iam;
  /** In seconds. */
  readonly duration: number;
  readonly projectId: string | undefined;
}

/** Reads the token, exchanges it for a token of IAM, and that one for keys. */
export async function federatedKey(source: string, federation: Federation): Promise<SourcedKey> {
  const { idpId, file, iam, duration, projectId } = federation;
  const idp = textOf(source, idpId);
  const token = await tokenByIdToken(source, iam, idp, await readSecret(source, file));
  return withProject(
    await temporaryKey(source, iam, { by: "token", token, renew: undefined }, duration),
    projectId,
  );
}
