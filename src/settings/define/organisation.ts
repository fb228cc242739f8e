import { releasesCanBeInstalled } from "../across/release-contents";
import { releasesGoForward } from "../across/release-order";
import { type Checked, checkedOrThrow } from "../checking/checked";
import type { Organisation } from "../organisation/organisation";
import { problemsOfOrganisation } from "../organisation/rules";
import { ORGANISATION_SETTINGS, type OrganisationSettings } from "../organisation/schema";
import { problemsOfOrganisationShape } from "../organisation/shape";

/**
 * Fills in defaults and checks every rule of an organisation.
 *
 * @throws ConfigurationError listing every problem, each with its path
 */
export const defineOrganisation = (settings: OrganisationSettings): Organisation =>
  checkedOrThrow(checkOrganisation(settings));

/** Checks as `defineOrganisation` does, and returns the problems. */
export function checkOrganisation(settings: OrganisationSettings): Checked<Organisation> {
  const shape = problemsOfOrganisationShape(settings);
  if (shape.length > 0) {
    return { problems: shape, value: settings as Organisation };
  }
  const config = ORGANISATION_SETTINGS.parse(settings);
  return {
    problems: [
      ...problemsOfOrganisation(config),
      ...releasesCanBeInstalled(config),
      ...releasesGoForward(config),
    ],
    value: config as Organisation,
  };
}
