import { type Checked, checkedOrThrow } from "../checking/checked";
import { problemsOfOrganisation } from "./rules";
import type { OrganisationSettings } from "./schema";
import { problemsOfOrganisationShape } from "./shape";

declare const checked: unique symbol;

/** Organisation that passed every rule; only `defineOrganisation` makes one. */
export type Organisation = OrganisationSettings & { readonly [checked]: true };

/**
 * Checks every rule of an organisation.
 *
 * @throws ConfigurationError listing every problem, each with its path
 */
export const defineOrganisation = (settings: OrganisationSettings): Organisation =>
  checkedOrThrow(checkOrganisation(settings));

/** Checks as `defineOrganisation` does, and returns the problems. */
export function checkOrganisation(settings: OrganisationSettings): Checked<Organisation> {
  const shape = problemsOfOrganisationShape(settings);

  return {
    problems: shape.length > 0 ? shape : problemsOfOrganisation(settings),
    value: settings as Organisation,
  };
}
