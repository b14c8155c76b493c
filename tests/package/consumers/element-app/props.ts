// What the application of each framework is given.
import type { ElementClient } from "sfs-turbo-tasks/element";

export interface Props {
  readonly client: ElementClient;
  readonly shareId: string;
  /** The id of the task that the card shows until a row of the table is chosen. */
  readonly first: string;
  /** Told of each event that reaches a handler of the framework. */
  readonly tell: (event: string, taskId: string) => void;
}

/**
 * Shows the application: takes over what a server has rendered into the target, if anything.
 * @returns Removes it.
 */
export type Mount = (target: HTMLElement, props: Props) => () => void;
