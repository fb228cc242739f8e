import type { ClusterEnvironment, Environment } from "../../../src/settings/environment/environment";
import { clusterLabel } from "../../../src/settings/environment/stack-names";
import { tenantStackId } from "../../../src/names/tenant-names";
import { accountOf } from "../../../src/settings/organisation/environment-names";
import { stackPlaces } from "../../terraform-json/stack-places";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { documentsIn, type IamDocument } from "./documents";
import { type ResourcePolicies, resourcePoliciesIn } from "./resource-policies";
import { policiesIn, type Role, rolesIn } from "./roles";
import { fillingOf, type StackNamed } from "./values";

/** The IAM of one environment. */
export interface EnvironmentIam {
  readonly environment: Environment;
  readonly account: string;
  readonly documents: readonly IamDocument[];
  readonly roles: readonly Role[];

  /** Documents of the policies that the stacks make, by ARN. */
  readonly policies: Readonly<Record<string, string>>;
  readonly resourcePolicies: ResourcePolicies;
}

/**
 * Collects the IAM documents and roles of environments from their synthesised stacks. Those of no environment
 * go with the first, so that none is left out.
 */
export const iamOf = (
  stacks: readonly SynthesisedStack[],
  environments: readonly Environment[],
): EnvironmentIam[] => {
  const places = stackPlaces(environments);
  return environments.map((environment) => {
    const place = { account: accountOf(environment), region: environment.region };
    const own = stacks.filter(
      ({ id }) =>
        (places.get(id)?.environment ?? tenantEnvironment(id, environments) ?? environments[0]) ===
        environment,
    );
    const seenFrom = (reader: string): StackNamed => {
      const cluster = places.get(reader)?.cluster ?? tenantCluster(reader, environments);
      return (name) =>
        own.find(({ id }) => {
          const producer = places.get(id);
          return producer?.name === name && (producer.cluster ?? cluster) === cluster;
        });
    };
    const filled = own.map((stack) => ({
      stack,
      filledIn: fillingOf(stack, seenFrom(stack.id), place),
    }));
    return {
      environment,
      account: place.account,
      documents: filled.flatMap(({ stack, filledIn }) => [...documentsIn(stack, filledIn)]),
      roles: filled.flatMap(({ stack, filledIn }) => rolesIn(stack, filledIn)),
      policies: Object.assign(
        {},
        ...filled.map(({ stack, filledIn }) => policiesIn(stack, filledIn, place.account)),
      ) as EnvironmentIam["policies"],
      resourcePolicies: Object.assign(
        {},
        ...filled.map(({ stack, filledIn }) => resourcePoliciesIn(stack, filledIn, place)),
      ) as ResourcePolicies,
    };
  });
};

/** Environment of the cluster that a tenant's stack is named after. */
const tenantEnvironment = (id: string, environments: readonly Environment[]): Environment | undefined =>
  environments.find(({ clusters }) =>
    clusters.some((cluster) => cluster === tenantCluster(id, environments)),
  );

/** Cluster that a tenant's stack is named after: the one of the longest name. */
const tenantCluster = (id: string, environments: readonly Environment[]): ClusterEnvironment | undefined =>
  environments
    .flatMap(({ clusters }) => clusters)
    .filter((cluster) => id.startsWith(tenantStackId(clusterLabel(cluster), "")))
    .sort((one, other) => clusterLabel(other).length - clusterLabel(one).length)[0];
