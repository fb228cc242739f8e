import { EksCapability, type EksCapabilityConfigurationArgoCd } from "@cdktf/provider-aws/lib/eks-capability";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type Permission, serviceTrust } from "../constructs/iam-policy";
import { ASSUME } from "../constructs/role-trust";
import { CAPABILITIES, type CapabilityName, capabilityRoleName } from "../names/capability-names";
import { ServiceRole } from "./service-role";

export interface CapabilityProps {
  readonly clusterName: string;
  readonly capability: CapabilityName;

  /**
   * Permissions of its role in AWS.
   *
   * @default - none: it works inside the cluster alone
   */
  readonly permissions?: readonly Permission[];

  /**
   * Configuration of Argo CD, which alone has some.
   *
   * @default - none
   */
  readonly argoCd?: EksCapabilityConfigurationArgoCd | undefined;
}

/** Types of capabilities, as EKS spells them. */
const TYPES: Readonly<Record<CapabilityName, string>> = { ack: "ACK", kro: "KRO", argoCd: "ARGOCD" };

/**
 * Controller that EKS runs in an account of its own, with its role. EKS brings its kinds into the cluster, and makes an access entry
 * for the role with a policy of its own: a second entry would be refused. Objects stay when the capability goes.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/capabilities.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/capability-role.html
 */
export class Capability extends Construct {
  /** Places that exist once the kinds of the capability are there. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: CapabilityProps) {
    super(scope, id);
    const { clusterName, capability, permissions = [], argoCd } = props;
    const type = TYPES[capability];

    const role = new ServiceRole(this, "role", {
      name: capabilityRoleName(clusterName, capability),
      description: `Capability ${type} of ${clusterName}`,
      trust: serviceTrust("capabilities.eks.amazonaws.com", ASSUME),
      managedPolicies: [],
      permissions,
    });
    const made = new EksCapability(this, "capability", {
      clusterName,
      capabilityName: CAPABILITIES[capability],
      type,
      roleArn: role.arn,
      ...(argoCd && { configuration: [{ argoCd: [argoCd] }] }),
      // EKS takes no other.
      deletePropagationPolicy: "RETAIN",
      dependsOn: [...role.ready],
    });
    this.ready = [made];
  }
}
