import { createPublicKey } from "node:crypto";
import { matches } from "../../checking/matches";
import { type Path, problem, show } from "../../checking/problem";
import { repositoryOf } from "../../checking/repository";
import type { ContainerRegistrySettings } from "../container-registry-schema";
import type { OrganisationConfig } from "../schema";
import { environmentIsKnown } from "./known-environment";
import { problemsOfRegion } from "./names";

/** Checks that the registry is in an account of the organisation, and its base images in its repositories. */
export const problemsOfContainerRegistry = (organisation: OrganisationConfig): string[] => {
  const { containerRegistry: registry, gitHub } = organisation;
  const path = ["organisation", "containerRegistry"];

  return registry === false
    ? []
    : [
        ...environmentIsKnown([...path, "environment"], registry.environment, organisation),
        ...problemsOfRegion([...path, "region"], registry.region),
        ...(registry.upstreams.length > 0
          ? []
          : [
              problem(
                [...path, "upstreams"],
                "one registry or more, of whose images it keeps copies",
                "none",
                "list those whose images the platform runs, such as quay.io",
              ),
            ]),
        ...registry.baseImages.flatMap(({ repository }, index) =>
          matches(
            repository,
            repositoryOf(gitHub),
            [...path, "baseImages", index, "repository"],
            `a repository of ${gitHub}`,
            "nobody else's code is deployed",
          ),
        ),
        ...problemsOfReplication(registry, organisation),
      ];
};

/**
 * Destinations that ECR takes for one registry.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html
 */
const MOST_REPLICAS = 25;

function problemsOfReplication(
  { environment, replication }: ContainerRegistrySettings,
  organisation: OrganisationConfig,
): string[] {
  if (!replication) {
    return [];
  }
  const at: Path = ["organisation", "containerRegistry", "replication"];
  const { environments, publicKey } = replication;
  const many = environments.length;

  return [
    ...(many > 0 && many <= MOST_REPLICAS
      ? []
      : [
          problem(
            [...at, "environments"],
            `1 to ${MOST_REPLICAS} environments, as many as ECR replicates to`,
            many === 0 ? "none" : `${many}`,
            many === 0
              ? "leave replication out"
              : "name those that are farthest away: others pull from the registry itself",
          ),
        ]),
    ...environments.flatMap((name, index) => {
      const path = [...at, "environments", index];
      return [
        ...environmentIsKnown(path, name, organisation),
        ...(name === environment
          ? [
              problem(
                path,
                "an environment without the registry",
                `${show(name)}, which has the registry itself`,
                "leave it out: ECR refuses to copy a registry to itself",
              ),
            ]
          : []),
        ...(environments.indexOf(name) === index
          ? []
          : [problem(path, "every environment once", `${show(name)} again`, "leave the second one out")]),
      ];
    }),
    ...(isPublicKey(publicKey)
      ? []
      : [
          problem(
            [...at, "publicKey"],
            "a public key as PEM, which begins with -----BEGIN PUBLIC KEY-----",
            "something else",
            "copy output signing_public_key of the registry's stack",
          ),
        ]),
  ];
}

/** True for a public key as PEM. A certificate would be read as well, so that the first line counts. */
function isPublicKey(text: string): boolean {
  try {
    return text.startsWith("-----BEGIN PUBLIC KEY-----") && createPublicKey(text).type === "public";
  } catch {
    return false;
  }
}
