// The application: a table, and a card for the task that was chosen in it.
import "sfs-turbo-tasks/element/define";
import { Component, CUSTOM_ELEMENTS_SCHEMA, InjectionToken, inject, signal } from "@angular/core";
import type { SfsTurboEventMap } from "sfs-turbo-tasks/element";
import type { Props } from "../../props";

export const PROPS = new InjectionToken<Props>("the properties of the application");

@Component({
  selector: "app-root",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <sfs-turbo-tasks
        [client]="props.client"
        [shareId]="props.shareId"
        [interval]="250"
        [deletable]="true"
        class="wide"
        (sfs-task-select)="choose($event)"
      />
      <sfs-turbo-task
        [client]="props.client"
        [shareId]="props.shareId"
        [taskId]="taskId()"
        [interval]="250"
        (sfs-task-update)="update($event)"
      />
    </main>
  `,
})
export class App {
  readonly props = inject(PROPS);
  readonly taskId = signal(this.props.first);

  choose({ detail }: SfsTurboEventMap["sfs-task-select"]): void {
    this.props.tell("select", detail.task.taskId);
    this.taskId.set(detail.task.taskId);
  }

  update({ detail }: SfsTurboEventMap["sfs-task-update"]): void {
    this.props.tell("update", detail.task.taskId);
  }
}
