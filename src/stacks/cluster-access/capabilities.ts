import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import { GraphRights } from "../../access/graph-rights";
import { capabilityRoleName, GRAPH_MAKER, kroUser } from "../../names/capability-names";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { clusterLabel } from "../../settings/environment/stack-names";
import { applicationNamespaces } from "../../settings/namespaces/namespaces";
import { accountOf } from "../../settings/organisation/environment-names";
import type { Tenant } from "../../settings/products/products";
import { selfServiceKinds } from "../../settings/products/self-service";
import { SelfServiceRole } from "../../tenants/self-service-role";

interface Props {
  readonly tenants: readonly Tenant[];

  /** Access of Terraform to the cluster. */
  readonly after: readonly ITerraformDependable[];

  /** Dependencies of an object in a namespace. */
  readonly readyFor: (namespace: string) => readonly ITerraformDependable[];
}

/** Gives the controllers that EKS runs what they need here: kro its rights, and ACK a role for each namespace that serves itself. */
export function admitCapabilities(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  { tenants, after, readyFor }: Props,
): void {
  const { cluster, organisation, region, deletionProtection } = environment;
  const accountId = accountOf(environment);
  const { kro } = cluster.eksCapabilities;
  if (kro !== false) {
    new GraphRights(stack, "graphs", {
      user: kroUser(accountId, cluster.name),
      makes: kro.makes,
      role: GRAPH_MAKER,
      namespaces: applicationNamespaces(organisation),
      after,
      readyFor,
    });
  }
  if (cluster.eksCapabilities.argoCd !== false) {
    letArgoCdDeploy(stack, environment, tenants);
  }
  for (const tenant of tenants) {
    const kinds = selfServiceKinds(tenant);
    if (kinds.length > 0) {
      new SelfServiceRole(stack, `self-service-${tenant.namespace}`, {
        clusterName: cluster.name,
        place: { cluster: clusterLabel(environment), namespace: tenant.namespace },
        accountId,
        region,
        kinds,
        removes: deletionProtection !== true,
      });
    }
  }
}

/**
 * Lets the Argo CD that EKS runs deploy to namespaces of applications, and to those of tenants that Git delivers to. EKS makes the
 * entry of its role, whose user name differs in each session: no binding could name it, and EKS's own policies are all there is.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/capabilities-security.html
 */
function letArgoCdDeploy(
  stack: TerraformStack,
  environment: ClusterEnvironment,
  tenants: readonly Tenant[],
): void {
  const { cluster, organisation } = environment;
  const namespaces = [
    ...applicationNamespaces(organisation),
    ...tenants
      .filter(({ settings: { deploy } }) => deploy?.mode === "gitops")
      .map(({ namespace }) => namespace),
  ];
  if (namespaces.length > 0) {
    new EksAccessPolicyAssociation(stack, "argo-cd-policy", {
      clusterName: cluster.name,
      principalArn: `arn:aws:iam::${accountOf(environment)}:role/${capabilityRoleName(cluster.name, "argoCd")}`,
      policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy",
      accessScope: { type: "namespace", namespaces },
    });
  }
}
