// Reports the content of the core's memory.
import { lookIntoMemory } from "./faults/memory.mjs";

const freshPackage = () => import("./node_modules/sfs-turbo-tasks/dist/index.js");
const report = await lookIntoMemory(freshPackage).catch((error) => ({ failure: error.stack }));
/** @type {HTMLElement} */ (document.getElementById("report")).textContent = JSON.stringify(report);
