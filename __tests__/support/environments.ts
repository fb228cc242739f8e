import { defineEnvironment } from "../../src/config/define-environment";
import type { Environment, EnvironmentSettings } from "../../src/config/environment";
import { legacySubnets } from "../../src/config/network";
import type { AccessFile } from "../../src/config/access-file";

const cidr = "10.13.0.0/16";

/** An access file that gives nobody anything. */
export const noAccess: AccessFile = { path: "src/config/access/production.yaml", members: {}, problems: [] };

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
