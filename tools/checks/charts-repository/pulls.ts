import { asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { blocksOf } from "../../terraform-json/blocks";
import { listAt, type KubernetesObject } from "../charts/objects";
import { placedWorkloads } from "./placed";

/** Registry of an organisation, as pods meet it. */
export interface ImageRegistry {
  /** Accounts whose nodes may pull, by repository. */
  readonly repositories: ReadonlyMap<string, ReadonlySet<string>>;

  /** Beginnings of repositories that copy those of other registries as they are asked for. */
  readonly copies: readonly string[];
}

const PULL = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

/** Registry that stacks make, each repository with those who may pull by its policy. */
export const registryIn = (stacks: readonly JsonMap[]): ImageRegistry => ({
  repositories: new Map(stacks.flatMap(repositoriesIn)),
  copies: stacks
    .flatMap((json) => Object.values(blocksOf(json, "aws_ecr_pull_through_cache_rule")))
    .map(({ ecr_repository_prefix: prefix }) => `${textOf(prefix)}/`),
});

function repositoriesIn(json: JsonMap): [string, ReadonlySet<string>][] {
  const policies = Object.values(blocksOf(json, "aws_ecr_repository_policy"));
  return Object.entries(blocksOf(json, "aws_ecr_repository")).map(([id, { name }]) => [
    textOf(name),
    new Set(
      policies
        .filter(({ repository }) => textOf(repository).includes(`aws_ecr_repository.${id}.`))
        .flatMap(({ policy }) => pullers(JSON.parse(textOf(policy)) as JsonMap)),
    ),
  ]);
}

const pullers = (policy: JsonMap): string[] =>
  listAt(policy, "Statement")
    .filter(isMap)
    .filter(
      ({ Effect, Action, Condition }) =>
        Effect === "Allow" &&
        Condition === undefined &&
        PULL.every((action) => Array.isArray(Action) && Action.includes(action)),
    )
    .flatMap(({ Principal }) => [asMap(Principal).AWS ?? []].flat())
    .flatMap((arn) => /^arn:aws:iam::(\d{12}):root$/.exec(textOf(arn))?.[1] ?? []);

/** Registry of Amazon's in an image's name, with the repository there. */
const OF_ECR = /^(\d{12})\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\/([^:@]+)/;

/**
 * Images of the organisation's registry, where it has one, that nodes of an account cannot pull: there is no such repository, or its
 * policy names other accounts.
 */
export function unpullableImages(
  objects: readonly KubernetesObject[],
  { repositories, copies }: ImageRegistry,
  account: string,
): string[] {
  const images = placedWorkloads(objects).flatMap(({ workload: { containers } }) =>
    containers.map(({ image }) => textOf(image ?? "")),
  );
  return [...new Set(images)].flatMap((image) => {
    const [, owner, name = ""] = OF_ECR.exec(image) ?? [];
    if (owner === undefined || repositories.size === 0 || copies.some((prefix) => name.startsWith(prefix))) {
      return [];
    }
    const accounts = repositories.get(name);
    if (accounts === undefined) {
      return [`pull: expected a repository of the registry, got ${image}; add ${name} to the registry's`];
    }
    return owner === account || accounts.has(account)
      ? []
      : [
          `pull: expected ${name} to let account ${account} pull, got a policy without it; add it to the registry's accounts`,
        ];
  });
}
