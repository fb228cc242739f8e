import type { EnvironmentConfig } from "../environment";
import type { ServiceName } from "../services";
import { problem } from "./problem";

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
  fluentBit: { ...MONITORED, externalSecrets: "the address of Logstash" },
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

/** What an add-on needs is not switched off. */
export const servicesHaveWhatTheyNeed = ({ services }: EnvironmentConfig): string[] =>
  (Object.keys(NEEDS) as ServiceName[])
    .filter((name) => services[name] !== false)
    .flatMap((name) =>
      (Object.entries(NEEDS[name]) as [ServiceName, string][])
        .filter(([needed]) => services[needed] === false)
        .map(([needed, what]) =>
          problem(
            ["services", needed],
            `${needed} on, since ${name} needs it for ${what}`,
            "false",
            `switch ${needed} on, or ${name} off as well`,
          ),
        ),
    );
