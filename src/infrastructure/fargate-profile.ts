import { EksFargateProfile } from "@cdktf/provider-aws/lib/eks-fargate-profile";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { policyDocument } from "../constructs/iam-policy";
import { serviceRoleName } from "../names/cluster-names";
import { ServiceRole } from "./service-role";

/** Pods by their namespace and labels. */
export interface FargatePods {
  readonly namespace: string;

  /** @default - every pod of the namespace */
  readonly labels?: Readonly<Record<string, string>>;
}

export interface FargateProfileProps {
  readonly clusterName: string;
  readonly region: string;
  readonly accountId: string;
  readonly name: string;

  /** Private subnets: Fargate takes no public ones. */
  readonly subnetIds: readonly string[];

  /** Pods that run on Fargate, in up to five parts. */
  readonly pods: readonly FargatePods[];

  /** Resources that must exist first. */
  readonly after: readonly ITerraformDependable[];
}

/** Role, in names, of the kubelets that run pods on Fargate. */
export const FARGATE_ROLE = "fargate";

/**
 * Pods that run on machines of AWS's own, without a node of the cluster's. Another list of them replaces the profile.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html
 */
export class FargateProfile extends Construct {
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: FargateProfileProps) {
    super(scope, id);
    const { clusterName, name, subnetIds, pods, after } = props;

    const role = new ServiceRole(this, "role", {
      name: serviceRoleName(clusterName, FARGATE_ROLE),
      description: `Kubelets of pods of cluster ${clusterName} on Fargate`,
      trust: trustOf(props),
      managedPolicies: ["AmazonEKSFargatePodExecutionRolePolicy"],
    });
    const profile = new EksFargateProfile(this, "profile", {
      clusterName,
      fargateProfileName: name,
      podExecutionRoleArn: role.arn,
      subnetIds: [...subnetIds],
      selector: pods.map(({ namespace, labels }) => ({ namespace, labels: labels && { ...labels } })),
      dependsOn: [...role.ready, ...after],
    });
    this.ready = [profile];
  }
}

/** Trust in Fargate, on behalf of this cluster's profiles alone. */
const trustOf = ({ clusterName, region, accountId }: FargateProfileProps): string =>
  policyDocument([
    {
      Effect: "Allow",
      Principal: { Service: "eks-fargate-pods.amazonaws.com" },
      Action: ["sts:AssumeRole"],
      Condition: {
        ArnLike: { "aws:SourceArn": `arn:aws:eks:${region}:${accountId}:fargateprofile/${clusterName}/*` },
      },
    },
  ]);
