import type { Needs } from "../../settings/addon-definition/definition";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { namespaceIsKnown } from "../../settings/namespaces/known-namespace";
import { namespaceNames } from "../../settings/namespaces/namespaces";
import type { PrivateRegistryConfig } from "./settings";
import { matches } from "../../settings/checking/matches";
import { oneOf, type Path, problem, show } from "../../settings/checking/problem";
import { secretCanBeRead } from "../../settings/checking/secret-path";

const PATH = ["addons", "imagePullSecrets"] as const;

/** Such as `ghcr.io` or `registry.example:5000`. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?::[1-9]\d{1,4})?$/;

/** Whole name below the host, without a tag. */
const REPOSITORY = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/;

/** Credentials come from Secrets Manager. */
export function needsOfPullSecrets({ addons: { imagePullSecrets } }: ClusterEnvironmentConfig): Needs {
  return imagePullSecrets !== false && imagePullSecrets.length > 0
    ? { externalSecrets: "registries' credentials" }
    : {};
}

/** Problems of the registries that need a password. */
export function problemsOfPullSecrets(config: ClusterEnvironmentConfig): string[] {
  const registries = config.addons.imagePullSecrets || [];
  const known = namespaceNames(config.organisation);

  return registries.flatMap(({ registry, repositories, path, namespaces }, index) => [
    ...matches(
      registry,
      HOST,
      [...PATH, index, "registry"],
      'the host of a registry such as "ghcr.io"',
      "leave out the scheme and whatever comes after the host",
    ),
    ...differsFromEarlier(registries, index),
    ...problemsOfRepositories(repositories, [...PATH, index, "repositories"]),
    ...secretCanBeRead(path, [...PATH, index, "path"], config),
    ...namespaces.flatMap((name, place) =>
      namespaceIsKnown([...PATH, index, "namespaces", place], name, known),
    ),
    ...(namespaces.length > 0
      ? []
      : [
          problem(
            [...PATH, index, "namespaces"],
            oneOf(known),
            show(namespaces),
            "list where its images are pulled",
          ),
        ]),
  ]);
}

/** Refuses patterns: a registry such as ghcr.io holds images of everyone. */
const problemsOfRepositories = (repositories: readonly string[], path: Path): string[] =>
  repositories.length === 0
    ? [problem(path, "one repository at least", show(repositories), "list what these namespaces pull")]
    : repositories.flatMap((repository, place) =>
        matches(
          repository,
          REPOSITORY,
          [...path, place],
          'a repository such as "example/forms"',
          "write the whole name below the host, without a tag and without a pattern",
        ),
      );

/** Its Secret is called after it, with hyphens for all that is neither letter nor digit. */
function differsFromEarlier(registries: readonly PrivateRegistryConfig[], index: number): string[] {
  const names = registries.map(({ registry }) => registry.replaceAll(/[^a-z0-9]+/g, "-"));

  return names.indexOf(names[index]!) === index
    ? []
    : [
        problem(
          [...PATH, index, "registry"],
          "a registry that differs from those before it by more than punctuation",
          show(registries[index]!.registry),
          "add the namespaces to the one that is there",
        ),
      ];
}
