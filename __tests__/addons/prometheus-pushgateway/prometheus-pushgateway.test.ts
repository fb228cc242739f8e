import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { PrometheusPushgateway } from "../../../src/addons/prometheus-pushgateway/prometheus-pushgateway";
import { problemsWith, testEnvironment } from "../../support/environments";
import { Terraform, valuesOf } from "../../support/terraform";

const values = valuesOf(
  Terraform.of(
    (scope) =>
      new PrometheusPushgateway(scope, "prometheus-pushgateway", {
        namespace: "monitoring",
        registries: { "quay.io": "mirror.example" },
      }),
  ).only(Release),
);

describe("prometheus-pushgateway", () => {
  it("runs once, since each of two would have half of the samples", () => {
    expect(values.replicaCount).toBe(1);
  });

  it("is scraped in the namespace that it runs in", () => {
    expect(values.serviceMonitor).toEqual({ enabled: true, namespace: "monitoring" });
  });

  it("writes nowhere, gains no privilege and reaches no Kubernetes API", () => {
    expect(values.containerSecurityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
    });
    expect(values.automountServiceAccountToken).toBe(false);
  });

  it("comes from a mirror where there is one", () => {
    expect(values.image.repository).toBe("mirror.example/prometheus/pushgateway");
  });
});

describe("addons.prometheusPushgateway", () => {
  it("is off unless a cluster asks for it", () => {
    expect(testEnvironment.addons.prometheusPushgateway).toBe(false);
  });

  it("is refused without a Prometheus that takes what jobs push", () => {
    const addons = { prometheusPushgateway: {}, kubePrometheusStack: false, tempo: false } as const;

    expect(problemsWith({ addons })).toContain(
      "production clusters.govuk.addons.kubePrometheusStack: expected kubePrometheusStack on, since " +
        "prometheusPushgateway needs it for samples that jobs push, got false; switch kubePrometheusStack on, or " +
        "prometheusPushgateway off as well",
    );
  });
});
