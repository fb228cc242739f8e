import type { Json } from "../../../src/output/leaves";
import { isMap, textOf } from "../../terraform-json/json-map";
import { at, type KubernetesObject, listAt, nameOf } from "../charts/objects";
import { destinationOf, groupOf, isNamespaced, normalised, sourcesOf } from "./application";
import { matches } from "./pattern";

const matchesAny = (patterns: readonly Json[], text: string): boolean =>
  patterns.some((pattern) => matches(textOf(pattern), text));

/**
 * Problems of an Application with its project, as Argo CD's controller would name them before it applies anything.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/projects/
 */
export function problemsOfProject(
  application: KubernetesObject,
  objects: readonly KubernetesObject[],
  projects: readonly KubernetesObject[],
): string[] {
  const name = textOf(at(application, "spec", "project"));
  const project = projects.find(({ metadata }) => metadata.name === name);
  if (project === undefined) {
    const names = projects.map(({ metadata }) => textOf(metadata.name)).join(", ");
    return [
      `project: expected one of ${names}, got ${JSON.stringify(name)}; add it to the layout's projects`,
    ];
  }
  return [...problemsOfSources(application, project), ...problemsOfObjects(application, objects, project)];
}

const problemsOfSources = (application: KubernetesObject, project: KubernetesObject): string[] =>
  sourcesOf(application)
    .map(({ repoURL }) => textOf(repoURL))
    .filter(
      (url) =>
        !matchesAny(
          listAt(project, "spec", "sourceRepos").map((one) => normalised(textOf(one))),
          normalised(url),
        ),
    )
    .map(
      (url) =>
        `source: expected a repository of project ${textOf(project.metadata.name)}, got ${url}; add it to its repositories`,
    );

function problemsOfObjects(
  application: KubernetesObject,
  objects: readonly KubernetesObject[],
  project: KubernetesObject,
): string[] {
  const namespaces = listAt(project, "spec", "destinations").map((one) => at(one, "namespace") ?? "");
  const own = destinationOf(application);
  const placed = objects.map((object) => ({ object, namespace: textOf(object.metadata.namespace ?? own) }));
  const targets = new Set([
    own,
    ...placed.filter(({ object }) => isNamespaced(object)).map(({ namespace }) => namespace),
  ]);

  return [
    ...[...targets]
      .filter((namespace) => !matchesAny(namespaces, namespace))
      .map(
        (namespace) =>
          `destination: expected ${namespaces.map(textOf).join(", ") || "none"}, got ${namespace}; add it to the namespaces of project ${textOf(project.metadata.name)}`,
      ),
    ...new Set(
      objects
        .filter((object) => !isAllowed(object, project, isNamespaced(object)))
        .map(
          (object) =>
            `kind: expected a kind of project ${textOf(project.metadata.name)}, got ${isNamespaced(object) ? object.kind : nameOf(object)}; add it to its ${isNamespaced(object) ? "namespaceKinds" : "clusterKinds"}`,
        ),
    ),
  ];
}

const isAllowed = (object: KubernetesObject, project: KubernetesObject, namespaced: boolean): boolean =>
  listAt(project, "spec", namespaced ? "namespaceResourceWhitelist" : "clusterResourceWhitelist")
    .filter(isMap)
    .some(
      ({ group, kind, name = "*" }) =>
        matches(textOf(group), groupOf(object)) &&
        matches(textOf(kind), object.kind) &&
        matches(textOf(name), textOf(object.metadata.name)),
    );
