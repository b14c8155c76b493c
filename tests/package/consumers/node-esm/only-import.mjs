// A Node script that imports the package and asks for nothing: importing does nothing that anybody could notice.
import "sfs-turbo-tasks";
