// All rows of the table, in its order. A new environment is a new file of `environments/`.
// @ts-check
import { angularRows } from "./environments/angular.mjs";
import { browserRows } from "./environments/browser.mjs";
import { bundlerRows } from "./environments/bundlers.mjs";
import { elementRows } from "./environments/elements.mjs";
import { extensionRows } from "./environments/extension.mjs";
import { fetchRows } from "./environments/fetches.mjs";
import { nextRows } from "./environments/next.mjs";
import { nodeRows } from "./environments/node.mjs";
import { nuxtCloudflareRows } from "./environments/nuxt-cloudflare.mjs";
import { oldResolverRows } from "./environments/old-resolvers.mjs";
import { packageManagerRows } from "./environments/package-managers.mjs";
import { runtimeRows } from "./environments/runtimes.mjs";
import { serverFrameworkRows } from "./environments/server-frameworks.mjs";
import { testRunnerRows } from "./environments/test-runners.mjs";
import { typescriptRows } from "./environments/typescript.mjs";
import { vendorSdkRows } from "./environments/vendor-sdk.mjs";
import { workerdRows } from "./environments/workerd.mjs";

/** @type {readonly import("./row.mjs").Row[]} */
export const rows = [
  ...nodeRows,
  ...packageManagerRows,
  ...runtimeRows,
  ...workerdRows,
  ...browserRows,
  ...bundlerRows,
  ...extensionRows,
  ...elementRows,
  ...angularRows,
  ...nextRows,
  ...serverFrameworkRows,
  ...nuxtCloudflareRows,
  ...testRunnerRows,
  ...oldResolverRows,
  ...fetchRows,
  ...typescriptRows,
  ...vendorSdkRows,
];
