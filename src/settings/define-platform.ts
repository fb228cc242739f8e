import { checkedOrThrow } from "./checking/checked";
import { checkEnvironments } from "./define/environments";
import type { Environment, EnvironmentSettings } from "./environment/environment";
import type { Organisation } from "./organisation/organisation";
import { checkOrganisation } from "./define/organisation";
import type { OrganisationSettings } from "./organisation/schema";
import { problemsOfFleet } from "./across/fleet";
import { promotedEnvironmentsExist } from "./across/promotion";
import { replicatedEnvironmentsExist } from "./across/replicas";
import { problemsOfReleasedClusters } from "./across/release-clusters";
import { checkTenants } from "./define/products";
import type { Tenants } from "./tenants/tenants";
import type { ProductsSettings } from "./products/products";
import { problemsOfPlatformShape } from "./platform-shape";

/** Everything that an author writes. */
export interface PlatformSettings {
  readonly organisation: OrganisationSettings;
  readonly environments: readonly EnvironmentSettings[];

  /**
   * Teams, and the files of their products: applications in namespaces that they share, and namespaces of their own.
   *
   * @default - none
   */
  readonly products?: ProductsSettings;
}

/** Everything that stacks are made from. */
export interface Platform {
  readonly organisation: Organisation;
  readonly environments: readonly Environment[];
  readonly tenants: Tenants;
}

/**
 * Fills in defaults and checks every rule. All else depends on the organisation, so its problems are reported
 * alone.
 *
 * @throws ConfigurationError listing the problems of all
 */
export function definePlatform(settings: PlatformSettings): Platform {
  checkedOrThrow({ problems: problemsOfPlatformShape(settings), value: settings });
  const organisation = checkedOrThrow(checkOrganisation(settings.organisation));
  const environments = checkEnvironments(settings.environments, organisation);
  // A cluster of an environment that could not be read would look as if it were missing.
  const isWhole = environments.value.length === settings.environments.length;
  const together = isWhole
    ? [
        ...problemsOfReleasedClusters(environments.value, organisation),
        ...problemsOfFleet(environments.value),
      ]
    : [];
  const tenants = checkTenants(settings.products, isWhole ? environments.value : undefined, organisation);

  return checkedOrThrow({
    problems: [
      ...promotedEnvironmentsExist(settings.environments, organisation),
      ...replicatedEnvironmentsExist(settings.environments, organisation),
      ...environments.problems,
      ...together,
      ...tenants.problems,
    ],
    value: { organisation, environments: environments.value, tenants: tenants.value },
  });
}
