import type { TerraformStack } from "cdktf";
import type { ContainerRegistry } from "../../settings/organisation/container-registry";
import { repositoryId } from "../../settings/organisation/repository-id";
import { GitHubIdentityProvider } from "../../infrastructure/github-identity-provider";
import { ImagePublisher } from "../../infrastructure/image-publisher";
import type { SigningKey } from "../../infrastructure/signing-key";
import type { Image } from "./images";
import type { Repositories } from "./repositories";

/** Publishers of images, by repository on GitHub. */
export type Publishers = ReadonlyMap<string, ImagePublisher>;

interface Registry {
  readonly registry: ContainerRegistry;
  readonly repositories: Repositories;
  readonly signingKey: SigningKey;
}

/** Lets each repository on GitHub publish its own images, and no others. */
export function addPublishers(
  stack: TerraformStack,
  images: readonly Image[],
  { registry, repositories, signingKey }: Registry,
): Publishers {
  const identityProvider = new GitHubIdentityProvider(stack, "github");
  const sources = [...new Set(images.map(({ repository }) => repository))];
  const kept = (named: readonly { readonly name: string }[]) =>
    named.map(({ name }) => repositories.get(name)!);

  return new Map(
    sources.map((repository) => [
      repository,
      new ImagePublisher(stack, `github-${repositoryId(repository)}`, {
        identityProvider,
        repository,
        branch: registry.branch,
        images: kept(images.filter((image) => image.repository === repository)),
        baseImages: kept(registry.baseImages),
        signingKey,
      }),
    ]),
  );
}
