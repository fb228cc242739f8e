import { NAME_LIMITS } from "../../names/limits";
import { problemsOfCidr } from "../../settings/checking/cidr";
import { DNS_LABEL } from "../../settings/checking/dns-label";
import { problemsOfLabelKey, problemsOfLabelValue } from "../../settings/checking/kubernetes-labels";
import { isWhole } from "../../settings/checking/numbers";
import { type Path, problem, show } from "../../settings/checking/problem";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { namespaceIsKnown } from "../../settings/namespaces/known-namespace";
import { applicationNamespaces } from "../../settings/namespaces/namespaces";
import type { NetworkLoadBalancerConfig } from "./network-load-balancer-settings";

/** Most listeners that a network load balancer has. */
const MOST_PORTS = 50;

/** Refuses load balancers with fixed addresses that could not be made, or that nothing answers behind. */
export function problemsOfNetworkLoadBalancers({
  organisation,
  addons: { awsLoadBalancerController: controller },
}: ClusterEnvironmentConfig): string[] {
  if (controller === false) {
    return [];
  }
  return Object.entries(controller.networkLoadBalancers).flatMap(([name, balancer]) => {
    const path = ["addons", "awsLoadBalancerController", "networkLoadBalancers", name];
    return [
      ...problemsOfName(name, path, Object.keys(controller.groups)),
      ...namespaceIsKnown([...path, "namespace"], balancer.namespace, applicationNamespaces(organisation)),
      ...problemsOfPods(balancer, [...path, "pods"]),
      ...problemsOfPorts(balancer, [...path, "ports"]),
      ...(balancer.visitors ?? []).flatMap((cidr, index) =>
        problemsOfCidr([...path, "visitors", index], cidr),
      ),
      ...(balancer.visitors?.length === 0
        ? [
            problem(
              [...path, "visitors"],
              "ranges of visitors",
              "none",
              "leave it out to admit every address",
            ),
          ]
        : []),
    ];
  });
}

const problemsOfName = (name: string, path: Path, groups: readonly string[]): string[] =>
  DNS_LABEL.test(name) && name.length <= NAME_LIMITS.loadBalancer && !groups.includes(name)
    ? []
    : [
        problem(
          path,
          `a name in kebab-case of ${NAME_LIMITS.loadBalancer} characters at most, which no group has`,
          show(name),
          "its load balancer and its Service have the name",
        ),
      ];

const problemsOfPods = ({ pods }: NetworkLoadBalancerConfig, path: Path): string[] =>
  Object.keys(pods).length === 0
    ? [
        problem(
          path,
          "labels of the pods behind it",
          "none",
          'write { "app.kubernetes.io/name": "…" }: without, it would pass traffic to every pod of the namespace',
        ),
      ]
    : Object.entries(pods).flatMap(([label, value]) => [
        ...problemsOfLabelKey([...path, label], label),
        ...problemsOfLabelValue([...path, label], value),
      ]);

const isPort = (port: number): boolean => isWhole(port, 1, 65_535);

function problemsOfPorts({ ports }: NetworkLoadBalancerConfig, path: Path): string[] {
  const count = Object.keys(ports).length;
  return [
    ...(count > 0 && count <= MOST_PORTS
      ? []
      : [problem(path, `1 to ${MOST_PORTS} ports`, `${count}`, "write { 443: 8443 }")]),
    ...Object.entries(ports)
      .filter(([port, ofPods]) => !(/^[1-9]\d*$/.test(port) && isPort(Number(port)) && isPort(ofPods)))
      .map(([port, ofPods]) =>
        problem(
          [...path, port],
          "TCP ports from 1 to 65535, that of the pods by the one at which it listens",
          show(ofPods),
          "write { 443: 8443 }",
        ),
      ),
  ];
}
