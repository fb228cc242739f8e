import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { stacksOf } from "../../src/settings/environment/stack-names";
import { riverAuthority, riverPlatform } from "../support/river-authority";
import { valuesOf } from "../support/terraform";

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

  describe("with a load balancer that routes share", () => {
    const objectsOf = (stack: string, release: string) =>
      valuesOf(riverPlatform[stack]!.all(Release).find(({ name }) => name === release)!).objects as {
        kind: string;
        metadata: { name: string };
        spec: Record<string, unknown>;
      }[];

    it("gives a product listeners for the hosts of its file, in its own namespace", () => {
      const [listeners, ...others] = Object.keys(riverPlatform)
        .filter((id) => id.startsWith("tenant-live-"))
        .flatMap((id) =>
          riverPlatform[id]!.all(Release).flatMap((release) => valuesOf(release).objects ?? []),
        )
        .filter(({ kind }: { kind: string }) => kind === "ListenerSet");

      expect(others).toEqual([]);
      expect(listeners.metadata).toEqual({ name: "hosts", namespace: "flood-warnings-live" });
      expect(listeners.spec.listeners).toEqual([
        expect.objectContaining({ hostname: "warnings.river-authority.example", port: 443 }),
      ]);
    });

    it("judges routes of products by the hosts that their namespaces list", () => {
      const policy = objectsOf("cluster-services-live", "gatekeeper-constraints").find(
        ({ metadata }) => metadata.name === "declared-route-hosts-products",
      )!;

      expect(policy.spec).toMatchObject({
        enforcementAction: "deny",
        parameters: { annotation: "river-authority.example/hosts" },
      });
    });

    it("has the kinds before the controllers that look for them at their start", () => {
      const releases = riverPlatform["cluster-services-live"]!.all(Release);

      for (const chart of ["aws-load-balancer-controller", "external-dns"]) {
        expect(releases.find((release) => release.chart === chart)!.depends_on).toContain(
          "helm_release.gateway-api-crds_release",
        );
      }
    });

    it("has records made of routes and their listeners", () => {
      const dns = riverPlatform["cluster-services-live"]!.all(Release).find(
        ({ chart }) => chart === "external-dns",
      )!;

      expect(valuesOf(dns)).toMatchObject({
        sources: ["ingress", "gateway-httproute", "gateway-grpcroute"],
        enableGatewayListenerSets: true,
      });
    });
  });
});
