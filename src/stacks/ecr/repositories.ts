import type { TerraformStack } from "cdktf";
import type { ContainerRegistry } from "../../settings/organisation/container-registry";
import { ImageRepository, type ImageRepositoryProps } from "../../infrastructure/image-repository";
import type { Image } from "./images";

/** Repositories of images, by the name of the image. */
export type Repositories = ReadonlyMap<string, ImageRepository>;

interface RepositoriesProps extends Pick<ImageRepositoryProps, "keyArn" | "protected" | "taggers"> {
  readonly images: readonly Image[];
  readonly registry: ContainerRegistry;
}

/** Makes a repository for every image. */
export function addRepositories(
  stack: TerraformStack,
  { images, registry, ...props }: RepositoriesProps,
): Repositories {
  const { prefix, deployedTagPrefix, pullingAccounts } = registry;

  return new Map(
    images.map(({ name }) => [
      name,
      new ImageRepository(stack, `image-${name}`, {
        ...props,
        name: `${prefix}/${name}`,
        deployedTagPrefix,
        pullingAccounts,
      }),
    ]),
  );
}
