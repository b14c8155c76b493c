// A CommonJS script that requires the package and calls nothing.
// @ts-check
require("sfs-turbo-tasks");
