import { deliveredAddons } from "../../../src/settings/addon-definition/installed-by";
import { closesKubeSystem } from "../../../src/settings/cluster/pod-network";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { askForNames, networkPolicySpec } from "../../../src/constructs/network-policy-spec";
import { callsOfEveryPod } from "./calls-of-pods";
import { callsFromOutside, scrapes } from "./expected-connections";
import { type KubernetesObject, mapAt } from "./objects";
import { objectsOf, type PodsOfWorkload } from "./pods-of-workload";
import { policiesOf, refusals } from "./reach";
import type { Rendered } from "./rendered";
import type { Release } from "./releases";
import type { Workload } from "./workloads";

/**
 * Problems between the policies of a cluster's releases and the connections of Prometheus, load balancers, the API server
 * and their callers, by the labels and ports in the rendered charts. Where `kube-system` is closed too, each of them needs a
 * policy, in whichever namespace it is.
 */
export function networkProblems(
  rendered: readonly Rendered[],
  notRendered: readonly Release[],
  environment: ClusterEnvironment,
): string[] {
  const { network } = environment;
  const closesAll = closesKubeSystem(environment.cluster);
  const othersHavePods = notRendered.length > 0 || deliveredAddons(environment.addons).length > 0;
  const policies = [...objectsOf(rendered, "NetworkPolicy"), ...(closesAll ? OF_KUBE_SYSTEM : [])];
  const closed = new Set(policies.filter(isAboutAll).map(({ metadata }) => textOf(metadata.namespace)));
  const pods = rendered
    .flatMap(({ release: { namespace }, workloads }) =>
      workloads.map((workload) => ({ namespace, workload: labelled(workload) })),
    )
    .filter(({ namespace, workload }) => (closesAll || closed.has(namespace)) && !workload.hostNetwork);
  const expected = [
    ...scrapes(rendered, pods),
    ...callsFromOutside(rendered, pods, network.ipv6 ?? network.subnets),
    ...callsOfEveryPod(rendered, pods, network),
  ];

  return [
    ...pods
      .filter(({ namespace, workload: { labels } }) =>
        policiesOf(policies, { namespace, labels }).every(isAboutAll),
      )
      .map(
        ({ workload }) =>
          `${workload.name}: expected a network policy about its pods, got none; say with whom they speak`,
      ),
    ...(othersHavePods ? [] : policies.filter(isAboutNone(pods))).map(
      ({ metadata }) =>
        `NetworkPolicy ${textOf(metadata.name)}: expected pods with its labels, got none; see how the chart labels them`,
    ),
    ...expected.flatMap(({ what, ...connection }) =>
      refusals(policies, connection).map(
        (direction) =>
          `${what}: expected a way through the network policies, got no ${direction} to port ${connection.port}`,
      ),
    ),
  ];
}

/** Policies that cluster-access makes about all pods of `kube-system`, but for the one that refuses all else. */
const OF_KUBE_SYSTEM: readonly KubernetesObject[] = [
  {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name: "ask-for-names", namespace: "kube-system" },
    spec: JSON.parse(JSON.stringify(networkPolicySpec(askForNames()))) as JsonMap,
  },
];

/** Workload with the label that Kubernetes gives a Job's pods. */
const labelled = (workload: Workload): Workload => {
  const [kind, name = ""] = workload.name.split(" ");
  return kind === "Job"
    ? { ...workload, labels: { ...workload.labels, "batch.kubernetes.io/job-name": name } }
    : workload;
};

const selectorOf = (policy: KubernetesObject): JsonMap => mapAt(policy, "spec", "podSelector");

const isAboutAll = (policy: KubernetesObject): boolean => Object.keys(selectorOf(policy)).length === 0;

/** Pods that no chart renders: Argo Workflows makes them later. */
const MADE_LATER = /workflows\.argoproj\.io/;

const isAboutNone = (pods: readonly PodsOfWorkload[]) => (policy: KubernetesObject) =>
  isMap(policy.spec) &&
  !MADE_LATER.test(JSON.stringify(selectorOf(policy))) &&
  !pods.some(
    ({ namespace, workload: { labels } }) => policiesOf([policy], { namespace, labels }).length > 0,
  ) &&
  !isAboutAll(policy);
