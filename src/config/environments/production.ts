import { readAccessFile } from "../access-file";
import type { EnvironmentSettings } from "../environment";
import { legacySubnets } from "../network-layout";

const cidr = "10.13.0.0/16";

/** What the public uses. Its settings are the defaults, so little stands here. */
export const production: EnvironmentSettings = {
  name: "production",

  network: {
    vpc: { cidr, legacySubnets: legacySubnets(cidr, { neptune: false }) },
  },

  dns: { publishingDomain: "publishing.service.gov.uk" },

  access: readAccessFile("production"),
};
