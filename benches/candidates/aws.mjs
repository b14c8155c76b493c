// One call by AWS's client for FSx: the description of one data repository task, which is nearest to getTask.
import { DescribeDataRepositoryTasksCommand, FSxClient } from "@aws-sdk/client-fsx";
import { taskId, token } from "./ids.mjs";

/** @param {{ endpoint: string, transport?: any }} options */
export function createCall({ endpoint, transport }) {
  const client = new FSxClient({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIABENCHMARK", secretAccessKey: token },
    ...(transport && { requestHandler: transport }),
  });
  return async () => {
    const answer = await client.send(new DescribeDataRepositoryTasksCommand({ TaskIds: [taskId] }));
    return answer.DataRepositoryTasks[0].TaskId;
  };
}
