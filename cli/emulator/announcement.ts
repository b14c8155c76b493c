// The text that tells people how to connect a client to an emulator.

/** The values that the text shows. */
export interface Told {
  readonly endpoint: string;
  readonly projectId: string;
  readonly shareId: string;
  readonly token: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly taskId: string;
}

/** @param typed The program as the user has to type it. */
export function announcement(
  told: Told,
  tasks: readonly (readonly [taskId: string, what: string])[],
  typed: string,
): string {
  const { endpoint, projectId, shareId, token, accessKeyId, secretAccessKey, taskId } = told;
  const path = `/v1/${projectId}/sfs-turbo/${shareId}/hpc-cache`;
  const curl = `curl -i -H 'X-Auth-Token: ${token}'`;
  const widest = Math.max(...tasks.map(([id]) => id.length));
  const lines = tasks.map(([id, what]) => `  task         ${id.padEnd(widest)}  ${what}`);
  return `SFS Turbo emulator

  endpoint     ${endpoint}
  token        ${token}
  access key   ${accessKeyId}
  secret key   ${secretAccessKey}
  project      ${projectId}
  file system  ${shareId}
${lines.join("\n")}

For the command line in another shell:

export SFS_TURBO_ENDPOINT=${endpoint} SFS_TURBO_TOKEN=${token}
export SFS_TURBO_PROJECT_ID=${projectId} SFS_TURBO_SHARE_ID=${shareId}
${typed} list

With curl, one task and all tasks:

${curl} '${endpoint}${path}/task/${taskId}'
${curl} '${endpoint}${path}/tasks'

Ctrl+C stops it.
`;
}
