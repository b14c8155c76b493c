// The sources that `fromDefaults()` asks, in its order, each with a name that tells which of them serves.

import type { SourcedKey } from "sfs-turbo-tasks/credentials";

/** A key, and which source gave it. */
export interface NamedKey {
  readonly name: string;
  readonly key: SourcedKey;
}

/** Asks them as `fromDefaults()` does. */
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
