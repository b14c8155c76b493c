// An application with zone.js, as Angular made it for long: that a promise has settled says that something may have changed.
import { ChangeDetectionStrategy, Component, provideZoneChangeDetection } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import { makeReport } from "./report";

@Component({
  selector: "app-root",
  template: `<output id="report">{{ report }}</output>`,
  changeDetection: ChangeDetectionStrategy.Default,
})
class Root {
  report = "";

  constructor() {
    void this.ask();
  }

  private async ask(): Promise<void> {
    this.report = await makeReport();
  }
}

void bootstrapApplication(Root, { providers: [provideZoneChangeDetection()] });
