import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { EVICT_UNHEALTHY_PODS, PRIORITY_CLASS, topologySpread } from "../../constructs/availability";
import { HelmRelease } from "../../constructs/helm-release";
import type { HelmValues } from "../../constructs/helm-values";
import { type Manifest, Manifests } from "../../constructs/manifests";
import { mirroredImageParts } from "../../constructs/registries";
import { pinned } from "../../constructs/chart";
import { CHART } from "./chart";
import { inNamespace } from "../../constructs/network-peers";
import { prometheusBlackboxExporterNetwork } from "./network";

export interface PrometheusBlackboxExporterProps extends AddonProps {
  /** Addresses that are requested every minute, by name. A healthy one answers 200. */
  readonly targets: Readonly<Record<string, string>>;
}

/**
 * Asks for the platform's own web applications as people do: by name, through the load balancer, with TLS.
 *
 * @see https://github.com/prometheus/blackbox_exporter
 */
export class PrometheusBlackboxExporter extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: Addon["peers"];

  constructor(scope: Construct, id: string, props: PrometheusBlackboxExporterProps) {
    super(scope, id);
    const { namespace, registries, values, targets, after } = props;

    const release = new HelmRelease(this, "release", {
      chart: pinned(CHART, props.chartVersions),
      namespace,
      values: exporterValues(props),
      overrides: values,
      registries,
      after,
    });
    this.peers = inNamespace(namespace, prometheusBlackboxExporterNetwork, props.egress);
    this.ready = new Manifests(this, "probes", {
      namespace,
      releaseName: "platform-probes",
      objects: Object.entries(targets).map(([name, url]) => probe(name, url, namespace)),
      after: [release],
    }).ready;
  }
}

const MODULE = "https_200";

const exporterValues = ({ replicas, registries }: AddonProps): HelmValues => ({
  image: mirroredImageParts(registries, "quay.io/prometheus/blackbox-exporter"),
  replicas,
  // The chart makes a budget of whatever stands here.
  podDisruptionBudget: replicas > 1 ? { minAvailable: replicas - 1, ...EVICT_UNHEALTHY_PODS } : {},
  topologySpreadConstraints: topologySpread({ "app.kubernetes.io/name": CHART.name }),
  priorityClassName: PRIORITY_CLASS,
  podSecurityContext: { seccompProfile: { type: "RuntimeDefault" } },
  resources: { requests: { cpu: "20m", memory: "32Mi" }, limits: { memory: "128Mi" } },
  config: {
    modules: {
      [MODULE]: {
        prober: "http",
        timeout: "10s",
        http: {
          valid_status_codes: [200],
          fail_if_not_ssl: true,
          follow_redirects: false,
          preferred_ip_protocol: "ip4",
        },
      },
    },
  },
  serviceMonitor: { selfMonitor: { enabled: true, interval: "60s", scrapeTimeout: "15s" } },
});

/** @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Probe */
const probe = (name: string, url: string, namespace: string): Manifest => ({
  apiVersion: "monitoring.coreos.com/v1",
  kind: "Probe",
  metadata: { name: `platform-${name}`, namespace },
  spec: {
    jobName: "platform-probe",
    module: MODULE,
    prober: { url: `${CHART.name}.${namespace}.svc:9115` },
    targets: { staticConfig: { static: [url], labels: { application: name } } },
  },
});
