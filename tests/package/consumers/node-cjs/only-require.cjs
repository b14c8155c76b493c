// A CommonJS script that requires the package and asks for nothing.
require("sfs-turbo-tasks");
