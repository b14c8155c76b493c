// The emulator: in memory, over HTTP, from the command line. One file of the folder beside this for each concern.
import "./emulator/answers.mjs";
import "./emulator/tasks.mjs";
import "./emulator/finish.mjs";
import "./emulator/create.mjs";
import "./emulator/list.mjs";
import "./emulator/shifting-lists.mjs";
import "./emulator/delete.mjs";
import "./emulator/carried-out.mjs";
import "./emulator/requests.mjs";
import "./emulator/cors.mjs";
import "./emulator/faults.mjs";
import "./emulator/arguments.mjs";
import "./emulator/http.mjs";
import "./emulator/command-line.mjs";
import "./emulator/build.mjs";
