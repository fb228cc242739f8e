import { describe, expect, it } from "vitest";
import { definitions } from "../../../../src/settings/addons";
import { problemsWith } from "../../../support/environments";

const cluster = { eksAddons: { "metrics-server": false } };

const problemsOf = (addon: string, settings: object) =>
  problemsWith({ cluster, addons: { [addon]: settings } }).filter((text) =>
    /network policies|\.egress/.test(text),
  );

const remoteWrite = (url: string) => ({ prometheus: { prometheusSpec: { remoteWrite: [{ url }] } } });

const dataSource = (url: string) => ({
  datasources: { "logs.yaml": { datasources: [{ name: "Logs", url }] } },
});

/** Add-ons whose chart brings pods. */
const WITH_PODS = definitions()
  .filter(
    ([, { chart }]) =>
      chart && !["prometheus-operator-crds", "karpenter-crd", "gateway-api-crds"].includes(chart.name),
  )
  .map(([name]) => name);

describe("hosts outside the cluster in values of charts", () => {
  it("are refused with the place, the reason and the way out", () => {
    expect(problemsOf("grafana", { values: dataSource("https://loki.example.org:3100") })).toEqual([
      'production clusters.govuk.addons.grafana.values.datasources["logs.yaml"].datasources[0].url: expected a host ' +
        "that the network policies let the add-on call: of the internet, on port 443, got " +
        '"loki.example.org:3100"; declare the call in addons.grafana.egress, or write <service>.<namespace>.svc for a ' +
        "host in the cluster",
    ]);
  });

  it.each([
    ["a datasource of Grafana", "grafana", dataSource("http://logs.example.org")],
    ["Grafana's mail server", "grafana", { "grafana.ini": { smtp: { host: "smtp.example.org:587" } } }],
    [
      "a database of Grafana",
      "grafana",
      { "grafana.ini": { database: { url: "mysql://u@db.example.org/g" } } },
    ],
    [
      "a receiver of Alertmanager",
      "kubePrometheusStack",
      {
        alertmanager: { config: { receivers: [{ webhook_configs: [{ url: "http://hooks.example.org" }] }] } },
      },
    ],
    ["a remote write", "kubePrometheusStack", remoteWrite("https://metrics.example.org/push")],
    [
      "a span's way from Tempo",
      "tempo",
      { tempo: { metricsGenerator: { remoteWriteUrl: "https://mimir.example.org:9009/push" } } },
    ],
    ["a span's exporter", "argoWorkflows", { server: { extraEnv: [{ value: "otel.example.org:4317" }] } }],
    ["a cache of Argo CD", "argoCd", { externalRedis: { host: "cache.example.org", port: 6379 } }],
    ["a controller of Argo CD", "argoCd", { controller: { env: [{ value: "https://traces.example.org" }] } }],
    [
      "a webhook of Reloader",
      "reloader",
      { reloader: { env: { open: { ALERT: "https://chat.example.org" } } } },
    ],
    ["an argument", "externalDns", { extraArgs: ["--webhook-provider-url=http://dns.example.org:8888"] }],
    ["a private address", "externalSecrets", { extraEnv: [{ name: "V", value: "https://10.1.2.3" }] }],
    [
      "a mail server in YAML of Argo CD's notifications",
      "argoCd",
      {
        notifications: {
          notifiers: { "service.email": "host: smtp.example.org\nport: 465\nfrom: a@example.org\n" },
        },
      },
    ],
    [
      "a database in INI",
      "grafana",
      { extraConfigmapMounts: [{ x: "[db]\nhost = db.example.org\nport = 5432\n" }] },
    ],
    ["a connector of Dex", "dex", { config: { connectors: [{ config: { host: "ldap.example.org:636" } }] } }],
  ])("are refused: %s", (_, addon, values) => {
    expect(problemsOf(addon, { values })).toHaveLength(1);
  });

  it("are refused in an output of Fluent Bit, unless logs go to Logstash on any port", () => {
    const values = {
      config: { outputs: "[OUTPUT]\n  Name forward\n  Host logs.example.org\n  Port 24224\n" },
    };
    const destination = { type: "cloudwatch", retentionDays: 30 };

    expect(problemsOf("fluentBit", { values, destination })).toEqual([
      expect.stringContaining('got "logs.example.org:24224"'),
    ]);
    expect(problemsOf("fluentBit", { values })).toEqual([]);
  });

  it.each(WITH_PODS)("are refused of every chart that brings pods: %s", (addon) => {
    const values = { extra: { target: "https://host.example.org:4444" } };

    expect(problemsOf(addon, { values, ...(addon === "fluentBit" && CLOUD_WATCH) })).toEqual([
      expect.stringContaining('got "host.example.org:4444"'),
    ]);
  });

  it.each(WITH_PODS)("are accepted of every chart that brings pods, with an egress: %s", (addon) => {
    const values = { extra: { target: "https://host.example.org:4444" } };
    const egress = { reason: "Tells the other team.", ports: [4444] };

    expect(problemsOf(addon, { values, egress })).toEqual([]);
  });

  it.each([
    ["kubePrometheusStack", remoteWrite("http://mimir.metrics.svc:8080/push")],
    ["kubePrometheusStack", remoteWrite("http://mimir.metrics.svc.cluster.local/push")],
    ["kubePrometheusStack", remoteWrite("http://mimir/push")],
    [
      "kubePrometheusStack",
      { prometheus: { prometheusSpec: { externalUrl: "https://prometheus.example.org" } } },
    ],
    ["kubePrometheusStack", { prometheus: { prometheusSpec: { listenLocal: "0.0.0.0:9090" } } }],
    ["kubePrometheusStack", { prometheus: { ingress: { hosts: ["prometheus.example.org:8443"] } } }],
    ["grafana", dataSource("https://logs.example.org/api")],
    ["grafana", { "grafana.ini": { server: { root_url: "https://grafana.example.org:8443" } } }],
    ["externalDns", { image: { repository: "registry.example.org:5000/external-dns" } }],
    ["tempo", { tempo: { storage: { trace: { s3: { endpoint: "https://s3.example.org" } } } } }],
  ])("are none, or within reach: %s %o", (addon, values) => {
    expect(problemsOf(addon, { values })).toEqual([]);
  });
});

