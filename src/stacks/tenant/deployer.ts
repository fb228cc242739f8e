import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { Construct } from "constructs";
import { ISSUER } from "../../infrastructure/github-identity-provider";
import { GitHubRole } from "../../infrastructure/github-role";
import { pushPermissions } from "../../tenants/image-pusher";
import { deployerGroup, deployerRoleName } from "../../names/tenant-names";

export interface DeployerProps {
  readonly accountId: string;
  readonly region: string;
  readonly clusterName: string;

  /** Name that the cluster's stacks end in. */
  readonly cluster: string;
  readonly namespace: string;
  readonly repository: string;
  readonly gitHubEnvironment: string;

  /** ARNs of the repositories that its workflows push images to. */
  readonly repositoryArns: readonly string[];
}

/**
 * Identity of the workflows that deploy to one namespace: an IAM role that one environment of one repository assumes without
 * a secret, and its entry to the cluster.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html
 */
export class Deployer extends Construct {
  constructor(scope: Construct, id: string, props: DeployerProps) {
    super(scope, id);
    const { accountId, region, clusterName, cluster, namespace, repository, gitHubEnvironment } = props;

    const { arn } = new GitHubRole(this, "role", {
      name: deployerRoleName(cluster, namespace),
      description: `Deploys ${repository} to ${namespace} on ${cluster}`,
      identityProvider: { arn: `arn:aws:iam::${accountId}:oidc-provider/${ISSUER}` },
      repository,
      environment: gitHubEnvironment,
      permissions: [
        {
          actions: ["eks:DescribeCluster"],
          resources: [`arn:aws:eks:${region}:${accountId}:cluster/${clusterName}`],
        },
        ...pushPermissions(props.repositoryArns),
      ],
    });
    new EksAccessEntry(this, "entry", {
      clusterName,
      principalArn: arn,
      type: "STANDARD",
      kubernetesGroups: [deployerGroup(namespace)],
    });
  }
}
