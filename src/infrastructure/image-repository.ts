import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy";
import { Construct } from "constructs";
import { ownImagesLifecycle, SIGNATURE_TAG_PREFIX } from "./image-lifecycle";
import { repositoryPolicy, type RepositoryPolicyProps } from "./image-pull-policy";

export interface ImageRepositoryProps extends RepositoryPolicyProps {
  /** Name with its prefix: `example/website`. */
  readonly name: string;

  /** ARN of the KMS key that encrypts the images. */
  readonly keyArn: string;

  /** Prefix of the tags that say where an image runs. Only these tags and those of signatures may move. */
  readonly deployedTagPrefix: string;

  /** Makes Terraform refuse to destroy the repository. */
  readonly protected: boolean;
}

/**
 * Keeps tags on their images, but those of deployments and signatures: a second signature of an image is added to the
 * first, under the same tag.
 */
export const tagsThatStay = (deployedTagPrefix: string) => ({
  imageTagMutability: "IMMUTABLE_WITH_EXCLUSION",
  imageTagMutabilityExclusionFilter: [deployedTagPrefix, SIGNATURE_TAG_PREFIX].map((prefix) => ({
    filter: `${prefix}*`,
    filterType: "WILDCARD",
  })),
});

/**
 * Versions of one image. A pushed tag stays on its image for good, so that the tested image is the one that
 * runs.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
 */
export class ImageRepository extends Construct {
  readonly arn: string;

  /** Address for pushing and pulling, without a tag. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: ImageRepositoryProps) {
    super(scope, id);
    const { name, keyArn, deployedTagPrefix } = props;

    const repository = new EcrRepository(this, "repository", {
      name,
      ...tagsThatStay(deployedTagPrefix),
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: keyArn }],
      forceDelete: false,
      lifecycle: { preventDestroy: props.protected },
    });
    new EcrLifecyclePolicy(this, "lifecycle", {
      repository: repository.name,
      policy: ownImagesLifecycle(deployedTagPrefix),
    });
    new EcrRepositoryPolicy(this, "access", { repository: repository.name, policy: repositoryPolicy(props) });

    this.arn = repository.arn;
    this.url = repository.repositoryUrl;
  }
}
