/**
 * What the resources of a repository on GitHub are called in Terraform: `example/data_find` is
 * `data-find`, since underscores stand between the parts of an address.
 */
export const repositoryId = (repository: string): string =>
  repository
    .split("/")
    .at(-1)!
    .toLowerCase()
    .replaceAll(/[._-]+/g, "-");
