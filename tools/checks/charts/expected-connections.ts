import type { SubnetTiers } from "../../../src/settings/network/subnets";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { Json } from "../../../src/output/leaves";
import { at, type KubernetesObject, listAt, mapAt, selects } from "./objects";
import { objectsOf, type PodsOfWorkload } from "./pods-of-workload";
import type { Connection, End } from "./reach";
import type { Rendered } from "./rendered";

/** A connection that follows from a chart's own objects. */
export interface ExpectedConnection extends Connection {
  /** Object that it follows from, such as `ServiceMonitor dex`. */
  readonly what: string;
}

/** Connections of Prometheus, by the monitors; none without Prometheus. */
export function scrapes(
  rendered: readonly Rendered[],
  pods: readonly PodsOfWorkload[],
): ExpectedConnection[] {
  const prometheus = pods.find(({ workload }) => workload.name.startsWith("Prometheus "));
  const services = objectsOf(rendered, "Service");

  return !prometheus
    ? []
    : [
        ...objectsOf(rendered, "ServiceMonitor").flatMap((monitor) =>
          services
            .filter((service) => isMonitored(monitor, service))
            .flatMap((service) =>
              listAt(monitor, "spec", "endpoints").flatMap((endpoint) =>
                toPods(pods, service, at(endpoint, "port") ?? at(endpoint, "targetPort")),
              ),
            )
            .map(connection(prometheus, monitor)),
        ),
        ...objectsOf(rendered, "PodMonitor").flatMap((monitor) =>
          pods
            .filter(({ workload: { labels } }) => selects(mapAt(monitor, "spec", "selector"), labels))
            .flatMap((pod) =>
              listAt(monitor, "spec", "podMetricsEndpoints").flatMap((endpoint) =>
                atPort(pod, at(endpoint, "port")),
              ),
            )
            .map(connection(prometheus, monitor)),
        ),
      ];
}

/** Connections of load balancers, by the Ingresses, and of the API server, by the webhooks. */
export function callsFromOutside(
  rendered: readonly Rendered[],
  pods: readonly PodsOfWorkload[],
  subnets: SubnetTiers,
): ExpectedConnection[] {
  const services = objectsOf(rendered, "Service");
  const called = (namespace: Json | undefined, name: Json | undefined, port: Json | undefined) =>
    services
      .filter(({ metadata }) => metadata.namespace === namespace && metadata.name === name)
      .flatMap((service) => toPods(pods, service, port));

  return [
    ...objectsOf(rendered, "Ingress").flatMap((ingress) =>
      listAt(ingress, "spec", "rules")
        .flatMap((rule) => listAt(rule, "http", "paths"))
        .map((path) => mapAt(path, "backend", "service"))
        .flatMap(({ name, port }) =>
          called(ingress.metadata.namespace, name, at(port, "number") ?? at(port, "name")),
        )
        .flatMap((to) => fromEach(subnets.public).map((from) => connection(from, ingress)(to))),
    ),
    ...["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"].flatMap((kind) =>
      objectsOf(rendered, kind).flatMap((configuration) =>
        listAt(configuration, "webhooks")
          .map((webhook) => mapAt(webhook, "clientConfig", "service"))
          .flatMap(({ namespace, name, port }) => called(namespace, name, port ?? 443))
          .flatMap((to) => fromEach(subnets.controlPlane).map((from) => connection(from, configuration)(to))),
      ),
    ),
  ];
}

interface Target {
  readonly pod: PodsOfWorkload;
  readonly port: number;
}

/** End at pods of a workload. */
export const endOf = ({ namespace, workload: { labels } }: PodsOfWorkload): End => ({ namespace, labels });

const connection =
  (from: PodsOfWorkload | { readonly address: string }, { kind, metadata }: KubernetesObject) =>
  ({ pod, port }: Target): ExpectedConnection => ({
    what: `${kind} ${textOf(metadata.name)}`,
    from: "address" in from ? from : endOf(from),
    to: endOf(pod),
    port,
  });

/** Ends with an address of each subnet. */
const fromEach = (cidrs: Readonly<Record<string, string>>) =>
  Object.values(cidrs).map((cidr) => ({ address: cidr.split("/")[0]! }));

function isMonitored(monitor: KubernetesObject, service: KubernetesObject): boolean {
  const names = listAt(monitor, "spec", "namespaceSelector", "matchNames");
  return (
    selects(mapAt(monitor, "spec", "selector"), mapAt(service, "metadata", "labels")) &&
    (names.length === 0 || names.includes(service.metadata.namespace ?? null))
  );
}

/** Pods behind a port of a Service, by its name or number, each with the port of theirs. */
export function toPods(
  pods: readonly PodsOfWorkload[],
  service: KubernetesObject,
  wanted: Json | undefined,
): Target[] {
  const selector = mapAt(service, "spec", "selector");
  const port = listAt(service, "spec", "ports")
    .filter(isMap)
    .find(({ name, port, targetPort }) => [name, port, targetPort].includes(wanted));
  if (!port || Object.keys(selector).length === 0) {
    return [];
  }
  return pods
    .filter(
      ({ namespace, workload: { labels } }) =>
        namespace === service.metadata.namespace && selects({ matchLabels: selector }, labels),
    )
    .flatMap((pod) => atPort(pod, port.targetPort ?? port.port));
}

/** Port of pods: a number, or a name that one of their containers gives to one. */
function atPort(pod: PodsOfWorkload, port: Json | undefined): Target[] {
  if (typeof port === "number") {
    return [{ pod, port }];
  }
  return pod.workload.containers
    .flatMap((container) => listAt(container, "ports"))
    .filter((candidate): candidate is JsonMap => isMap(candidate) && candidate.name === port)
    .map(({ containerPort }) => ({ pod, port: Number(containerPort) }));
}
