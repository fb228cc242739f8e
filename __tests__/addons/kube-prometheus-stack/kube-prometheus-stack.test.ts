import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import type { Alerting } from "../../../src/addons/kube-prometheus-stack/alertmanager-config";
import {
  KubePrometheusStack,
  type KubePrometheusStackProps,
} from "../../../src/addons/kube-prometheus-stack/kube-prometheus-stack";
import { cluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const stack = (props: Partial<KubePrometheusStackProps> = {}) =>
  Terraform.of(
    (scope) =>
      new KubePrometheusStack(scope, "kube-prometheus-stack", {
        cluster,
        namespace: "monitoring",
        installedBy: "terraform",
        replicas: 3,
        environment: "test",
        timeZone: "Europe/London",
        eksAddons: ["vpc-cni", "kube-state-metrics"],
        prometheusUrl: "https://prometheus.example",
        alertmanagerUrl: "https://alertmanager.example",
        alerting: { receivers: {}, routes: [], timeIntervals: {} },
        watchdogTopic: undefined,
        egress: false,
        retentionDays: 90,
        storageGib: 400,
        apiServer: true,
        ...props,
      }),
  );

const release = (props?: Partial<KubePrometheusStackProps>) => stack(props).only(Release);

const valuesWith = (props?: Partial<KubePrometheusStackProps>) => valuesOf(release(props));
const prometheusWith = (props?: Partial<KubePrometheusStackProps>) => valuesWith(props).prometheus;

describe("KubePrometheusStack", () => {
  it("leaves the CRDs to their own release", () => {
    expect(valuesWith().crds).toEqual({ enabled: false });
  });

  it("labels metrics and alerts of applications with their own namespace, and trusts the platform's alone", () => {
    const { enforcedNamespaceLabel, excludedFromEnforcement } = prometheusWith().prometheusSpec;
    const excluded = excludedFromEnforcement as { readonly namespace: string; readonly resource: string }[];

    expect(enforcedNamespaceLabel).toBe("namespace");
    expect([...new Set(excluded.map(({ namespace }) => namespace))]).toEqual([
      "cluster-services",
      "monitoring",
      "gatekeeper-system",
      "kube-system",
    ]);
    expect(excluded).toContainEqual({
      group: "monitoring.coreos.com",
      resource: "prometheusrules",
      namespace: "monitoring",
    });
  });

  it("scrapes every minute, waits fifteen seconds, and takes what others push with the traces behind it", () => {
    expect(prometheusWith().prometheusSpec).toMatchObject({
      scrapeInterval: "60s",
      scrapeTimeout: "15s",
      evaluationInterval: "60s",
      enableRemoteWriteReceiver: true,
      enableFeatures: ["exemplar-storage"],
    });
    expect(valuesWith().kubelet.serviceMonitor.cAdvisorInterval).toBe("60s");
  });

  it("remembers for as long as it is told, on an encrypted volume that it never fills", () => {
    const { retention, retentionSize, storageSpec } = prometheusWith().prometheusSpec;

    expect(retention).toBe("90d");
    expect(retentionSize).toBe("360GB");
    expect(storageSpec.volumeClaimTemplate.spec).toEqual({
      storageClassName: "ebs-gp3",
      accessModes: ["ReadWriteOnce"],
      resources: { requests: { storage: "400Gi" } },
    });
  });

  it("says in every alert which environment it comes from, and where to look", () => {
    expect(prometheusWith().prometheusSpec).toMatchObject({
      externalLabels: { environment: "test" },
      externalUrl: "https://prometheus.example",
    });
  });

  it("runs on three nodes, of which one at a time may go", () => {
    expect(prometheusWith()).toMatchObject({
      podDisruptionBudget: { enabled: true, minAvailable: 2 },
      prometheusSpec: { replicas: 3, podAntiAffinity: "hard", priorityClassName: "system-cluster-critical" },
    });
  });

  it("runs three times at most, since each scrapes everything", () => {
    expect(prometheusWith({ replicas: 9 }).prometheusSpec.replicas).toBe(3);
  });

  it("keeps no node from being drained where it runs alone", () => {
    expect(prometheusWith({ replicas: 1 })).toMatchObject({
      podDisruptionBudget: { enabled: false },
      prometheusSpec: { replicas: 1, podAntiAffinity: "soft" },
    });
  });

  it("answers who asks twice from the same replica", () => {
    expect(prometheusWith().service).toEqual({ sessionAffinity: "ClientIP" });
  });

  it("scrapes of the API server what says whether it answers, and no buckets", () => {
    const [keep, ...others] = valuesWith({ apiServer: true }).kubeApiServer.serviceMonitor.metricRelabelings;
    const kept = new RegExp(`^(?:${keep.regex})$`);

    expect([keep.action, others]).toEqual(["keep", []]);
    expect("apiserver_request_total").toMatch(kept);
    expect("apiserver_requested_deprecated_apis").toMatch(kept);
    expect("apiserver_request_duration_seconds_bucket").not.toMatch(kept);
    expect("etcd_request_duration_seconds_sum").not.toMatch(kept);
  });

  it("scrapes nothing of the API server where that is switched off", () => {
    expect(valuesWith({ apiServer: false }).kubeApiServer).toEqual({ enabled: false });
  });

  it.each(["kubeControllerManager", "kubeEtcd", "kubeScheduler"])(
    "does not look for %s, which EKS runs out of reach",
    (part) => {
      expect(valuesWith()[part]).toEqual({ enabled: false });
    },
  );

  it("runs kube-state-metrics where EKS does not, and no second where it does", () => {
    expect(valuesWith().kubeStateMetrics).toEqual({ enabled: false });
    expect(valuesWith({ eksAddons: ["vpc-cni"] }).kubeStateMetrics).toEqual({ enabled: true });
  });

  it("looks for no add-on of EKS that the cluster does not have", () => {
    const { additionalServiceMonitors, additionalPodMonitors } = prometheusWith({ eksAddons: ["coredns"] });

    expect([additionalServiceMonitors, additionalPodMonitors]).toEqual([[], []]);
  });

  it("scrapes the kube-state-metrics of EKS wherever it is, under the name that upstream's rules know", () => {
    expect(prometheusWith({ eksAddons: ["kube-state-metrics"] }).additionalServiceMonitors).toEqual([
      {
        name: "kube-state-metrics",
        jobLabel: "app.kubernetes.io/name",
        namespaceSelector: { any: true },
        selector: { matchLabels: { "app.kubernetes.io/name": "kube-state-metrics" } },
        endpoints: [{ port: "http", honorLabels: true }],
      },
    ]);
  });

  it("tells metrics-server who it is, which signs its certificate itself", () => {
    const [monitor] = prometheusWith({ eksAddons: ["metrics-server"] }).additionalServiceMonitors;

    expect(monitor).toMatchObject({
      namespaceSelector: { matchNames: ["kube-system"] },
      selector: { matchLabels: { "app.kubernetes.io/name": "metrics-server" } },
    });
    expect(monitor.endpoints).toEqual([
      {
        port: "https",
        scheme: "https",
        bearerTokenFile: "/var/run/secrets/kubernetes.io/serviceaccount/token",
        tlsConfig: { insecureSkipVerify: true },
      },
    ]);
  });

  it("scrapes the VPC CNI of every node", () => {
    expect(prometheusWith({ eksAddons: ["vpc-cni"] }).additionalPodMonitors).toEqual([
      expect.objectContaining({
        namespaceSelector: { matchNames: ["kube-system"] },
        selector: { matchLabels: { "k8s-app": "aws-node" } },
        podMetricsEndpoints: [{ port: "metrics" }],
      }),
    ]);
  });

  it("scrapes the Pod Identity agent at a port that its pods do not declare", () => {
    const [monitor] = prometheusWith({ eksAddons: ["eks-pod-identity-agent"] }).additionalPodMonitors;
    const [{ port, relabelings }] = monitor.podMetricsEndpoints;
    const [{ sourceLabels, targetLabel, replacement }] = relabelings;

    expect(monitor.selector).toEqual({ matchLabels: { "app.kubernetes.io/name": "eks-pod-identity-agent" } });
    expect([port, sourceLabels, targetLabel, replacement]).toEqual([
      "probes-port",
      ["__meta_kubernetes_pod_ip"],
      "__address__",
      "$1:2705",
    ]);
  });

  it("leaves out upstream's rules that nobody here acts on", () => {
    expect(Object.keys(valuesWith().defaultRules.disabled)).toEqual([
      "KubePodNotReady",
      "NodeClockNotSynchronising",
      "NodeClockSkewDetected",
      "NodeNetworkReceiveErrs",
      "NodeNetworkTransmitErrs",
      "NodeRAIDDegraded",
      "NodeRAIDDiskFailure",
    ]);
  });

  it("brings upstream's dashboards to a Grafana that is not its own", () => {
    expect(valuesWith().grafana).toMatchObject({ enabled: false, forceDeployDashboards: true });
  });

  it("is scheduled before what it watches, and says what each of its parts needs", () => {
    const { prometheusOperator, prometheus, alertmanager, ...values } = valuesWith();
    const parts = {
      prometheus: prometheus.prometheusSpec,
      alertmanager: alertmanager.alertmanagerSpec,
      operator: prometheusOperator,
      nodes: values["prometheus-node-exporter"],
      state: values["kube-state-metrics"],
    } as Record<string, Block>;

    expect(
      Object.entries(parts).map(([name, { priorityClassName }]) => [name, priorityClassName as string]),
    ).toEqual([
      ["prometheus", "system-cluster-critical"],
      ["alertmanager", "system-cluster-critical"],
      ["operator", "system-cluster-critical"],
      ["nodes", "system-node-critical"],
      ["state", "system-cluster-critical"],
    ]);
    for (const { resources } of Object.values(parts)) {
      expect(resources).toMatchObject({
        requests: { cpu: expect.anything(), memory: expect.anything() },
        limits: { memory: expect.anything() },
      });
    }
  });

  it("spreads its replicas over zones and nodes", () => {
    const { prometheus, alertmanager } = valuesWith();
    const topologiesOf = (spec: Block) =>
      (spec.topologySpreadConstraints as Block[]).map(({ topologyKey, labelSelector }) => [
        topologyKey as string,
        labelSelector.matchLabels["app.kubernetes.io/name"] as string,
      ]);
    const topologies = ["topology.kubernetes.io/zone", "kubernetes.io/hostname"];

    expect(topologiesOf(prometheus.prometheusSpec)).toEqual(topologies.map((key) => [key, "prometheus"]));
    expect(topologiesOf(alertmanager.alertmanagerSpec)).toEqual(
      topologies.map((key) => [key, "alertmanager"]),
    );
  });

  it("says what the jobs need that sign its webhooks' certificate", () => {
    expect(valuesWith().prometheusOperator.admissionWebhooks.patch.resources).toEqual({
      requests: { cpu: "10m", memory: "32Mi" },
      limits: { memory: "128Mi" },
    });
  });

  it("pulls every image from a mirror where there is one", () => {
    const registries = Object.fromEntries(
      ["quay.io", "ghcr.io", "registry.k8s.io"].map((host) => [host, `mirror.example/${host}`]),
    );
    const values = valuesWith({ registries });

    expect(values.prometheus.prometheusSpec.image).toEqual({
      registry: "mirror.example",
      repository: "quay.io/prometheus/prometheus",
    });
    expect(values.prometheusOperator.thanosImage).toEqual({
      registry: "mirror.example",
      repository: "quay.io/thanos/thanos",
    });
    expect(JSON.stringify(values)).not.toMatch(/"(quay\.io|ghcr\.io|registry\.k8s\.io)"/);
  });

  it("lets the environment have the last word on values", () => {
    expect(
      prometheusWith({ values: { prometheus: { prometheusSpec: { scrapeInterval: "30s" } } } })
        .prometheusSpec,
    ).toMatchObject({ scrapeInterval: "30s", scrapeTimeout: "15s" });
  });
});

const topic = "arn:aws:sns:eu-west-1:123456789012:govuk-watchdog";
const toSlack: Alerting = {
  receivers: { team: { kind: "slack", channel: "#team" } },
  routes: [],
  timeIntervals: {},
};

describe("Alertmanager", () => {
  const alertmanagerWith = (props?: Partial<KubePrometheusStackProps>) => valuesWith(props).alertmanager;

  it("runs on three nodes, of which one at a time may go, and three times at most", () => {
    expect(alertmanagerWith({ replicas: 9 })).toMatchObject({
      podDisruptionBudget: { enabled: true, minAvailable: 2 },
      alertmanagerSpec: { replicas: 3, podAntiAffinity: "hard" },
    });
    expect(alertmanagerWith({ replicas: 1 })).toMatchObject({
      podDisruptionBudget: { enabled: false },
      alertmanagerSpec: { replicas: 1, podAntiAffinity: "soft" },
    });
  });

  it("remembers whom it has told, on a volume", () => {
    expect(alertmanagerWith().alertmanagerSpec.storage.volumeClaimTemplate.spec).toMatchObject({
      storageClassName: "ebs-gp3",
      resources: { requests: { storage: "10Gi" } },
    });
  });

  it("leads people to where they can see it", () => {
    expect(alertmanagerWith().alertmanagerSpec.externalUrl).toBe("https://alertmanager.example");
  });

  it("finds its receivers' secrets as files, and waits for no Secret that it does not need", () => {
    expect(alertmanagerWith({ alerting: toSlack }).alertmanagerSpec.secrets).toEqual([
      "alertmanager-receivers",
    ]);
    expect(alertmanagerWith().alertmanagerSpec.secrets).toEqual([]);
  });

  it("has the templates that its configuration names", () => {
    const { config, templateFiles } = alertmanagerWith();

    expect(config.templates.map((path: string) => path.split("/").at(-1))).toEqual(
      Object.keys(templateFiles),
    );
  });

  it("may publish to the watchdog's topic and do nothing else in AWS", () => {
    const terraform = stack({ watchdogTopic: topic });

    expect(JSON.parse(terraform.only(IamRolePolicy).policy).Statement).toEqual([
      { Effect: "Allow", Action: ["sns:Publish"], Resource: [topic] },
    ]);
    expect(valuesOf(terraform.only(Release)).alertmanager.serviceAccount).toEqual({
      name: "alertmanager",
      annotations: {
        "eks.amazonaws.com/role-arn": "${aws_iam_role.kube-prometheus-stack_alertmanager_role.arn}",
      },
    });
  });

  it("has no role where there is no topic", () => {
    expect(stack().all(IamRole)).toEqual([]);
    expect(alertmanagerWith().serviceAccount).toEqual({ name: "alertmanager" });
  });
});
