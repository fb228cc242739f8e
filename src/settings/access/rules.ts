import type { AccessFile } from "./access-file";

/** Refuses an access file with problems, each of which names its own place. */
export const accessFileIsValid = ({ access }: { readonly access: AccessFile }): readonly string[] =>
  access.problems;