const CLOUD_WATCH = { destination: { type: "cloudwatch", retentionDays: 30 } };

describe("addons.*.egress", () => {
  const values = remoteWrite("https://metrics.example.org:9090/push");
  const reason = "Keeps metrics for years.";

  it("says why and on which ports", () => {
    expect(problemsOf("kubePrometheusStack", { egress: { reason: " ", ports: [0] } })).toEqual([
      "production clusters.govuk.addons.kubePrometheusStack.egress.reason: expected a sentence, got " +
        '" "; say what the add-on calls, and why',
      "production clusters.govuk.addons.kubePrometheusStack.egress.ports: expected TCP ports from 1 to 65535, got a " +
        "list; write [443] for HTTPS",
    ]);
  });

  it("lets no call through on another port", () => {
    expect(problemsOf("kubePrometheusStack", { values, egress: { reason, ports: [443] } })).toHaveLength(1);
    expect(problemsOf("kubePrometheusStack", { values, egress: { reason, ports: [9090] } })).toEqual([]);
  });

  it("lets calls through to private addresses that its ranges have", () => {
    const calls = (cidrs: string[]) =>
      problemsOf("grafana", {
        values: dataSource("http://10.1.2.3:3100"),
        egress: { reason, ports: [3100], cidrs },
      });

    expect(calls(["10.1.0.0/16"])).toEqual([]);
    expect(calls(["10.2.0.0/16"])).toEqual([expect.stringContaining('got "10.1.2.3:3100"')]);
  });

  it.each([
    ["0.0.0.0/0", "a range with a prefix of 8 or longer"],
    ["169.254.169.254/32", "outside 169.254.0.0/16"],
    ["10.1.2.3/16", "the address of a network"],
    ["loki", 'an IPv4 CIDR such as "10.1.0.0/16"'],
  ])("refuses the range %s", (cidr, expected) => {
    expect(problemsOf("grafana", { egress: { reason, ports: [443], cidrs: [cidr] } })).toEqual([
      expect.stringMatching(
        new RegExp(`egress\\.cidrs\\[0\\]: expected .*${expected.replaceAll(".", "\\.")}`),
      ),
    ]);
  });
});
