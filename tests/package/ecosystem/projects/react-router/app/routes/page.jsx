// A page that asks the package when it is shown.
import { useEffect, useState } from "react";
import * as sfsTurboTasks from "sfs-turbo-tasks";
import { reportScenario } from "../../scenario.mjs";

export default function Page() {
  const [report, setReport] = useState("");
  useEffect(() => {
    const place = JSON.parse(new URLSearchParams(location.search).get("place"));
    reportScenario(sfsTurboTasks, place).then(setReport, (error) =>
      setReport(JSON.stringify({ failure: error.stack })),
    );
  }, []);
  return <output id="report">{report}</output>;
}
