// A CommonJS script that requires the package and calls nothing.
require("sfs-turbo-tasks");
