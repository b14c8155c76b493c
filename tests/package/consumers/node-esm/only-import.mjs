// A Node script that imports the package and calls nothing: the import has no visible effect.
// @ts-check
import "sfs-turbo-tasks";
