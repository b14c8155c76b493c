// Scenarios of clients that come from around an element.
// @ts-check
import { provider } from "./provider.js";
import { clear, scriptedClient, shareId, turn } from "./scripted.js";
import { main, shadow } from "./shown.js";

const taskId = "task-1";

/** One client for all elements below a provider. */
export async function providers() {
  clear();
  const [first, second, own] = [scriptedClient(), scriptedClient(), scriptedClient()];
  const { box, asked, give, subscribers } = provider(first.client);
  const host = document.createElement("div");
  host.attachShadow({ mode: "open" });
  const card = document.createElement("sfs-turbo-task");
  const table = document.createElement("sfs-turbo-tasks");
  const independent = document.createElement("sfs-turbo-task");
  for (const element of [card, table, independent]) Object.assign(element, { shareId, taskId });
  independent.client = own.client;
  box.append(host, table, independent);
  shadow(host).append(card);
  await turn();
  const returned = (/** @type {import("./scripted.js").Scripted} */ { watches }) =>
    watches.map((watch) => watch.returned);
  const begun = [[...asked], returned(first), returned(own)];

  give(second.client);
  await turn();
  const later = [returned(first), returned(second)];

  card.client = own.client;
  await card.updateComplete;
  const mine = [card.client === own.client, returned(second)];
  card.client = null;
  await card.updateComplete;
  const back = [card.client === second.client, returned(second), asked.length];

  give(first.client);
  await turn();
  box.append(table);
  await turn();
  // A moved element requests a client again, gets the same one, and continues.
  const moved = [asked.length, subscribers.size, returned(first)];

  const late = [...subscribers.keys()];
  table.remove();
  host.remove();
  await turn();
  for (const callback of late) callback(second.client);
  await turn();
  const removed = [subscribers.size, returned(first), returned(second), table.client === first.client];

  main().append(table);
  await turn();
  const outside = [table.client, table.state];
  return { begun, later, mine, back, moved, removed, outside };
}
