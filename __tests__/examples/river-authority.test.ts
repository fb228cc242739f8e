import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { stacksOf } from "../../src/settings/environment/stack-names";
import { riverAuthority, riverPlatform } from "../support/river-authority";

describe("the platform of a river authority", () => {
  it.each(["dev", "live"])("installs in %s nothing that it has no account or section for", (name) => {
    const charts = riverPlatform[`cluster-services-${name}`]!.all(Release).map(({ chart }) => String(chart));

    for (const chart of ["argo-cd", "argo-workflows", "dex", "grafana", "oauth2-proxy", "kyverno"]) {
      expect(charts).not.toContain(chart);
    }
    expect(charts).toContain("kube-prometheus-stack");
  });

  it("makes no VPC in live, which has one", () => {
    expect(Object.keys(riverPlatform)).toContain("vpc-dev");
    expect(Object.keys(riverPlatform)).not.toContain("vpc-live");
  });

  it("keeps the state of each environment in a bucket of its own account", () => {
    for (const environment of riverAuthority.environments) {
      for (const { id } of stacksOf(environment).filter(({ name }) => name !== "terraform-state")) {
        expect(riverPlatform[id]!.json.terraform.backend.s3.bucket).toBe(
          `river-authority-terraform-state-${environment.name}`,
        );
      }
    }
  });
});
