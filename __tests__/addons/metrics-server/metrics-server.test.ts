import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { MetricsServer } from "../../../src/addons/metrics-server/metrics-server";
import type { AddonProps } from "../../../src/constructs/addon";
import { problemsWith } from "../../support/environments";
import { Terraform, valuesOf } from "../../support/terraform";

const valuesWith = (props: Partial<AddonProps> = {}) =>
  valuesOf(
    Terraform.of(
      (scope) =>
        new MetricsServer(scope, "metrics-server", { namespace: "cluster-services", replicas: 2, ...props }),
    ).only(Release),
  );

describe("metrics-server", () => {
  it.each([
    [1, { enabled: false }],
    [3, { enabled: true, minAvailable: 2, unhealthyPodEvictionPolicy: "AlwaysAllow" }],
  ])("lets nodes be drained of %i replicas, and always of one that is not ready", (replicas, budget) => {
    expect(valuesWith({ replicas })).toMatchObject({ replicas, podDisruptionBudget: budget });
  });

  it("is scraped by Prometheus", () => {
    expect(valuesWith()).toMatchObject({ metrics: { enabled: true }, serviceMonitor: { enabled: true } });
  });

  it("writes nowhere, gains no privilege and is nobody in particular", () => {
    expect(valuesWith().securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      runAsUser: 1000,
      seccompProfile: { type: "RuntimeDefault" },
      capabilities: { drop: ["ALL"] },
    });
  });

  it("comes from a mirror where there is one", () => {
    const { image } = valuesWith({ registries: { "registry.k8s.io": "mirror.example" } });

    expect(image.repository).toBe("mirror.example/metrics-server/metrics-server");
  });
});

describe("addons.metricsServer", () => {
  const eksAddons = { "metrics-server": false } as const;

  it("is refused beside the EKS add-on", () => {
    expect(problemsWith({ addons: { metricsServer: {} } })).toEqual([
      "production clusters.govuk.addons.metricsServer: expected metricsServer off, since eksAddons has metrics-server, " +
        'got both; leave it out, or set eksAddons["metrics-server"] to false',
    ]);
  });

  it("is accepted in place of it", () => {
    expect(problemsWith({ addons: { metricsServer: {} }, cluster: { eksAddons } })).toEqual([]);
  });
});
