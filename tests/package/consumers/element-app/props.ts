// The properties that the application of each framework gets.
import type { ElementClient } from "sfs-turbo-tasks/element";

export interface Props {
  readonly client: ElementClient;
  readonly shareId: string;
  /** The id of the task that the card shows until a row of the table is chosen. */
  readonly first: string;
  /** Called with each event that reaches a handler of the framework. */
  readonly tell: (event: string, taskId: string) => void;
}

/**
 * Shows the application. It takes over the markup that a server rendered into the target, if there is any.
 * @returns A function that removes it.
 */
export type Mount = (target: HTMLElement, props: Props) => () => void;
