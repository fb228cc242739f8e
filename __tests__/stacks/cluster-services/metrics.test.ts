import type { OneCluster } from "../../support/environments";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { NO_ALERTING } from "../../../src/settings/alerting/no-alerting";
import type { AddonsSettings } from "../../../src/settings/addons";
import { clusterServicesWith } from "../../support/stacks";
import { type Block, valuesOf } from "../../support/terraform";

const stackWith = (addons: AddonsSettings = {}, settings: OneCluster = {}) =>
  clusterServicesWith({ addons, ...settings });

const releasesWith = (addons?: AddonsSettings, settings?: OneCluster) =>
  stackWith(addons, settings).named(Release);

const proxies = (releases: Record<string, Block>) =>
  ["prometheus", "alertmanager"].map((name) => valuesOf(releases[`${name}-oauth2-proxy_release`]!));

describe("Prometheus", () => {
  it("scrapes the kube-state-metrics of EKS where the cluster has it, and brings its own where not", () => {
    const stateMetricsOf = (settings?: OneCluster) =>
      valuesOf(releasesWith({}, settings)["kube-prometheus-stack_release"]!).kubeStateMetrics
        .enabled as boolean;

    const podsStartOpen = { reason: "The add-on of EKS has no policy." };
    expect(stateMetricsOf({ cluster: { podsStartOpen } })).toBe(false);
    expect(stateMetricsOf({ cluster: { podsStartOpen, eksAddons: { "kube-state-metrics": false } } })).toBe(
      true,
    );
  });

  it("remembers three months of production", () => {
    const { prometheusSpec } = valuesOf(releasesWith()["kube-prometheus-stack_release"]!).prometheus;

    expect(prometheusSpec).toMatchObject({ retention: "90d", replicas: 3 });
  });

  it("waits for its CRDs and for the StorageClass of its volumes", () => {
    expect(releasesWith()["kube-prometheus-stack_release"]?.depends_on).toEqual(
      expect.arrayContaining([
        "helm_release.prometheus-operator-crds_release",
        "helm_release.aws-ebs-csi-driver_release",
      ]),
    );
  });
});

describe("Alertmanager", () => {
  it("sets off CloudWatch's alarm where it falls silent", () => {
    const terraform = stackWith();
    const { config } = valuesOf(terraform.named(Release)["kube-prometheus-stack_release"]!).alertmanager;

    expect(config.receivers).toContainEqual(
      expect.objectContaining({
        name: "watchdog",
        sns_configs: [expect.objectContaining({ topic_arn: "${aws_sns_topic.watchdog_topic.arn}" })],
      }),
    );
    expect(terraform.only(CloudwatchMetricAlarm).alarm_actions).toEqual([
      expect.stringContaining("alarm_topic_arn"),
    ]);
  });

  it("tells nobody of anything, and has no topic, where alerting has no receiver", () => {
    const terraform = stackWith({ kubePrometheusStack: { alerting: NO_ALERTING } });

    expect(terraform.all(SnsTopic)).toEqual([]);
    expect(terraform.all(CloudwatchMetricAlarm)).toEqual([]);
  });

  it("waits for its receivers' secrets", () => {
    expect(releasesWith()["kube-prometheus-stack_release"]?.depends_on).toContain(
      "helm_release.external-secrets_secrets",
    );
  });
});

describe("the proxies of Prometheus and Alertmanager", () => {
  it("let through the read-write team, and nobody else", () => {
    const teams = proxies(releasesWith({ dex: { readWriteTeam: "alphagov:gov-uk" } })).map(
      ({ extraArgs }) => extraArgs["allowed-group"],
    );

    expect(teams).toEqual(["alphagov:gov-uk", "alphagov:gov-uk"]);
  });

  it("let everybody through where people sign in by password, without teams", () => {
    for (const { extraArgs } of proxies(
      releasesWith({ dex: { signIn: { password: true, reason: "Made for a test." } } }),
    )) {
      expect(extraArgs).not.toHaveProperty("allowed-group");
    }
  });

  it("have load balancers of their own, called after the cluster where that is not the only one", () => {
    const namesOf = (cluster: string) =>
      proxies(releasesWith({}, { cluster: { name: cluster } })).map(
        ({ ingress }) => ingress.annotations["alb.ingress.kubernetes.io/load-balancer-name"],
      );

    expect(namesOf("govuk")).toEqual(["prometheus", "alertmanager"]);
    expect(namesOf("eph-abc")).toEqual(["prometheus-eph-abc", "alertmanager-eph-abc"]);
  });

  it("are gone where they are switched off", () => {
    const names = Object.keys(releasesWith({ oauth2Proxy: false }));

    expect(names.filter((name) => name.includes("oauth2-proxy"))).toEqual([]);
  });
});

describe("the probes", () => {
  const probed = (addons?: AddonsSettings): string[] =>
    valuesOf(releasesWith(addons)["prometheus-blackbox-exporter_probes"]!).objects.flatMap(
      ({ spec }: Block) => spec.targets.staticConfig.static,
    );

  it("ask for the web applications that are on, where those say that they are well", () => {
    expect(probed()).toEqual(
      expect.arrayContaining([
        "https://dex.eks.production.govuk.digital/healthz",
        "https://grafana.eks.production.govuk.digital/api/health",
        "https://prometheus.eks.production.govuk.digital/ping",
        "https://alertmanager.eks.production.govuk.digital/ping",
      ]),
    );
  });

  it("ask for nothing that is switched off", () => {
    expect(probed({ oauth2Proxy: false }).filter((address) => address.endsWith("/ping"))).toEqual([]);
  });
});
