import { nearest } from "../../checking/nearest";
import { oneOf, type Path, problem, show } from "../../checking/problem";
import { environmentNames } from "../environment-names";
import type { OrganisationConfig } from "../schema";

/** Refuses the name of an environment that the organisation has no account for. */
export function environmentIsKnown(
  path: Path,
  name: string,
  organisation: Pick<OrganisationConfig, "accounts">,
): string[] {
  const known = environmentNames(organisation);
  if (known.includes(name)) {
    return [];
  }
  const meant = nearest(name, known);
  const fix = meant ? `did you mean ${show(meant)}?` : "add its account to organisation.accounts first";
  return [problem(path, oneOf(known), show(name), fix)];
}
