import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { PrometheusOperatorCrds } from "../../../src/addons/prometheus-operator-crds/prometheus-operator-crds";
import { Terraform, valuesOf } from "../../support/terraform";

const crds = (props = {}) =>
  Terraform.of((scope) => new PrometheusOperatorCrds(scope, "crds", { namespace: "services", ...props }));

describe("PrometheusOperatorCrds", () => {
  it("is a release and nothing else", () => {
    expect(crds().addresses()).toEqual(["helm_release.crds_release"]);
  });

  it("leaves every monitor of the cluster where it is when the release goes", () => {
    expect(valuesOf(crds().only(Release)).crds.annotations).toEqual({ "helm.sh/resource-policy": "keep" });
  });

  it("lets the environment have the last word on values", () => {
    const values = { crds: { probes: { enabled: false } } };

    expect(valuesOf(crds({ values }).only(Release)).crds).toMatchObject(values.crds);
  });

  it("comes from a mirror where there is one", () => {
    const registries = { "prometheus-community.github.io": "mirror.example/charts" };

    expect(crds({ registries }).only(Release).repository).toBe("https://mirror.example/charts/helm-charts");
  });
});
