/** Address of a repository such as `example/charts`. */
export const gitHub = (repository: string, transport: "https" | "ssh" = "https"): string =>
  transport === "ssh" ? `git@github.com:${repository}` : `https://github.com/${repository}`;
