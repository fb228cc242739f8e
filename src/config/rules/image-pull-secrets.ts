import type { EnvironmentConfig } from "../environment";
import { oneOf, problem, show } from "./problem";
import { NAMESPACES } from "../namespaces";
import { secretCanBeRead } from "./secret-path";

const PATH = ["services", "imagePullSecrets"] as const;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?::[1-9]\d{1,4})?$/;

/** What is wrong with the registries that ask for a password. */
export function problemsOfPullSecrets(config: EnvironmentConfig): string[] {
  const { imagePullSecrets } = config.services;
  if (imagePullSecrets === false || imagePullSecrets.length === 0) {
    return [];
  }
  // Their Secrets are called after them, with hyphens for all that is neither letter nor digit.
  const names = imagePullSecrets.map(({ registry }) => registry.replaceAll(/[^a-z0-9]+/g, "-"));

  return [
    ...imagePullSecrets.flatMap(({ registry, path, namespaces }, index) => [
      ...(HOST.test(registry)
        ? []
        : [
            problem(
              [...PATH, index, "registry"],
              'the host of a registry such as "ghcr.io"',
              show(registry),
              "leave out the scheme and whatever comes after the host",
            ),
          ]),
      ...(names.indexOf(names[index]!) === index
        ? []
        : [
            problem(
              [...PATH, index, "registry"],
              "a registry that differs from those before it by more than punctuation",
              show(registry),
              "add the namespaces to the one that is there",
            ),
          ]),
      ...secretCanBeRead(path, [...PATH, index, "path"], config),
      ...(namespaces.length > 0
        ? []
        : [
            problem(
              [...PATH, index, "namespaces"],
              oneOf(Object.keys(NAMESPACES)),
              show(namespaces),
              "list where its images are pulled",
            ),
          ]),
    ]),
  ];
}
