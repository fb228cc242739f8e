/** Address of a repository such as `example/charts`. */
export const gitHub = (repository: string): string => `https://github.com/${repository}`;
