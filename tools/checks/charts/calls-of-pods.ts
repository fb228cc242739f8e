import type { ClusterNetworkConfig } from "../../../src/settings/network/network";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { endOf, type ExpectedConnection } from "./expected-connections";
import { at, listAt } from "./objects";
import { objectsOf, type PodsOfWorkload } from "./pods-of-workload";
import type { End } from "./reach";
import type { Rendered } from "./rendered";

/** Addresses of the Kubernetes API in both networks from which EKS chooses one for Services. */
const KUBERNETES = ["172.20.0.1", "10.100.0.1"];

/** One of those that it may have in a cluster of IPv6. */
const KUBERNETES_BY_IPV6 = ["fd30:1234::1"];

const COREDNS: End = { namespace: "kube-system", labels: { "k8s-app": "kube-dns" } };

/**
 * Connections of all pods with DNS, and with the Kubernetes API of those whose service accounts have rights in the
 * cluster and give them a token.
 */
export function callsOfEveryPod(
  rendered: readonly Rendered[],
  pods: readonly PodsOfWorkload[],
  { ipv6 }: Pick<ClusterNetworkConfig, "ipv6">,
): ExpectedConnection[] {
  const kubernetes = ipv6 ? KUBERNETES_BY_IPV6 : KUBERNETES;
  const bound = new Set(
    ["RoleBinding", "ClusterRoleBinding"].flatMap((kind) =>
      objectsOf(rendered, kind).flatMap((binding) =>
        listAt(binding, "subjects")
          .filter(isMap)
          .filter((subject) => subject.kind === "ServiceAccount")
          .map(({ name, namespace }) =>
            accountName(textOf(namespace ?? binding.metadata.namespace), textOf(name)),
          ),
      ),
    ),
  );
  const tokenless = new Set(
    objectsOf(rendered, "ServiceAccount")
      .filter(({ automountServiceAccountToken }) => automountServiceAccountToken === false)
      .map(({ metadata }) => accountName(textOf(metadata.namespace), textOf(metadata.name))),
  );
  const calls = ({ namespace, workload }: PodsOfWorkload): boolean => {
    const account = accountName(namespace, workload.serviceAccount);
    const gets = workload.pod.automountServiceAccountToken ?? !tokenless.has(account);
    return bound.has(account) && (gets === true || projectsToken(workload.pod));
  };

  return pods.flatMap((pod) => [
    ...(["UDP", "TCP"] as const).map((protocol) => ({
      what: `${pod.workload.name} asks for names`,
      from: endOf(pod),
      to: COREDNS,
      port: 53,
      protocol,
    })),
    ...(calls(pod) ? kubernetes : []).map((address) => ({
      what: `${pod.workload.name} calls the Kubernetes API`,
      from: endOf(pod),
      to: { address },
      port: 443,
    })),
  ]);
}

const accountName = (namespace: string, name: string): string => `${namespace}/${name}`;

/** True of pods that ask for a token of their own in a volume. */
const projectsToken = (pod: JsonMap): boolean =>
  listAt(pod, "volumes").some((volume) =>
    listAt(volume, "projected", "sources").some((source) => at(source, "serviceAccountToken") !== undefined),
  );
