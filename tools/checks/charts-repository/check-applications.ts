import { join } from "node:path";
import { podSecurityProblems } from "../charts/pod-security";
import { workloadsIn } from "../charts/workloads";
import { destinationOf, sourcesOf } from "./application";
import { doubledHosts, doubledObjects } from "./conflicts";
import { type Judge, refusedObjects } from "./gatekeeper";
import { type PlatformCluster, refusalOf } from "./platform-cluster";
import { problemsOfProject } from "./projects";
import { checkFolder, type ChartsRepository, renderApplications } from "./render-applications";
import type { RenderedApplication } from "./rendered-application";
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
  return applications.map((one) => {
    const refused = refusalOf(cluster, one.application);
    const of = (problems: ReadonlyMap<string, readonly string[]>) => problems.get(one.name) ?? [];
    return {
      cluster: cluster.label,
      application: one.name,
      project: projectOf(one),
      objects: one.objects.length,
      notRendered: one.notRendered,
      ...(refused === undefined
        ? { problems: [...one.problems, ...ownProblems(one, cluster), ...of(refusals), ...of(hosts)] }
        : { problems: [], refused }),
    };
  });
}

const projectOf = ({ application }: RenderedApplication): string =>
  textOf((application.spec as { project?: string }).project ?? "");

/** Problems that an application has by itself. */
const ownProblems = (one: RenderedApplication, cluster: PlatformCluster): string[] => [
  ...problemsOfProject(one.application, one.objects, cluster.projects),
  ...doubledObjects(one, cluster.identities),
  ...podSecurityProblems(
    [{ release: { namespace: destinationOf(one.application) }, workloads: workloadsIn(one.objects) }],
    true,
    cluster.namespaces,
  ).map((problem) => `pod security: ${problem}`),
];
