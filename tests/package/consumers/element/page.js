// Every scenario of the elements, by its name, for the test to run.
import * as cards from "./cards.js";
import * as early from "./early.js";
import * as lives from "./lives.js";
import * as strangers from "./strangers.js";
import * as tables from "./tables.js";
import * as tongues from "./tongues.js";

Object.assign(globalThis, {
  scenarios: { ...early, ...cards, ...lives, ...strangers, ...tables, ...tongues },
});
