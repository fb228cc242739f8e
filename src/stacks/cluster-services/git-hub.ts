/** Address of a repository such as `alphagov/whitehall`. */
export const gitHub = (repository: string): string => `https://github.com/${repository}`;
