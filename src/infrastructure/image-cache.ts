import { DataAwsSecretsmanagerSecret } from "@cdktf/provider-aws/lib/data-aws-secretsmanager-secret";
import { EcrPullThroughCacheRule } from "@cdktf/provider-aws/lib/ecr-pull-through-cache-rule";
import { EcrRegistryPolicy } from "@cdktf/provider-aws/lib/ecr-registry-policy";
import { EcrRepositoryCreationTemplate } from "@cdktf/provider-aws/lib/ecr-repository-creation-template";
import { Construct } from "constructs";
import { policyDocument, serviceTrust } from "../constructs/iam-policy";
import { cachedImagesLifecycle } from "./image-lifecycle";
import { accountArn, repositoryPolicy } from "./image-pull-policy";
import { ServiceRole } from "./service-role";

/** A registry whose images are copied the first time somebody asks for them. */
export interface Upstream {
  /** As image names have it; what repositories of its copies begin with. */
  readonly host: string;

  /**
   * Where it answers.
   *
   * @default - the host
   */
  readonly url?: string;

  /**
   * Name of the secret with the credentials for it.
   *
   * @default - none: it answers everybody
   */
  readonly credentialsSecret?: string;
}

export interface ImageCacheProps {
  readonly accountId: string;
  readonly region: string;

  /** ARN of the KMS key that copies are encrypted with. */
  readonly keyArn: string;
  readonly upstreams: readonly Upstream[];

  /** Accounts that may pull copies, twelve digits each. */
  readonly pullingAccounts: readonly string[];

  /** ARNs of the roles, `*` for any characters, whose pulls make a copy where there is none: those of nodes. */
  readonly copiers: readonly string[];
}

/**
 * Copies of images from the internet, so that nodes need no registry but ours. Clusters go on when one of the others
 * does not answer, limits its pulls or loses an image.
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
    const { upstreams, pullingAccounts, copiers } = props;

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
      ]),
    });
  }

  /** The repositories of the copies, each of which is made with the first. */
  private repositories(): string[] {
    const { accountId, region, upstreams } = this.props;
    return upstreams.map(({ host }) => `arn:aws:ecr:${region}:${accountId}:repository/${host}/*`);
  }

  private addTemplate(): void {
    const { keyArn, pullingAccounts } = this.props;

    const role = new ServiceRole(this, "creation-role", {
      name: "ecr-repository-creation",
      description: "Makes a repository for the first copy of an image",
      trust: serviceTrust("ecr.amazonaws.com"),
      managedPolicies: [],
      permissions: [
        { actions: ["ecr:CreateRepository", "ecr:TagResource"], resources: this.repositories() },
        { actions: ["kms:CreateGrant", "kms:DescribeKey", "kms:RetireGrant"], resources: [keyArn] },
      ],
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
