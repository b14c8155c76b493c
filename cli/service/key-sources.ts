// The sources that `fromDefaults()` tries, in its order. Each has a name, so the output can say which source gave the key.

import type { SourcedKey } from "sfs-turbo-tasks/credentials";

/** A key, and the source that gave it. */
export interface NamedKey {
  readonly name: string;
  readonly key: SourcedKey;
}

/** Tries them in the order of `fromDefaults()`. */
export async function namedKey(): Promise<NamedKey> {
  const { fromChain, fromEnv, fromProfile, fromPodIdentity, fromEcsMetadata } = await import(
    "sfs-turbo-tasks/credentials"
  );
  const sources = [
    ["the environment variables HUAWEICLOUD_SDK_…", fromEnv({ names: "HUAWEICLOUD_SDK" })],
    ["the environment variables HW_…", fromEnv({ names: "HW" })],
    ["the profile file", fromProfile()],
    ["the pod identity of a CCE cluster", fromPodIdentity()],
    ["the agency of this ECS instance", fromEcsMetadata({ probeTimeout: 1000 })],
  ] as const;
  let name = "";
  const named = sources.map(([its, source]) => async () => {
    const key = await source();
    name = its;
    return key;
  });
  return { key: await fromChain(...named)(), name };
}
