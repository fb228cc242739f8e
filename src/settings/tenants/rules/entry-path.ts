import type { Path } from "../../checking/problem";

const DNS_LABEL = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/;

/** Role names, Sentry projects and image names are made of it, with something before or behind. */
export const LONGEST_NAME = 40;

/** Whether Kubernetes, Argo CD, Sentry and IAM all take it as a name. */
export const isName = (name: unknown): name is string =>
  typeof name === "string" && DNS_LABEL.test(name) && name.length <= LONGEST_NAME;

/** `teams.search`, or `teams[3]` where the team has no name to be found by. */
export function entryPath(list: "teams" | "applications", entry: unknown, index: number): Path {
  const name = typeof entry === "object" && entry !== null && "name" in entry ? entry.name : undefined;
  return [list, isName(name) ? name : index];
}
