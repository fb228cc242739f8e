import type { TerraformStack } from "cdktf";
import type { ContainerRegistry } from "../../settings/organisation/container-registry";
import type { Organisation } from "../../settings/organisation/organisation";
import { ImageRepository, type ImageRepositoryProps } from "../../infrastructure/image-repository";
import type { Image } from "./images";

/** Repositories by the name of their image. */
export type Repositories = ReadonlyMap<string, ImageRepository>;

interface RepositoriesProps extends Pick<ImageRepositoryProps, "keyArn" | "protected"> {
  readonly images: readonly Image[];
  readonly registry: ContainerRegistry;
}

/** Makes a repository for every image. The main cluster of every account may move tags. */
export function addRepositories(
  stack: TerraformStack,
  { defaults }: Organisation,
  { images, registry, ...props }: RepositoriesProps,
): Repositories {
  const { prefix, deployedTagPrefix, tagger, pullingAccounts } = registry;
  const taggers = pullingAccounts.map(
    (account) => `arn:aws:iam::${account}:role/${tagger}-${defaults.clusterName}`,
  );

  return new Map(
    images.map(({ name }) => [
      name,
      new ImageRepository(stack, `image-${name}`, {
        ...props,
        name: `${prefix}/${name}`,
        deployedTagPrefix,
        pullingAccounts,
        taggers,
      }),
    ]),
  );
}
