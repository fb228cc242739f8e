import { checkedOrThrow } from "./checking/checked";
import { checkEnvironments } from "./define/environments";
import { checkTenants } from "./define/tenants";
import type { Environment, EnvironmentSettings } from "./environment/environment";
import type { Organisation } from "./organisation/organisation";
import { checkOrganisation } from "./define/organisation";
import type { OrganisationSettings } from "./organisation/schema";
import { problemsOfFleet } from "./across/fleet";
import { promotedEnvironmentsExist } from "./across/promotion";
import { problemsOfReleasedClusters } from "./across/release-clusters";
import { teamsSignIn } from "./across/teams-sign-in";
import { productsOf } from "./define/products";
import { problemsOfTenantsShape } from "./tenants/shape";
import { NO_TENANTS, type Tenants, type TenantsConfig } from "./tenants/tenants";
import type { ProductsSettings } from "./products/products";
import { problemsOfPlatformShape } from "./platform-shape";

/** Everything that an author writes. */
export interface PlatformSettings {
  readonly organisation: OrganisationSettings;
  readonly environments: readonly EnvironmentSettings[];

  /**
   * Teams and their applications.
   *
   * @default - none
   */
  readonly tenants?: TenantsConfig;

  /**
   * Products that have namespaces of their own, one file each.
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
  const written = settings.tenants ?? NO_TENANTS;
  const environments = checkEnvironments(settings.environments, organisation);
  // A cluster of an environment that could not be read would look as if it were missing.
  const isWhole = environments.value.length === settings.environments.length;
  const together = isWhole
    ? [
        ...problemsOfReleasedClusters(environments.value, organisation),
        ...problemsOfFleet(environments.value),
      ]
    : [];
  const tenants = checkTenants(written, organisation);
  const both =
    problemsOfTenantsShape(written).length > 0
      ? []
      : teamsSignIn(environments.value, tenants.value, organisation);
  const applications = problemsOfTenantsShape(written).length > 0 ? [] : tenants.value.applications;
  const products = productsOf(
    settings.products,
    isWhole ? environments.value : undefined,
    organisation,
    applications,
  );

  return checkedOrThrow({
    problems: [
      ...promotedEnvironmentsExist(settings.environments, organisation),
      ...environments.problems,
      ...together,
      ...tenants.problems,
      ...both,
      ...products.problems,
    ],
    value: {
      organisation,
      environments: environments.value,
      tenants: { ...tenants.value, products: products.value },
    },
  });
}
