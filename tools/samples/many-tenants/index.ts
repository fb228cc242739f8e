import { accessLevels } from "../../../examples/river-authority/access-levels";
import { dev, live } from "../../../examples/river-authority/environments";
import { organisation } from "../../../examples/river-authority/organisation";
import { readAccessFile } from "../../../src/settings/access/access-file";
import type { PlatformSettings } from "../../../src/settings/define-platform";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import { sampleProducts } from "../tenants";

/** Namespaces of the largest platform on record, unless `TENANTS` says otherwise. */
const count = Number(process.env.TENANTS ?? "1459");

/** Environment with the access file of the example, whose folder a bundle does not know. */
const withAccess = (environment: EnvironmentSettings): EnvironmentSettings => ({
  ...environment,
  clusters: {
    river: {
      ...environment.clusters.river!,
      access: readAccessFile(environment.name, "examples/river-authority/access", Object.keys(accessLevels)),
    },
  },
});

/** The river authority with as many invented tenants as the largest platform on record, for `npm run bench`. */
export const platform: PlatformSettings = {
  organisation,
  environments: [dev, live].map(withAccess),
  products: sampleProducts(count, {
    live: "live",
    other: "dev",
    gitHub: "river-authority",
    zones: { live: "eks.live.river-authority.example", other: "eks.dev.river-authority.example" },
  }),
};
