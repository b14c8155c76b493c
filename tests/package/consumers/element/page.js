// Every scenario of the elements, by its name, for the test to run.
// @ts-check
import * as cards from "./cards.js";
import * as deletions from "./deletions.js";
import * as early from "./early.js";
import * as foreign from "./foreign.js";
import * as frames from "./frames.js";
import * as lives from "./lives.js";
import * as providers from "./providers.js";
import * as client from "./real-client.js";
import * as remains from "./remains.js";
import * as tables from "./tables.js";
import * as tongues from "./tongues.js";

Object.assign(globalThis, {
  scenarios: {
    ...{ ...early, ...cards, ...lives, ...remains, ...providers, ...client, ...foreign },
    ...{ ...tables, ...deletions, ...frames, ...tongues },
  },
});
