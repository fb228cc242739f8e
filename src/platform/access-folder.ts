import { join } from "node:path";

/** Folder of the files that say who has access, beside this one wherever a platform's folder is. */
export const ACCESS_FOLDER = join(__dirname, "access");
