/**
 * Name of a GitHub repository's resources in Terraform: `example/data_find` is `data-find`, since underscores
 * separate the parts of an address.
 */
export const repositoryId = (repository: string): string =>
  repository
    .split("/")
    .at(-1)!
    .toLowerCase()
    .replaceAll(/[._-]+/g, "-");
