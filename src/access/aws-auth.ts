import { ConfigMapV1Data } from "@cdktf/provider-kubernetes/lib/config-map-v1-data";
import { Construct } from "constructs";
import { awsAuthRoles, type ProgramMapping } from "../constructs/aws-auth-roles";
import type { Grant } from "./grant";

export interface AwsAuthProps {
  readonly accountId: string;
  readonly nodeRoleArn: string;
  readonly grants: readonly Grant[];

  /**
   * Roles of programs.
   *
   * @default - none
   */
  readonly programs?: readonly ProgramMapping[];
}

/**
 * Admits nodes and IAM roles to the cluster without access entries: a ConfigMap maps each role to the
 * Kubernetes group of its level.
 *
 * EKS makes the ConfigMap with the first managed node group and goes on writing to it. Terraform therefore
 * manages only its data, and takes them over by force.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html
 */
export class AwsAuth extends Construct {
  constructor(scope: Construct, id: string, { accountId, nodeRoleArn, grants, programs = [] }: AwsAuthProps) {
    super(scope, id);

    new ConfigMapV1Data(this, "config-map", {
      metadata: { name: "aws-auth", namespace: "kube-system" },
      data: {
        mapRoles: awsAuthRoles({
          accountId,
          nodeRoleArn,
          mappings: grants.map(({ level, roles }) => ({ roles, groups: [level] })),
          programs,
        }),
      },
      force: true,
    });
  }
}
