#!/usr/bin/env node
// The program `sfs-turbo-tasks`.

import { runCommandLine } from "./run.js";

const env = { ...process.env };
// Some modules of Node warn on standard error if both are set.
if (env.FORCE_COLOR !== undefined) delete process.env.NO_COLOR;

process.exitCode = await runCommandLine(process.argv.slice(2), env);
