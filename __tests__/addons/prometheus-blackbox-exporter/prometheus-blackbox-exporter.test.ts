import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import {
  PrometheusBlackboxExporter,
  type PrometheusBlackboxExporterProps,
} from "../../../src/addons/prometheus-blackbox-exporter/prometheus-blackbox-exporter";
import { Terraform, valuesOf } from "../../support/terraform";

const releases = (props: Partial<PrometheusBlackboxExporterProps> = {}) =>
  Terraform.of(
    (scope) =>
      new PrometheusBlackboxExporter(scope, "blackbox", {
        namespace: "monitoring",
        replicas: 3,
        targets: { dex: "https://dex.example/healthz" },
        ...props,
      }),
  ).named(Release);

const valuesWith = (props?: Partial<PrometheusBlackboxExporterProps>) =>
  valuesOf(releases(props)["blackbox_release"]!);

describe("PrometheusBlackboxExporter", () => {
  it("has a Probe for each application, in the module that wants 200 over TLS and no redirect", () => {
    const [probe] = valuesOf(releases()["blackbox_probes"]!).objects;

    expect(probe).toEqual({
      apiVersion: "monitoring.coreos.com/v1",
      kind: "Probe",
      metadata: { name: "platform-dex", namespace: "monitoring" },
      spec: {
        jobName: "platform-probe",
        module: "https_200",
        prober: { url: "prometheus-blackbox-exporter.monitoring.svc:9115" },
        targets: {
          staticConfig: { static: ["https://dex.example/healthz"], labels: { application: "dex" } },
        },
      },
    });
    expect(valuesWith().config.modules.https_200.http).toMatchObject({
      valid_status_codes: [200],
      fail_if_not_ssl: true,
      follow_redirects: false,
    });
  });

  it("gives up before Prometheus does, which waits fifteen seconds", () => {
    expect(valuesWith().config.modules.https_200.timeout).toBe("10s");
  });

  it("keeps all but one of its replicas while nodes are drained, and has no budget where it runs alone", () => {
    expect(valuesWith().podDisruptionBudget).toEqual({
      minAvailable: 2,
      unhealthyPodEvictionPolicy: "AlwaysAllow",
    });
    expect(valuesWith({ replicas: 1 }).podDisruptionBudget).toEqual({});
  });

  it("runs as often as it is told, spread over zones and nodes, and says what it needs", () => {
    const { replicas, topologySpreadConstraints, resources, priorityClassName } = valuesWith();

    expect(replicas).toBe(3);
    expect(topologySpreadConstraints).toMatchObject(
      ["topology.kubernetes.io/zone", "kubernetes.io/hostname"].map((topologyKey) => ({
        topologyKey,
        labelSelector: { matchLabels: { "app.kubernetes.io/name": "prometheus-blackbox-exporter" } },
      })),
    );
    expect(resources).toEqual({ requests: { cpu: "20m", memory: "32Mi" }, limits: { memory: "128Mi" } });
    expect(priorityClassName).toBe("system-cluster-critical");
  });

  it("is scraped by Prometheus", () => {
    expect(valuesWith().serviceMonitor.selfMonitor.enabled).toBe(true);
  });

  it("comes from a mirror where there is one", () => {
    expect(valuesWith({ registries: { "quay.io": "mirror.example/quay" } }).image).toEqual({
      registry: "mirror.example",
      repository: "quay/prometheus/blackbox-exporter",
    });
  });

  it("makes its Probes after the release", () => {
    expect(releases()["blackbox_probes"]?.depends_on).toEqual(["helm_release.blackbox_release"]);
  });
});
