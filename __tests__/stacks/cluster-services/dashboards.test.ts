import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import type { AddonsSettings } from "../../../src/settings/addons";
import { foundation } from "../../support/services";
import { clusterServicesWith } from "../../support/stacks";
import { type Block, type Terraform, valuesOf } from "../../support/terraform";

const shown: AddonsSettings = { ...foundation, kubePrometheusStack: {}, grafana: {}, tempo: {} };

const stack = (addons: AddonsSettings = {}, settings = {}): Terraform =>
  clusterServicesWith({ addons: { ...shown, ...addons }, ...settings });

const values = (terraform: Terraform, name: "grafana" | "tempo"): Block =>
  valuesOf(terraform.named(Release)[`${name}_release`]!);

const roleOf = (terraform: Terraform): string =>
  values(terraform, "grafana")["grafana.ini"]["auth.generic_oauth"].role_attribute_path;

const sourcesOf = (terraform: Terraform): Record<string, Block> =>
  Object.fromEntries(
    values(terraform, "grafana").datasources["datasources.yaml"].datasources.map((source: Block) => [
      source.uid,
      source,
    ]),
  );

describe("Grafana in the stack", () => {
  it("lets the read-write team change things, and every other team that signs in look", () => {
    const dex = { teams: ["alphagov:gov-uk", "alphagov:deploy"], readWriteTeam: "alphagov:deploy" };

    expect(roleOf(stack({ dex }))).toBe(
      "contains(groups[*], 'alphagov:deploy') && 'Admin' || contains(groups[*], 'alphagov:gov-uk') && 'Viewer'",
    );
  });

  it("makes everybody an administrator where there is one password and no team", () => {
    expect(roleOf(stack({ dex: { signIn: { password: true, reason: "Made for a test." } } }))).toBe(
      "'Admin'",
    );
  });

  it("has the copies of everything else and a database, or is one with a volume", () => {
    expect(values(stack({ replicas: 2 }), "grafana")).toMatchObject({
      replicas: 2,
      persistence: { enabled: false },
    });
    expect(values(stack({ replicas: 2 }, { grafanaDatabase: false }), "grafana")).toMatchObject({
      replicas: 1,
      persistence: { enabled: true },
    });
  });

  it("asks the Services of its namespace", () => {
    const { prometheus, alertmanager, tempo } = sourcesOf(stack());

    expect([prometheus?.url, alertmanager?.url, tempo?.url]).toEqual([
      "http://kube-prometheus-stack-prometheus.monitoring:9090",
      "http://kube-prometheus-stack-alertmanager.monitoring:9093",
      "http://tempo.monitoring:3200",
    ]);
  });

  it.each([
    [1, ["0"]],
    [9, ["0", "1", "2"]],
  ])("has what Tempo makes of spans from whichever replica of Prometheus it asks, of %i", (replicas, all) => {
    expect(values(stack({ replicas }), "tempo").tempo.metricsGenerator.storage.remote_write).toEqual(
      all.map((index) => ({
        url: `http://prometheus-kube-prometheus-stack-prometheus-${index}.prometheus-operated.monitoring:9090/api/v1/write`,
        send_exemplars: true,
      })),
    );
  });

  it("comes after its credentials at Dex, its secrets and the controller that its Ingress needs", () => {
    expect(stack().named(Release)["grafana_release"]?.depends_on).toEqual(
      expect.arrayContaining([
        "helm_release.dex_clients_copies",
        "helm_release.external-secrets_secrets",
        "helm_release.aws-load-balancer-controller_release",
        "helm_release.prometheus-operator-crds_release",
      ]),
    );
  });

  it("has a load balancer of its own name in an account with other clusters", () => {
    const name = (terraform: Terraform): string =>
      values(terraform, "grafana").ingress.annotations["alb.ingress.kubernetes.io/load-balancer-name"];

    expect(name(stack())).toBe("grafana");
    expect(name(stack({}, { cluster: { name: "blue" } }))).toBe("grafana-blue");
  });

  it("runs without traces", () => {
    const terraform = stack({ tempo: false });

    expect(Object.keys(sourcesOf(terraform))).toEqual(["prometheus", "alertmanager", "cloudwatch"]);
    expect(terraform.addresses().filter((address) => /tempo|traces/.test(address))).toEqual([]);
  });
});

describe("a trace", () => {
  const correlations = (fluentBit: AddonsSettings["fluentBit"]) =>
    sourcesOf(stack({ fluentBit })).tempo?.correlations;

  it("leads to the log group of the cluster's containers, where that has their logs", () => {
    const [logs] = correlations({ destination: { type: "cloudwatch", retentionDays: 30 } });

    expect(logs.config.target.logGroupNames).toEqual(["/aws/eks/govuk/containers"]);
  });

  it("leads to OpenSearch, where that has them", () => {
    const destination = {
      type: "opensearch",
      endpoint: "search.eu-west-1.es.amazonaws.com",
      domainArn: "arn:aws:es:eu-west-1:123456789012:domain/logs",
    } as const;

    expect(correlations({ destination })[0].config.target.url).toMatch(/^https:\/\/search\.eu-west-1\./);
  });

  it.each([false, {}])("leads to no logs with fluentBit %o", (fluentBit) => {
    expect(correlations(fluentBit)).toBeUndefined();
  });
});

describe("Tempo in the stack", () => {
  it("has a bucket and a key of its own, which its role may use", () => {
    const terraform = stack();
    const [bucket] = Object.values<Block>(terraform.json.module);
    const policy = terraform.named(IamRolePolicy)["tempo_service-account_permissions"]!.policy;

    expect(bucket).toMatchObject({
      name: "govuk-production-tempo",
      force_destroy: false,
      kms_key_arn: "${aws_kms_key.traces-encryption_key.arn}",
    });
    expect(policy).toContain("arn:aws:s3:::${module.traces_bucket.id}/*");
    expect(policy).toContain("${aws_kms_key.traces-encryption_key.arn}");
  });

  it("keeps its key as long as the environment is protected, and its bucket as long as there is something in it", () => {
    const disposable = {
      deletionProtection: { enabled: false, reason: "a test destroys it" },
      forceDestroy: true,
    };

    expect(stack().only(KmsKey).lifecycle).toEqual({ prevent_destroy: true });
    expect(stack({}, disposable).only(KmsKey).lifecycle).toEqual({ prevent_destroy: false });
    expect(Object.values<Block>(stack({}, disposable).json.module)[0]?.force_destroy).toBe(true);
  });

  it("runs without Grafana", () => {
    const terraform = stack({ grafana: false });

    expect(terraform.addresses().filter((address) => address.includes(".grafana"))).toEqual([]);
    expect(values(terraform, "tempo").serviceMonitor).toEqual({ enabled: true });
  });
});

describe("both", () => {
  it("publish their roles under the platform's names", () => {
    expect(Object.keys(stack().outputs())).toEqual(
      expect.arrayContaining([
        "grafana_iam_role_arn",
        "grafana_service_account_name",
        "tempo_iam_role_arn",
        "tempo_service_account_name",
      ]),
    );
  });
});
