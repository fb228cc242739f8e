import type { ClusterEnvironment, Environment } from "../settings/environment/environment";
import type { StackName } from "../settings/state/stack-names";

/** The `service` tag of a stack's resources. */
const SERVICE_TAGS: Readonly<Record<StackName | "tenant", string>> = {
  "tfc-aws-config": "tfc-aws-config",
  "terraform-state": "terraform-state",
  ecr: "ecr",
  vpc: "vpc",
  "root-dns": "dns",
  "cluster-infrastructure": "eks",
  "cluster-access": "eks-cluster-access",
  "cluster-services": "eks-cluster-services",
  "external-services": "external-services",
  tenant: "tenants",
};

/**
 * Tags of every AWS resource of a stack. The provider puts them on what Terraform makes; what AWS or a controller makes
 * (nodes, their disks, volumes, load balancers) must be told them.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block
 */
export function defaultTags(
  { name, organisation: { tags, tagNames } }: Environment | ClusterEnvironment,
  stack: StackName | "tenant",
): Readonly<Record<string, string>> {
  return {
    ...tags,
    [tagNames.service]: SERVICE_TAGS[stack],
    [tagNames.environment]: name,
    [tagNames.deployment]: stack,
  };
}
