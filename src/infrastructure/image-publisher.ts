import { Construct } from "constructs";
import { publisherRoleName } from "../names/registry-names";
import type { GitHubIdentityProvider } from "./github-identity-provider";
import { GitHubRole } from "./github-role";
import { PUSH_IMAGE, PULL_IMAGE } from "./image-pull-policy";
import type { ImageRepository } from "./image-repository";
import type { SigningKey } from "./signing-key";

export interface ImagePublisherProps {
  readonly identityProvider: GitHubIdentityProvider;

  /** Repository, such as `example/website`. */
  readonly repository: string;

  /** Branch whose images are published. */
  readonly branch: string;

  /** Repositories that it pushes to. */
  readonly images: readonly ImageRepository[];

  /** Repositories of the images that its own are built from. */
  readonly baseImages: readonly ImageRepository[];
  readonly signingKey: SigningKey;
}

const arnsOf = (images: readonly ImageRepository[]) => images.map(({ arn }) => arn);

/**
 * Lets a repository's workflows publish images: one role pushes, and another signs images and attests how
 * they were made. Workflows assume the latter after the build, which runs third-party code.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 */
export class ImagePublisher extends Construct {
  readonly pushRoleArn: string;
  readonly signRoleArn: string;

  constructor(scope: Construct, id: string, props: ImagePublisherProps) {
    super(scope, id);
    const { images, baseImages, signingKey, ...workflows } = props;
    const { repository } = workflows;

    this.pushRoleArn = new GitHubRole(this, "push", {
      ...workflows,
      name: publisherRoleName(repository, "push"),
      description: `Pushes images of ${repository}`,
      permissions: [
        { actions: ["ecr:GetAuthorizationToken"], anyResourceBecause: "the token is for the whole registry" },
        { actions: PUSH_IMAGE, resources: arnsOf(images) },
        { actions: PULL_IMAGE, resources: arnsOf(baseImages) },
      ],
    }).arn;

    this.signRoleArn = new GitHubRole(this, "sign", {
      ...workflows,
      name: publisherRoleName(repository, "sign"),
      description: `Signs images of ${repository}`,
      permissions: [
        { actions: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"], resources: [signingKey.arn] },
      ],
    }).arn;
  }
}
