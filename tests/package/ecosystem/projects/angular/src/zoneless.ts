// An application as Angular makes it now: a signal says that something has changed.
import { Component, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { makeReport } from "./report";

@Component({
  selector: "app-root",
  template: `<output id="report">{{ report() }}</output>`,
})
class Root {
  readonly report = signal("");

  constructor() {
    void makeReport().then((report) => this.report.set(report));
  }
}

void bootstrapApplication(Root);
