import { join } from "node:path";
import { type AccessFile, readAccessFile } from "../settings/access/access-file";
import { accessLevels } from "./access-levels";

/** Folder of the files that say who has access, beside this one wherever a platform's folder is. */
export const ACCESS_FOLDER = join(__dirname, "access");

/** Reads who has access to the clusters of an environment. */
export const accessTo = (environment: string): AccessFile =>
  readAccessFile(environment, ACCESS_FOLDER, Object.keys(accessLevels));
