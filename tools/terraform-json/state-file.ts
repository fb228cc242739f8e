import { join } from "node:path";

/** Where a workspace's state is, among others in a folder. */
export const stateFile = (folder: string, workspace: string): string => join(folder, `${workspace}.tfstate`);
