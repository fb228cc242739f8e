import { EcrRepositoryCreationTemplate } from "@cdktf/provider-aws/lib/ecr-repository-creation-template";
import { Construct } from "constructs";
import type { Statement } from "../constructs/iam-policy";
import { REPLICA_ROLE } from "../names/registry-names";
import { ownImagesLifecycle } from "./image-lifecycle";
import { accountArn, repositoryPolicy } from "./image-pull-policy";
import { tagsThatStay } from "./image-repository";
import { repositoryCreator } from "./repository-creator";

export interface ImageReplicaProps {
  readonly accountId: string;
  readonly region: string;

  /** Account whose registry sends the images. */
  readonly sourceAccountId: string;

  /** Prefix of the names of the repositories that it sends, without a final slash. */
  readonly prefix: string;

  /** Prefix of the tags that say where an image runs. Only these tags and those of signatures may move. */
  readonly deployedTagPrefix: string;

  /** ARN of the KMS key that encrypts the images. */
  readonly keyArn: string;
}

/**
 * Repositories with copies of another registry's images. ECR makes each with its first image, as a template says, and
 * none of the settings of the repository that it copies from.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html
 */
export class ImageReplica extends Construct {
  /** Right of the registry that sends the images, for the policy of this one. */
  readonly access: Statement;

  constructor(scope: Construct, id: string, props: ImageReplicaProps) {
    super(scope, id);
    const { accountId, region, sourceAccountId, prefix, deployedTagPrefix, keyArn } = props;
    const repositories = [`arn:aws:ecr:${region}:${accountId}:repository/${prefix}/*`];

    const role = repositoryCreator(this, "creation-role", {
      name: REPLICA_ROLE,
      description: "Makes a repository for the first image that is replicated to it",
      repositories,
      keyArn,
    });
    new EcrRepositoryCreationTemplate(this, "template", {
      prefix,
      description: "Copies of the organisation's own images",
      appliedFor: ["REPLICATION"],
      customRoleArn: role.arn,
      ...tagsThatStay(deployedTagPrefix),
      encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: keyArn }],
      lifecyclePolicy: ownImagesLifecycle(deployedTagPrefix),
      repositoryPolicy: repositoryPolicy({ pullingAccounts: [accountId] }),
      dependsOn: [...role.ready],
    });
    this.access = {
      Effect: "Allow",
      Principal: { AWS: [accountArn(sourceAccountId)] },
      Action: ["ecr:CreateRepository", "ecr:ReplicateImage"],
      Resource: repositories,
    };
  }
}
