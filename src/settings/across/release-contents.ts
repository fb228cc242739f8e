import { chartFile, type ChartSupport, versionsOnRecord } from "../addon-definition/chart";
import { ADDON_CHARTS } from "../addons/charts";
import { kubernetesMinor } from "../checking/kubernetes-minor";
import { nearest } from "../checking/nearest";
import { isNewer } from "../checking/newer";
import { oneOf, type Path, problem, show } from "../checking/problem";
import { EKS_ADDON_NAMES, EKS_ADDONS, type EksAddonName } from "../cluster/eks-addons";
import { KUBERNETES_VERSIONS } from "../cluster/kubernetes-versions";
import { nodeImagesOf, nodeReleaseOf } from "../cluster/node-releases";
import type { OrganisationConfig } from "../organisation/schema";
import { NEXT_RELEASE } from "../releases/release";
import type { Release } from "../releases/schema";

const AMAZON_LINUX = "AL2023_ARM_64_STANDARD";

const charts: ReadonlyMap<string, ChartSupport> = new Map(
  Object.values(ADDON_CHARTS).map((chart) => [chart.name, chart]),
);

/** Refuses a release that names what the platform does not know, or a version that its add-on cannot install. */
export const releasesCanBeInstalled = ({ releases }: Pick<OrganisationConfig, "releases">): string[] =>
  Object.entries(releases).flatMap(([name, release]) => {
    const path = ["organisation", "releases", name];
    return [
      ...problemsOfName(name, path),
      ...problemsOfKubernetes(release, path),
      ...problemsOfNodes(release, path),
      ...Object.entries(release.eksAddons).flatMap(([addon, version]) =>
        problemsOfEksAddon(addon, version, [...path, "eksAddons", addon]),
      ),
      ...Object.entries(release.charts).flatMap(([chart, version]) =>
        problemsOfChart(chart, version, [...path, "charts", chart]),
      ),
    ];
  });

const problemsOfName = (name: string, path: Path): string[] =>
  name === NEXT_RELEASE || /^[1-9]\d{0,5}$/.test(name)
    ? []
    : [
        problem(
          path,
          `a number such as 1, or ${NEXT_RELEASE} for the release in the making`,
          show(name),
          "number releases in the order in which they are made",
        ),
      ];

const problemsOfKubernetes = ({ kubernetes }: Release, path: Path): string[] =>
  KUBERNETES_VERSIONS.includes(kubernetes)
    ? []
    : [
        problem(
          [...path, "kubernetes"],
          oneOf(KUBERNETES_VERSIONS),
          show(kubernetes),
          "write a minor that EKS offers",
        ),
      ];

/** Problems of the release of nodes' images: its form, its minor, and one that no record has. */
function problemsOfNodes({ kubernetes, nodes }: Release, path: Path): string[] {
  const { release, form } = nodeImagesOf(AMAZON_LINUX);
  const newest = nodeReleaseOf(AMAZON_LINUX, kubernetes);
  if (newest === undefined) {
    return [];
  }
  const fits = release.test(nodes) && kubernetesMinor(nodes) === kubernetesMinor(kubernetes);
  return fits && !isNewer(nodes, newest)
    ? []
    : [
        problem(
          [...path, "nodes"],
          `${form}, for Kubernetes ${kubernetes} and no newer than ${newest}`,
          show(nodes),
          "a newer one is added to src/settings/cluster/node-releases.ts first",
        ),
      ];
}

function problemsOfEksAddon(name: string, version: string, path: Path): string[] {
  if (!(EKS_ADDON_NAMES as readonly string[]).includes(name)) {
    return [unknown(path, name, EKS_ADDON_NAMES)];
  }
  return /^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(version)
    ? []
    : [
        problem(
          path,
          `an exact version such as "${EKS_ADDONS[name as EksAddonName].version}"`,
          show(version),
          "look it up with aws eks describe-addon-versions",
        ),
      ];
}

function problemsOfChart(name: string, version: string, path: Path): string[] {
  const chart = charts.get(name);
  if (chart === undefined) {
    return [unknown(path, name, [...charts.keys()])];
  }
  const known = versionsOnRecord(chart);
  return known.includes(version)
    ? []
    : [
        problem(
          path,
          `${oneOf(known)}, which its add-on can install`,
          show(version),
          `write the version into ${chartFile(chart)}, with the Kubernetes minors that it is for`,
        ),
      ];
}

function unknown(path: Path, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return problem(
    path,
    oneOf(known),
    show(name),
    meant === undefined ? "leave it out" : `did you mean ${meant}?`,
  );
}
