import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { Construct } from "constructs";
import type { Manifest } from "../../constructs/manifests";
import { type TenantPlace, tenantPodsGroupName } from "../../names/tenant-resource-names";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { NodePlace } from "../cluster-outputs";

/** Security groups of pods that connect to a tenant's databases. */
export interface ClientGroups {
  /** Group that databases admit. */
  readonly admitted: string;

  /** Groups of each such pod; `undefined` where pods have those of their node, so that databases admit every pod. */
  readonly ofPods: readonly string[] | undefined;
}

/** Switch of security groups for pods, and the mode in which network policies hold for such pods too. */
const ENV = { ENABLE_POD_ENI: "true", POD_SECURITY_GROUP_ENFORCING_MODE: "standard" };

/**
 * True if pods of a cluster may have security groups of their own. Its nodes must be of types that can: those of the family `t`
 * cannot.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html
 */
const podsHaveSecurityGroups = ({ cluster }: Pick<ClusterEnvironment, "cluster">): boolean => {
  const env = cluster.eksAddons["vpc-cni"]?.configuration?.env;
  return (
    cluster.compute.kind !== "auto" &&
    typeof env === "object" &&
    env !== null &&
    Object.entries(ENV).every(([name, value]) => (env as Readonly<Record<string, unknown>>)[name] === value)
  );
};

/**
 * Security groups of a tenant's pods. Where a cluster's pods may have their own, databases admit those of one tenant; elsewhere
 * the nodes, and IAM alone keeps the other tenants out.
 */
export function clientGroups(
  scope: Construct,
  place: TenantPlace,
  nodes: NodePlace & { readonly vpcId: string },
  environment: ClusterEnvironment,
): ClientGroups {
  if (!podsHaveSecurityGroups(environment)) {
    return { admitted: nodes.securityGroupId, ofPods: undefined };
  }
  const { id } = new SecurityGroup(scope, "pods", {
    name: tenantPodsGroupName(place),
    description: "Pods that connect to databases of their tenant",
    vpcId: nodes.vpcId,
  });
  return { admitted: id, ofPods: [nodes.securityGroupId, id] };
}

/**
 * Gives pods their security groups, of which the nodes' keeps up all other conversations.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/sg-pods-example-deployment.html
 */
export const securityGroupPolicy = (
  metadata: { readonly name: string; readonly namespace: string },
  selector: { readonly podSelector: Labels } | { readonly serviceAccountSelector: Labels },
  groupIds: ClientGroups["ofPods"],
): Manifest[] =>
  groupIds === undefined
    ? []
    : [
        {
          apiVersion: "vpcresources.k8s.aws/v1beta1",
          kind: "SecurityGroupPolicy",
          metadata,
          spec: { ...selector, securityGroups: { groupIds } },
        },
      ];

type Labels = { readonly matchLabels: Readonly<Record<string, string>> };
