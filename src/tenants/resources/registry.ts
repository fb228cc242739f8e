import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy";
import { Construct } from "constructs";
import { policyDocument } from "../../constructs/iam-policy";
import { newestImagesLifecycle } from "../../infrastructure/image-lifecycle";
import { accountArn, PULL_IMAGE } from "../../infrastructure/image-pull-policy";
import type { RegistryConfig } from "../../settings/products/resources/registry";
import type { Offer, ResourceParts } from "./resource-parts";

/** Images of a product, as its namespaces push and pull them. */
export interface RegistryParts {
  /** Name of the repository, which all of a product's begin alike. */
  readonly nameOf: (resource: string) => string;

  /** ARN of the role that alone pushes. */
  readonly pusherArn: string;

  /** Accounts of the clusters that the product has namespaces on. */
  readonly pullingAccounts: readonly string[];
}

export interface TenantRegistryProps extends ResourceParts {
  readonly name: string;
  readonly settings: RegistryConfig;
  readonly registries: RegistryParts;
}

/** Images that stay where the file says nothing. */
const KEPT = 200;

/**
 * Repository of a product's image. A pushed tag stays on its image for good, ECR scans each push, and only one role pushes.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html
 */
export class TenantRegistry extends Construct {
  readonly offer: Offer;

  constructor(scope: Construct, id: string, props: TenantRegistryProps) {
    super(scope, id);
    const { name, settings, region, accountId, keyArn, kept, registries } = props;
    const repositoryName = registries.nameOf(name);

    const repository = new EcrRepository(this, "repository", {
      name: repositoryName,
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: keyArn }],
      forceDelete: false,
      lifecycle: { preventDestroy: kept },
    });
    new EcrLifecyclePolicy(this, "lifecycle", {
      repository: repository.name,
      policy: newestImagesLifecycle(settings.keepImages ?? KEPT),
    });
    new EcrRepositoryPolicy(this, "access", { repository: repository.name, policy: accessTo(registries) });

    this.offer = {
      config: { URL: `${accountId}.dkr.ecr.${region}.amazonaws.com/${repositoryName}` },
      permissions: [],
      after: [repository],
    };
  }
}

/** Policy by which accounts pull, and one role alone pushes. It names no resource: that is the repository. */
const accessTo = ({ pusherArn, pullingAccounts }: RegistryParts): string =>
  policyDocument([
    {
      Effect: "Allow",
      Principal: { AWS: pullingAccounts.map(accountArn) },
      Action: [...PULL_IMAGE, "ecr:DescribeImages"],
    },
    {
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: ["ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"],
      Condition: { ArnNotEquals: { "aws:PrincipalArn": pusherArn } },
    },
  ]);
