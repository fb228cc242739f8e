import type { ClusterEnvironmentConfig } from "../../environment/environment";
import type { ServiceName } from "../addons";
import { problem } from "../../checking/problem";

/** What an add-on needs of which other one. */
type Needs = Readonly<Partial<Record<ServiceName, string>>>;

const MONITORED: Needs = { prometheusOperatorCrds: "its ServiceMonitor" };

const NEEDS: Readonly<Record<ServiceName, Needs>> = {
  prometheusOperatorCrds: {},
  externalSecrets: MONITORED,
  externalDns: MONITORED,
  awsLoadBalancerController: MONITORED,
  clusterAutoscaler: MONITORED,
  ebsCsiDriver: MONITORED,
  argoCd: {
    ...MONITORED,
    dex: "signing people in",
    externalSecrets: "its credentials",
    awsLoadBalancerController: "its Ingress",
    externalDns: "its DNS record",
  },
  argoWorkflows: {
    ...MONITORED,
    dex: "signing people in",
    externalSecrets: "its credentials",
    awsLoadBalancerController: "its Ingress",
    externalDns: "its DNS record",
  },
  fluentBit: MONITORED,
  reloader: { prometheusOperatorCrds: "its PodMonitor" },
  gatekeeper: { prometheusOperatorCrds: "its PodMonitor" },
  kyverno: MONITORED,
  dex: {
    ...MONITORED,
    externalSecrets: "its clients' credentials",
    awsLoadBalancerController: "its Ingress",
    externalDns: "its DNS record",
  },
  kubePrometheusStack: {
    prometheusOperatorCrds: "its custom resources",
    externalSecrets: "its receivers' secrets",
    ebsCsiDriver: "its volumes",
  },
  prometheusBlackboxExporter: { prometheusOperatorCrds: "its Probes" },
  oauth2Proxy: {
    ...MONITORED,
    kubePrometheusStack: "what stands behind it",
    dex: "signing people in",
    awsLoadBalancerController: "its Ingresses",
    externalDns: "its DNS records",
  },
  grafana: {
    ...MONITORED,
    dex: "signing people in",
    externalSecrets: "its credentials",
    awsLoadBalancerController: "its Ingress",
    externalDns: "its DNS record",
    kubePrometheusStack: "what it shows",
  },
  tempo: {
    ...MONITORED,
    ebsCsiDriver: "its volume",
    kubePrometheusStack: "the metrics it makes of spans",
  },
};

/** What has secrets copied that only its settings tell of, and whether they do. */
const COPIED: readonly {
  readonly name: string;
  readonly what: string;
  readonly by: (config: ClusterEnvironmentConfig) => boolean;
}[] = [
  {
    name: "fluentBit",
    what: "the address of Logstash",
    by: ({ addons: { fluentBit } }) => fluentBit !== false && fluentBit.destination.type === "logstash",
  },
  {
    name: "imagePullSecrets",
    what: "registries' credentials",
    by: ({ addons: { imagePullSecrets } }) => imagePullSecrets !== false && imagePullSecrets.length > 0,
  },
  { name: "seal", what: "its tokens", by: ({ addons }) => addons.seal },
  {
    name: "externalServices.sentry",
    what: "the addresses that applications report to",
    by: ({ externalServices }) => externalServices.sentry,
  },
];

/** What is needed is not switched off. */
export const servicesHaveWhatTheyNeed = (config: ClusterEnvironmentConfig): string[] => [
  ...(Object.keys(NEEDS) as ServiceName[])
    .filter((name) => config.addons[name] !== false)
    .flatMap((name) =>
      (Object.entries(NEEDS[name]) as [ServiceName, string][])
        .filter(([needed]) => config.addons[needed] === false)
        .map(([needed, what]) => missing(needed, name, what)),
    ),
  ...(config.addons.externalSecrets === false
    ? COPIED.filter(({ by }) => by(config)).map(({ name, what }) => missing("externalSecrets", name, what))
    : []),
];

const missing = (needed: ServiceName, by: string, what: string): string =>
  problem(
    ["addons", needed],
    `${needed} on, since ${by} needs it for ${what}`,
    "false",
    `switch ${needed} on, or ${by} off as well`,
  );
