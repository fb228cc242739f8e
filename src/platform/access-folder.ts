import { join } from "node:path";

/** Folder of the files with the access levels, beside this one in whichever folder the platform is. */
export const ACCESS_FOLDER = join(__dirname, "access");
