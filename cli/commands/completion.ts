// `completion`: a script for a shell.

import { UsageError } from "../arguments/usage-error.js";
import type { Context } from "../context.js";

const SHELLS: Readonly<Record<string, () => Promise<string>>> = {
  bash: async () => (await import("../completion/bash.js")).bash(),
  zsh: async () => (await import("../completion/zsh.js")).zsh(),
  fish: async () => (await import("../completion/fish.js")).fish(),
  powershell: async () => (await import("../completion/powershell.js")).powershell(),
};

export async function run({ given, screen }: Context): Promise<number> {
  const script = SHELLS[given.argument ?? ""];
  if (script === undefined) throw new UsageError("There is no script for this shell.", "help completion");
  screen.data(await script());
  return 0;
}
