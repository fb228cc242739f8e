import type { TerraformStack } from "cdktf";
import type { ContainerRegistry } from "../../settings/organisation/container-registry";
import type { Tagger } from "../../infrastructure/image-pull-policy";
import { ImageRepository, type ImageRepositoryProps } from "../../infrastructure/image-repository";
import type { Image } from "./images";

/** Repositories of images, by the name of the image. */
export type Repositories = ReadonlyMap<string, ImageRepository>;

interface RepositoriesProps extends Pick<ImageRepositoryProps, "keyArn" | "protected"> {
  readonly images: readonly Image[];

  /** Roles that tag the images that applications run. Images that others are built from get no such tag. */
  readonly taggers: readonly Tagger[];
  readonly registry: ContainerRegistry;
}

/** Makes a repository for every image. */
export function addRepositories(
  stack: TerraformStack,
  { images, registry, taggers, ...props }: RepositoriesProps,
): Repositories {
  const { prefix, deployedTagPrefix, pullingAccounts, baseImages, region } = registry;
  const isBase = (name: string) => baseImages.some((base) => base.name === name);

  return new Map(
    images.map(({ name, lambda = false }) => [
      name,
      new ImageRepository(stack, `image-${name}`, {
        ...props,
        name: `${prefix}/${name}`,
        deployedTagPrefix,
        pullingAccounts,
        lambdaRegion: lambda ? region : undefined,
        taggers: isBase(name) ? [] : taggers,
      }),
    ]),
  );
}
