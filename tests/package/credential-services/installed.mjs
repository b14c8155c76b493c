// The sources of keys, as a user who has installed the package imports them.
// @ts-check
import { importInstalled, installTarball } from "../tarball.mjs";

export const credentials = await importInstalled(await installTarball(), "sfs-turbo-tasks/credentials");
