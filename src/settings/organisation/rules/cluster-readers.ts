import { assumedName } from "../../../names/reader-names";
import type { ClusterReaderConfig } from "../../access/cluster-readers-schema";
import { type Path, problem, show } from "../../checking/problem";
import { namespaceIsKnown } from "../../namespaces/known-namespace";
import { applicationNamespaces } from "../../namespaces/namespaces";
import type { OrganisationConfig } from "../schema";
import { environmentIsKnown } from "./known-environment";

/** Name that a Kubernetes group, a service account and an IAM role may begin with. */
const NAME = /^(?!system|eks)[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** Checks that readers of clusters have names of their own, and namespaces and environments that there are. */
export const problemsOfClusterReaders = (organisation: OrganisationConfig): string[] =>
  Object.entries(organisation.clusterReaders).flatMap(([name, reader]) => {
    const at: Path = ["organisation", "clusterReaders", name];
    return [
      ...nameIsFree(name, organisation, at),
      ...namespaceIsKnown([...at, "namespace"], reader.namespace, applicationNamespaces(organisation)),
      ...namespacesAreKnown(reader, organisation, [...at, "reads"]),
      ...(reader.readsAllFrom === undefined
        ? []
        : environmentIsKnown([...at, "readsAllFrom"], reader.readsAllFrom, organisation)),
    ];
  });

function nameIsFree(name: string, { accessLevels }: OrganisationConfig, at: Path): string[] {
  const group = assumedName(name);
  if (Object.hasOwn(accessLevels, group)) {
    const fix = `rename one of the two: both would be the group ${group}`;
    return [problem(at, "a name that no level of access has", show(name), fix)];
  }
  const fix = "use at most 40 lower-case letters, digits and hyphens; not system… or eks…";
  return NAME.test(name) ? [] : [problem(at, "the name of an application", show(name), fix)];
}

function namespacesAreKnown(
  { reads, readsApplications }: ClusterReaderConfig,
  organisation: OrganisationConfig,
  at: Path,
): string[] {
  if (reads.length === 0 && !readsApplications) {
    return [problem(at, "a namespace at least", "none", "leave the reader out if it reads nothing")];
  }
  return reads.flatMap((namespace, index) => [
    ...namespaceIsKnown([...at, index], namespace, applicationNamespaces(organisation)),
    ...(reads.indexOf(namespace) === index
      ? []
      : [
          problem([...at, index], "each namespace once", `${show(namespace)} a second time`, "leave one out"),
        ]),
  ]);
}
