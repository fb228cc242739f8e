import { join } from "node:path";

/** Path of a workspace's state in a folder of states. */
export const stateFile = (folder: string, workspace: string): string => join(folder, `${workspace}.tfstate`);
