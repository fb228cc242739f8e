import type { AccessFile } from "../../src/settings/access/access-file";
import { ConfigurationError } from "../../src/settings/checking/configuration-error";
import { defineEnvironment, defineEnvironments } from "./organisation";
import type { Environment, EnvironmentSettings } from "../../src/settings/environment/environment";
import { legacySubnets } from "../../src/settings/network/layout";

const cidr = "10.13.0.0/16";

/** An access file that gives nobody anything. */
export const noAccess: AccessFile = {
  path: "src/platform/access/production.yaml",
  members: {},
  problems: [],
};

/** Settings as production's, with nobody in the access file. */
export const productionLike: EnvironmentSettings = {
  name: "production",
  network: { vpc: { cidr, legacySubnets: legacySubnets(cidr, { neptune: false }) } },
  dns: { publishingDomain: "publishing.service.gov.uk" },
  access: noAccess,
};

/** A valid environment like production, but for what a test is about. */
export const environment = (overrides: Partial<EnvironmentSettings> = {}): Environment =>
  defineEnvironment({ ...productionLike, ...overrides });

export const testEnvironment = environment();

/** What is said against settings; nothing where they are accepted. */
export function problemsOf(...settings: readonly unknown[]): readonly string[] {
  try {
    defineEnvironments(settings as readonly EnvironmentSettings[]);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.problems;
    }
    throw error;
  }
}

/** What is said against settings like production's, but for what a test is about. */
export const problemsWith = (overrides: object): readonly string[] =>
  problemsOf({ ...productionLike, ...overrides });
