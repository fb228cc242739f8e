import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { ClusterServicesStack } from "../../../src/stacks/cluster-services";
import { testApp } from "../../support/app";
import { environment } from "../../support/environments";
import { tenants } from "../../support/organisation";
import { Terraform } from "../../support/terraform";

/** Annotations of the public Ingresses of a cluster's releases, by release. */
function publicIngresses(cluster: object): Record<string, string> {
  const stack = new ClusterServicesStack(testApp(), environment({ cluster }), tenants);
  const releases = Object.entries(Terraform.from(stack).named(Release));
  return Object.fromEntries(
    releases
      .map(([name, { values }]) => [name, JSON.stringify(values)] as const)
      .filter(([, values]) => values.includes("internet-facing")),
  );
}

describe("the pages that administer a cluster", () => {
  it("admit their visitors and the cluster's own addresses, each of the six", () => {
    const pages = publicIngresses({ administratorPages: { cidrs: ["203.0.113.0/24"] } });

    expect(
      Object.keys(pages)
        .map((name) => name.replace("_release", ""))
        .sort(),
    ).toEqual([
      "alertmanager-oauth2-proxy",
      "argo-cd",
      "argo-workflows",
      "dex",
      "grafana",
      "prometheus-oauth2-proxy",
    ]);
    for (const page of Object.values(pages)) {
      expect(page).toMatch(/inbound-cidrs\W+203\.0\.113\.0\/24,\$\{[^}]*public_nat_gateway_ips[^}]*\}\/32,/);
    }
  });

  it("admit every address for a reason", () => {
    for (const page of Object.values(publicIngresses({}))) {
      expect(page).not.toContain("inbound-cidrs");
    }
  });
});
