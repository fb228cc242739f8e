import { DataAwsSecretsmanagerSecret } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret";
import { EcrPullThroughCacheRule } from "@cdktf/provider-aws/lib/ecr-pull-through-cache-rule";
import { EcrRegistryPolicy } from "@cdktf/provider-aws/lib/ecr-registry-policy";
import { EcrRepositoryCreationTemplate } from "@cdktf/provider-aws/lib/ecr-repository-creation-template";
import { Construct } from "constructs";
import { policyDocument, type Statement } from "../constructs/iam-policy";
import { COPIES_ROLE } from "../names/registry-names";
import { cachedImagesLifecycle } from "./image-lifecycle";
import { accountArn, repositoryPolicy } from "./image-pull-policy";
import { repositoryCreator } from "./repository-creator";

/** A registry whose images ECR copies at the first pull. */
export interface Upstream {
  /** Host as image names have it, and prefix of the repositories of its copies. */
  readonly host: string;

  /**
   * Address at which the registry answers.
   *
   * @default - the host
   */
  readonly url?: string;

  /**
   * Name of the secret with the registry's credentials.
   *
   * @default - none: the registry needs no credentials
   */
  readonly credentialsSecret?: string;
}

export interface ImageCacheProps {
  readonly accountId: string;
  readonly region: string;

  /** ARN of the KMS key that encrypts the copies. */
  readonly keyArn: string;
  readonly upstreams: readonly Upstream[];

  /** Accounts that may pull copies, twelve digits each. */
  readonly pullingAccounts: readonly string[];

  /** ARNs of the nodes' roles, `*` for any characters: their pulls may make a copy. */
  readonly copiers: readonly string[];

  /**
   * Other rights in the policy of the registry, which has one policy for all that it does.
   *
   * @default - none
   */
  readonly otherAccess?: readonly Statement[];
}

/**
 * Copies of images from the internet, so that nodes need our registry only. Clusters work on when another
 * registry is down, limits its pulls or loses an image.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html
 */
export class ImageCache extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: ImageCacheProps,
  ) {
    super(scope, id);
    const { upstreams, pullingAccounts, copiers, otherAccess = [] } = props;

    this.addTemplate();
    upstreams.forEach((upstream) => this.addRule(upstream));
    new EcrRegistryPolicy(this, "access", {
      policy: policyDocument([
        {
          Effect: "Allow",
          Principal: { AWS: pullingAccounts.map(accountArn) },
          Action: ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"],
          Resource: this.repositories(),
          Condition: { ArnLike: { "aws:PrincipalArn": copiers } },
        },
        ...otherAccess,
      ]),
    });
  }

  /** Repositories of the copies. ECR makes each with its first copy. */
  private repositories(): string[] {
    const { accountId, region, upstreams } = this.props;
    return upstreams.map(({ host }) => `arn:aws:ecr:${region}:${accountId}:repository/${host}/*`);
  }

  private addTemplate(): void {
    const { keyArn, pullingAccounts } = this.props;

    const role = repositoryCreator(this, "creation-role", {
      name: COPIES_ROLE,
      description: "Makes a repository for the first copy of an image",
      repositories: this.repositories(),
      keyArn,
    });
    new EcrRepositoryCreationTemplate(this, "template", {
      prefix: "ROOT",
      description: "Copies of images from other registries",
      appliedFor: ["PULL_THROUGH_CACHE"],
      customRoleArn: role.arn,
      imageTagMutability: "IMMUTABLE",
      encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: keyArn }],
      lifecyclePolicy: cachedImagesLifecycle(),
      repositoryPolicy: repositoryPolicy({ pullingAccounts }),
      dependsOn: [...role.ready],
    });
  }

  private addRule({ host, url = host, credentialsSecret }: Upstream): void {
    const id = host.replaceAll(".", "-");

    new EcrPullThroughCacheRule(this, id, {
      ecrRepositoryPrefix: host,
      upstreamRegistryUrl: url,
      credentialArn:
        credentialsSecret &&
        new DataAwsSecretsmanagerSecret(this, `${id}-credentials`, { name: credentialsSecret }).arn,
    });
  }
}
