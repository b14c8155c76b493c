// A test of somebody's own code with the emulator in the place of `fetch`, made of the environment's own classes.
import { createClient } from "sfs-turbo-tasks";
import { createEmulator, documentedTask } from "sfs-turbo-tasks/emulator";
import { expect, test } from "vitest";

test("asks in memory", async () => {
  const { fetch, endpoint, projectId, token, requests } = createEmulator();
  const client = createClient({ fetch, endpoint, projectId, token });
  expect((await client.getTask(documentedTask)).status).toBe("DOING");
  expect(requests).toHaveLength(1);
  expect(requests[0].headers).toMatchObject({ "content-type": "application/json", "x-auth-token": token });
});
