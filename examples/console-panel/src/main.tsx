// The page around the panel.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./panel.css";
import { client, shareId } from "./settings";
import { TaskPanel } from "./TaskPanel";

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    {/* With the id as its key, the panel of another file system starts anew. */}
    <TaskPanel key={shareId} client={client} shareId={shareId} directory="results" />
  </StrictMode>,
);
