import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { Kinds } from "../../access/group-rights";
import { HubAccess } from "../../access/hub-access";
import { workloadRoleName } from "../../names/cluster-names";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { HUB_GROUP, hubOf, rolesOfHub } from "../../settings/environment/hub";
import { COMMON_KINDS, resourceOf } from "../../settings/namespaces/argo-kinds";
import { applicationNamespaces } from "../../settings/namespaces/namespaces";

/** Lets the hub of a workload cluster deploy to its namespaces of applications, unless a program of its own does. */
export function admitHub(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  all: readonly ClusterEnvironment[],
  readyFor: (namespace: string) => readonly ITerraformDependable[],
): void {
  const hub = hubOf(environment, all);
  if (hub === undefined || environment.cluster.gitops !== "argo-cd") {
    return;
  }
  const { accountId, roleArns } = rolesOfHub(hub);
  new HubAccess(stack, "hub", {
    clusterName: environment.cluster.name,
    roleName: workloadRoleName(HUB_GROUP, environment.cluster.name),
    group: HUB_GROUP,
    hubAccountId: accountId,
    hubRoleArns: roleArns,
    namespaces: applicationNamespaces(environment.organisation),
    changes: CHANGES,
    reads: READS,
    readyFor,
  });
}

/** Kinds that applications are made of, by their API groups: those that Argo CD's projects allow every team. */
const CHANGES: readonly Kinds[] = [...new Set(COMMON_KINDS.map(({ group }) => group))].map((apiGroup) => ({
  apiGroup,
  resources: COMMON_KINDS.filter(({ group }) => group === apiGroup).map(({ kind }) => resourceOf(kind)),
}));

/** Kinds from which Argo CD tells whether an application is well. */
const READS: readonly Kinds[] = [
  { apiGroup: "", resources: ["events", "pods", "pods/log"] },
  { apiGroup: "apps", resources: ["replicasets"] },
  { apiGroup: "discovery.k8s.io", resources: ["endpointslices"] },
];
