import { isMap, type JsonMap, textOf } from "../../../terraform-json/json-map";
import { type KubernetesObject, listAt, mapAt, nameOf, selects } from "../objects";
import type { Rendered, Rule } from "../rendered";

const isMonitor = ({ kind }: KubernetesObject): boolean => kind === "ServiceMonitor" || kind === "PodMonitor";

/** Refuses workloads whose metrics are not collected, unless their monitors are switched off. */
export const metricsAreCollected: Rule = ({ release, objects, workloads, kinds }) => {
  const monitors = objects.filter(isMonitor);
  const { on, off } = switches(release.values);
  const known = kinds.some(({ kind }) => kind === "ServiceMonitor");
  if (on.length > monitors.length) {
    return [`values.${on.join(", values.")}: expected a monitor for each, got ${monitors.length}`];
  }
  if (monitors.length === 0 && workloads.length > 0 && off.length === 0 && known) {
    return ["has neither a ServiceMonitor nor a PodMonitor; switch one on"];
  }
  return monitors.length > 0 && on.length === 0 && off.length > 0
    ? [`values.${off.join(", values.")}: expected no monitor, got ${monitors.map(nameOf).join(", ")}`]
    : [];
};

/** Keys by which values switch monitors on and off. */
function switches(values: JsonMap, path: readonly string[] = []): { on: string[]; off: string[] } {
  const found = { on: [] as string[], off: [] as string[] };
  for (const [key, value] of Object.entries(values)) {
    if (!isMap(value)) {
      continue;
    }
    const below = [...path, key];
    if (/^(service|pod)monitor$/i.test(key) && typeof value.enabled === "boolean") {
      found[value.enabled ? "on" : "off"].push(below.join("."));
    } else if (value.enabled !== false) {
      const { on, off } = switches(value, below);
      found.on.push(...on);
      found.off.push(...off);
    }
  }
  return found;
}

/** Refuses metrics that are collected twice, which would count everything double. */
export const metricsAreCollectedOnce: Rule = ({ objects }) => {
  const targets = objects.filter(isMonitor).flatMap((monitor) =>
    [...listAt(monitor, "spec", "endpoints"), ...listAt(monitor, "spec", "podMetricsEndpoints")]
      .filter(isMap)
      .map(({ port, targetPort, path = "/metrics" }) => ({
        name: nameOf(monitor),
        target: textOf([mapAt(monitor, "spec", "selector"), port ?? targetPort ?? "", path]),
      })),
  );
  return targets.flatMap(({ name, target }, index) => {
    const first = targets.findIndex((other) => other.target === target);
    return first === index ? [] : [`${name}: collects what ${targets[first]?.name} does`];
  });
};

/** Refuses a ServiceMonitor without a Service with its port. */
export const monitorsFindTheirServices: Rule = (rendered) =>
  rendered.objects
    .filter(({ kind, spec }) => kind === "ServiceMonitor" && isOfOwnNamespace(spec, rendered))
    .flatMap((monitor) => {
      const services = rendered.objects.filter(
        ({ kind, metadata }) =>
          kind === "Service" && selects(mapAt(monitor, "spec", "selector"), mapAt(metadata, "labels")),
      );
      if (services.length === 0) {
        return [`${nameOf(monitor)}: selects no Service of its release`];
      }
      const ports = services.flatMap((service) => listAt(service, "spec", "ports")).filter(isMap);
      return listAt(monitor, "spec", "endpoints")
        .filter(isMap)
        .filter(({ port }) => port !== undefined && !ports.some(({ name }) => name === port))
        .map(({ port }) => `${nameOf(monitor)}: no port of its Services is called ${textOf(port)}`);
    });

/** True for a monitor of its own namespace. Others look for Services of Kubernetes or of an operator. */
const isOfOwnNamespace = (spec: KubernetesObject[string] | undefined, { release }: Rendered): boolean => {
  const { matchNames, any } = mapAt(spec, "namespaceSelector");
  return any !== true && (!Array.isArray(matchNames) || matchNames.includes(release.namespace));
};
