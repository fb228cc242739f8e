import type { TerraformStack } from "cdktf";
import { CONTAINER_REGISTRY, PULLING_ACCOUNTS } from "../../settings/organisation/container-registry";
import { ORGANISATION } from "../../platform/organisation";
import type { Tenants } from "../../settings/tenants/tenants";
import { ImageRepository, type ImageRepositoryProps } from "../../infrastructure/image-repository";
import { imagesOf } from "./images";

/** Where images are kept, by the name of the image. */
export type Repositories = ReadonlyMap<string, ImageRepository>;

/** A repository for every image of the organisation. */
export function addRepositories(
  stack: TerraformStack,
  tenants: Tenants,
  props: Pick<ImageRepositoryProps, "keyArn" | "protected">,
): Repositories {
  const { prefix, deployedTagPrefix, tagger } = CONTAINER_REGISTRY;
  const taggers = PULLING_ACCOUNTS.map(
    (account) => `arn:aws:iam::${account}:role/${tagger}-${ORGANISATION.name}`,
  );

  return new Map(
    imagesOf(tenants).map(({ name }) => [
      name,
      new ImageRepository(stack, `image-${name}`, {
        ...props,
        name: `${prefix}/${name}`,
        deployedTagPrefix,
        pullingAccounts: PULLING_ACCOUNTS,
        taggers,
      }),
    ]),
  );
}
