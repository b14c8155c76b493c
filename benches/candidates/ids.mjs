// The ids that every candidate requests.
// @ts-check

export const projectId = "0123456789abcdef0123456789abcdef";
export const shareId = "77ba6f4b-6365-4895-8dda-bc7142af4dde";
export const taskId = "11abef677ac40f46644d1d5cfc2424a4";
export const token = "MIIEtokenOfTheBenchmark";

/** The same as one path, for clients that take a URL. */
export const path = `/v1/${projectId}/sfs-turbo/${shareId}/hpc-cache/task/${taskId}`;
