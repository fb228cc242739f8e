import { accessLevels } from "../../../examples/river-authority/access-levels";
import { dev, live } from "../../../examples/river-authority/environments";
import { organisation } from "../../../examples/river-authority/organisation";
import { readAccessFile } from "../../../src/settings/access/access-file";
import type { PlatformSettings } from "../../../src/settings/define-platform";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import { sampleProducts } from "../tenants";

/** Namespaces of the largest platform on record, unless `TENANTS` says otherwise. */
const count = Number(process.env.TENANTS ?? "1459");

/** Environment with an access file of the example, whose folder a bundle does not know. */
const withAccess = (environment: EnvironmentSettings, file = environment.name): EnvironmentSettings => ({
  ...environment,
  clusters: {
    river: {
      ...environment.clusters.river!,
      access: readAccessFile(file, "examples/river-authority/access", Object.keys(accessLevels)),
    },
  },
});

/** Name of an environment in an account of its own, for the namespaces whose roles the first one has no room for. */
const SECOND = "dev-2";

/** An account has 5,000 roles at most. */
const isMoreThanAnAccountTakes = count > 2_000;

const second: EnvironmentSettings = {
  ...dev,
  name: SECOND,
  backend: {
    ...dev.backend,
    bucket: `river-authority-terraform-state-${SECOND}`,
  } as EnvironmentSettings["backend"],
  network: { ...dev.network, vpc: { cidr: "10.99.0.0/16" } },
};

const placeIn = (environment: string) => ({
  cluster: environment,
  zone: `eks.${environment}.river-authority.example`,
});

/** The river authority with as many invented tenants as the largest platform on record, for `npm run bench`. */
export const platform: PlatformSettings = {
  organisation: { ...organisation, accounts: { ...organisation.accounts, [SECOND]: "777788889999" } },
  environments: [
    withAccess(dev),
    withAccess(live),
    ...(isMoreThanAnAccountTakes ? [withAccess(second, "dev")] : []),
  ],
  products: sampleProducts(count, {
    live: placeIn("live"),
    others: [placeIn("dev"), ...(isMoreThanAnAccountTakes ? [placeIn(SECOND)] : [])],
    gitHub: "river-authority",
  }),
};
