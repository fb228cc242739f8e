import { join } from "node:path";
import { podSecurityProblems } from "../charts/pod-security";
import { workloadsIn } from "../charts/workloads";
import { destinationOf, sourcesOf } from "./application";
import { doubledHosts, doubledObjects, identityOf } from "./conflicts";
import { type Judge, refusedObjects } from "./gatekeeper";
import { type Judged, judged } from "./missing";
import { placedObjects } from "./placed";
import { type PlatformCluster, refusalOf } from "./platform-cluster";
import { problemsOfProject } from "./projects";
import { unpullableImages } from "./pulls";
import { madeNames, missingReferences } from "./references";
import { checkFolder, type ChartsRepository, renderApplications } from "./render-applications";
import type { RenderedApplication } from "./rendered-application";
import { crowdedNamespaces, tooLargeContainers } from "./room";
import { type Neighbours, neighboursIn, unreachableServices } from "./service-paths";
import { textOf } from "../../terraform-json/json-map";

/** Verdict on one application in one cluster. */
export interface Verdict {
  readonly cluster: string;
  readonly application: string;
  readonly project: string;
  readonly objects: number;
  readonly problems: readonly string[];

  /** Reason for which the platform refuses it on purpose. */
  readonly refused?: string;

  /** Objects that its pods name and that are not made, with what the layout says of them. */
  readonly notMade: readonly string[];

  /** Charts of other repositories that this machine does not have. */
  readonly notRendered: readonly string[];
}

/** Renders all applications of a charts repository for a cluster, and holds each against the platform. */
export async function checkApplications(
  cluster: PlatformCluster,
  repository: Omit<ChartsRepository, "url" | "kubernetes">,
  judge: Judge,
): Promise<Verdict[]> {
  const [source] = sourcesOf(cluster.bootstrap);
  checkFolder(repository.folder, textOf(source?.path ?? ""));
  const applications = await renderApplications(cluster.bootstrap, {
    ...repository,
    url: textOf(source?.repoURL ?? ""),
    kubernetes: cluster.kubernetes,
  });
  const admitted = applications.filter(({ application }) => refusalOf(cluster, application) === undefined);
  const refusals = await refusedObjects(admitted, cluster, {
    ...judge,
    scratch: join(judge.scratch, cluster.label.replaceAll("/", "-")),
  });
  const hosts = doubledHosts(admitted);
  const surroundings = surroundingsOf(admitted, cluster);
  const crowded = crowdedNamespaces(admitted.flatMap(placedObjects), cluster.objects);
  return applications.map((one, index) => {
    const refused = refusalOf(cluster, one.application);
    const around = problemsAround(one, cluster, surroundings);
    const of = (problems: ReadonlyMap<string, readonly string[]>) => problems.get(one.name) ?? [];
    return {
      cluster: cluster.label,
      application: one.name,
      project: projectOf(one),
      objects: one.objects.length,
      notRendered: one.notRendered,
      ...(refused === undefined
        ? {
            problems: [
              ...one.problems,
              ...ownProblems(one, cluster),
              ...around.problems,
              ...of(refusals),
              ...of(hosts),
              // The first makes all others.
              ...(index === 0 ? crowded : []),
            ],
            notMade: around.notMade,
          }
        : { problems: [], notMade: [], refused }),
    };
  });
}

const projectOf = ({ application }: RenderedApplication): string =>
  textOf((application.spec as { project?: string }).project ?? "");

/** Problems that an application has by itself. */
const ownProblems = (one: RenderedApplication, cluster: PlatformCluster): string[] => [
  ...problemsOfProject(one.application, one.objects, cluster.projects),
  ...podSecurityProblems(
    [{ release: { namespace: destinationOf(one.application) }, workloads: workloadsIn(one.objects) }],
    true,
    cluster.namespaces,
  ).map((problem) => `pod security: ${problem}`),
  ...unpullableImages(placedObjects(one), cluster.registry, cluster.account),
  ...tooLargeContainers(placedObjects(one), cluster.objects),
];

/** Everything that is in a cluster beside an application. */
interface AllObjects {
  readonly identities: ReadonlySet<string>;
  readonly made: ReadonlySet<string>;
  readonly neighbours: Neighbours;
}

function surroundingsOf(admitted: readonly RenderedApplication[], cluster: PlatformCluster): AllObjects {
  const objects = [...cluster.objects, ...admitted.flatMap(placedObjects)];
  return {
    identities: new Set(cluster.objects.map((object) => identityOf(object, ""))),
    made: madeNames(objects),
    neighbours: neighboursIn(objects, cluster.namespaces),
  };
}

/** Problems that an application has with what is beside it. */
function problemsAround(
  one: RenderedApplication,
  cluster: PlatformCluster,
  { identities, made, neighbours }: AllObjects,
): Judged {
  const objects = placedObjects(one);
  const { problems, notMade } = judged(
    [...missingReferences(objects, made), ...unreachableServices(objects, neighbours)],
    cluster.notMade,
  );
  return { problems: [...doubledObjects(one, identities), ...problems], notMade };
}
