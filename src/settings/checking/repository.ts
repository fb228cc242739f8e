/** Name of a repository on GitHub. It does not end in `.git`, which belongs to its address. */
const NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?<!\\.git)";

/** Shape of the name of any repository with its organisation. */
export const ANY_REPOSITORY = new RegExp(`^[A-Za-z0-9][A-Za-z0-9-]{0,38}/${NAME}$`);

/** Shape of a repository's name with its organisation, such as `example/charts`. */
export const repositoryOf = (gitHub: string): RegExp => new RegExp(`^${gitHub}/${NAME}$`);

/** Shape of the address of an organisation on GitHub, or of a repository of it, for HTTPS or SSH. */
export const repositoryUrlOf = (gitHub: string): RegExp =>
  new RegExp(`^(?:https://github\\.com/|git@github\\.com:)${gitHub}(?:/${NAME})?$`);
