import type { AccessFile } from "./access-file";
import { conflictsIn } from "./access-file-conflicts";

interface OfAccess {
  readonly access: AccessFile;
}

/** Refuses an access file with problems, each of which names its own place. */
export const accessFileIsValid = ({ access }: OfAccess): readonly string[] => access.problems;

/** Refuses a member whom a template of the organisation gives another level than the access file, or the same once more. */
export const templatesFitTheFile = ({ access }: OfAccess): string[] =>
  access.problems.length > 0
    ? []
    : conflictsIn(access.members).map(({ text }) => `access.${text} of ${access.path} and accessTemplates`);
