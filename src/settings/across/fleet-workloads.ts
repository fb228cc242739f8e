import { type AddonName, definitions } from "../addons";
import { nearest } from "../checking/nearest";
import { oneOf, show } from "../checking/problem";
import type { ClusterEnvironmentConfig } from "../environment/environment";
import { clusterLabel } from "../environment/stack-names";
import { hubOf } from "../environment/hub";
import type { WorkloadCluster } from "../fleet/schema";
import { clusterProblem } from "./cluster-problem";

/** Problems of a workload cluster: its organisation, its hub, and the address by which the hub registers it. */
export function problemsOfWorkload(
  config: ClusterEnvironmentConfig,
  fleet: WorkloadCluster,
  all: readonly ClusterEnvironmentConfig[],
): string[] {
  const { organisations } = config.organisation;
  const hub = hubOf(config, all);
  const hubs = all.filter(({ cluster }) => cluster.fleet?.role === "management").map(clusterLabel);
  return [
    ...(organisations.includes(fleet.organisation)
      ? []
      : [
          clusterProblem(
            config,
            ["fleet", "organisation"],
            oneOf(organisations),
            show(fleet.organisation),
            `${suggestion(fleet.organisation, organisations) ?? "add it to organisation.organisations;"} an organisation goes after the last cluster that names it`,
          ),
        ]),
    ...(hub === undefined
      ? [
          clusterProblem(
            config,
            ["fleet", "hub"],
            `a management cluster, ${oneOf(hubs)}`,
            show(fleet.hub),
            suggestion(fleet.hub, hubs) ?? 'give one cluster the role "management"',
          ),
        ]
      : problemsWithHub(config, fleet, hub)),
    ...problemsOfApi(config, fleet),
  ];
}

const suggestion = (word: string, known: readonly string[]): string | undefined => {
  const meant = nearest(word, known);
  return meant === undefined ? undefined : `did you mean ${meant}?`;
};

/** Add-ons that no hub need have: each cluster has the program that delivers to it, as its own `gitops` says. */
const OF_ONE_CLUSTER: readonly AddonName[] = ["flux"];

/** Programs that deliver in a cluster itself, by its `gitops`. */
const PROGRAMS = { flux: "Flux", "eks-argo-cd": "EKS's own" } as const;

/** Refuses an add-on that the hub lacks, a hub without Argo CD, and a cluster without access entries. */
function problemsWithHub(
  config: ClusterEnvironmentConfig,
  { api }: WorkloadCluster,
  hub: ClusterEnvironmentConfig,
): string[] {
  const label = clusterLabel(hub);
  return [
    ...definitions()
      .filter(
        ([name]) =>
          config.addons[name] !== false && hub.addons[name] === false && !OF_ONE_CLUSTER.includes(name),
      )
      .map(([name]) =>
        clusterProblem(
          config,
          ["addons", name],
          `an add-on of its hub ${label}`,
          "one that the hub lacks",
          "switch it on there as well, where it is tried first, or off here with false",
        ),
      ),
    ...(api !== undefined && hub.addons.argoCd === false
      ? [
          clusterProblem(
            hub,
            ["addons", "argoCd"],
            `Argo CD, with which ${clusterLabel(config)} registers`,
            "false",
            "switch it on, or leave fleet.api of that cluster out",
          ),
        ]
      : []),
    ...(api !== undefined && config.cluster.gitops !== "argo-cd"
      ? [
          clusterProblem(
            config,
            ["fleet", "api"],
            `nothing, since gitops is ${show(config.cluster.gitops)}`,
            "an address",
            `leave it out: the Argo CD of ${label} would undo what ${PROGRAMS[config.cluster.gitops]} delivers`,
          ),
        ]
      : []),
    ...(config.cluster.authenticationMode === "CONFIG_MAP"
      ? [
          clusterProblem(
            config,
            ["authenticationMode"],
            '"API" or "API_AND_CONFIG_MAP", since its hub signs in by an access entry',
            show("CONFIG_MAP"),
            "leave it out",
          ),
        ]
      : []),
  ];
}

/** Refuses an address that EKS gives no cluster of the region, and one that is no certificate. */
function problemsOfApi(config: ClusterEnvironmentConfig, { api }: WorkloadCluster): string[] {
  if (api === undefined) {
    return [];
  }
  const address = new RegExp(`^https://[0-9A-F]{32}\\.[a-z0-9]+\\.${config.region}\\.eks\\.amazonaws\\.com$`);
  const isCertificate = Buffer.from(api.certificateAuthority, "base64")
    .toString("utf8")
    .startsWith("-----BEGIN CERTIFICATE-----");
  return [
    ...(address.test(api.endpoint)
      ? []
      : [
          clusterProblem(
            config,
            ["fleet", "api", "endpoint"],
            `an address of EKS in ${config.region}`,
            show(api.endpoint),
            "copy output cluster_endpoint of its cluster-infrastructure",
          ),
        ]),
    ...(isCertificate
      ? []
      : [
          clusterProblem(
            config,
            ["fleet", "api", "certificateAuthority"],
            "a certificate, in base64",
            show(api.certificateAuthority),
            "copy output cluster_certificate_authority_data of its cluster-infrastructure",
          ),
        ]),
  ];
}
