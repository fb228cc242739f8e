import { isOfEveryObject } from "../checking/own-value";
import type { Path } from "../checking/problem";

const DNS_LABEL = /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/;

/**
 * Characters of the longest name. Role names, Sentry projects and image names add text before or after it.
 */
export const LONGEST_NAME = 40;

/** True for a name that Kubernetes, Argo CD, Sentry, IAM and CDKTF all accept. */
export const isName = (name: unknown): name is string =>
  typeof name === "string" && DNS_LABEL.test(name) && name.length <= LONGEST_NAME && !isOfEveryObject(name);

/** Path `teams.search`, or `teams[3]` for a team without a name. */
export function entryPath(list: "teams" | "applications", entry: unknown, index: number): Path {
  const name = typeof entry === "object" && entry !== null && "name" in entry ? entry.name : undefined;
  return [list, isName(name) ? name : index];
}
