import { organisation } from "../../support/organisation";
import { ConfigurationError } from "../../../src/settings/checking/configuration-error";
import { defineOrganisation } from "../../../src/settings/define/organisation";
import type { OrganisationSettings } from "../../../src/settings/organisation/schema";

/** Lists what is said against the organisation, but for what a test is about. */
export function problemsWith(overrides: object): readonly string[] {
  try {
    defineOrganisation({ ...organisation, ...overrides } as OrganisationSettings);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.problems;
    }
    throw error;
  }
}
