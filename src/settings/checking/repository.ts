import { ORGANISATION } from "../../platform/organisation";

/** Name of a repository on GitHub. What it ends with, and not `.git`, which is of its address. */
const NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?<!\\.git)";

/** A repository of the organisation, such as `alphagov/whitehall`. */
export const REPOSITORY = new RegExp(`^${ORGANISATION.gitHub}/${NAME}$`);

/** The address of the organisation on GitHub, or of a repository of it. */
export const REPOSITORY_URL = new RegExp(`^https://github\\.com/${ORGANISATION.gitHub}(?:/${NAME})?$`);
