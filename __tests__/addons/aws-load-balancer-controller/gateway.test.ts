import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import {
  SharedGateway,
  type SharedGatewayProps,
} from "../../../src/addons/aws-load-balancer-controller/gateway";
import { problemsWith } from "../../support/environments";
import { Terraform, valuesOf } from "../../support/terraform";

const objectsOf = (props: Partial<SharedGatewayProps> = {}) =>
  valuesOf(
    Terraform.of(
      (scope) =>
        new SharedGateway(scope, "gateway", {
          namespace: "cluster-services",
          scheme: "internet-facing",
          loadBalancerName: "shared-alb",
          namespaceLabel: { "example.org/namespace": "applications" },
          hosts: { apps: ["a.example.org", "b.example.org"] },
          subnetIds: ["subnet-1", "subnet-2"],
          accessLogsBucket: "logs",
          ...props,
        }),
    ).only(Release),
  ).objects;

const specOf = (wanted: string, props: Partial<SharedGatewayProps> = {}) =>
  objectsOf(props).find(({ kind }: { kind: string }) => kind === wanted).spec;

describe("the load balancer that routes share", () => {
  it("lets no route of another namespace attach to the listener of plain HTTP", () => {
    expect(specOf("Gateway").listeners).toEqual([
      { name: "http", port: 80, protocol: "HTTP", allowedRoutes: { namespaces: { from: "Same" } } },
    ]);
  });

  it("takes listeners of namespaces with the label alone", () => {
    expect(specOf("Gateway").allowedListeners.namespaces).toEqual({
      from: "Selector",
      selector: { matchLabels: { "example.org/namespace": "applications" } },
    });
  });

  it("has a listener for each host of a namespace, to which routes of that namespace alone attach", () => {
    expect(specOf("ListenerSet").listeners).toEqual(
      ["a.example.org", "b.example.org"].map((hostname, index) => ({
        name: `host-${index}`,
        hostname,
        port: 443,
        protocol: "HTTPS",
        allowedRoutes: { namespaces: { from: "Same" } },
      })),
    );
  });

  it("sends visitors without encryption to HTTPS", () => {
    expect(specOf("HTTPRoute")).toMatchObject({
      parentRefs: [{ sectionName: "http" }],
      rules: [{ filters: [{ requestRedirect: { scheme: "https", statusCode: 301 } }] }],
    });
  });

  it("stands in the subnets whose addresses pods admit, and writes access logs, whatever a Gateway says", () => {
    expect(specOf("LoadBalancerConfiguration")).toMatchObject({
      mergingMode: "prefer-gateway-class",
      loadBalancerSubnets: [{ identifier: "subnet-1" }, { identifier: "subnet-2" }],
      sourceRanges: ["0.0.0.0/0"],
      loadBalancerAttributes: expect.arrayContaining([{ key: "access_logs.s3.bucket", value: "logs" }]),
    });
  });

  it("takes public addresses from the pool of the cluster, unless it has none", () => {
    const addressPool = "ipam-pool-1";

    expect(specOf("LoadBalancerConfiguration", { addressPool }).ipv4IPAMPoolId).toBe(addressPool);
    expect(specOf("LoadBalancerConfiguration", { addressPool, scheme: "internal" })).not.toHaveProperty(
      "ipv4IPAMPoolId",
    );
  });
});

describe("addons.awsLoadBalancerController.gateway", () => {
  const gateway = { scheme: "internal" };

  it("is refused without the kinds that it is made of", () => {
    expect(problemsWith({ addons: { awsLoadBalancerController: { gateway } } } as object)).toEqual([
      "production clusters.govuk.addons.gatewayApiCrds: expected gatewayApiCrds on, since awsLoadBalancerController needs it for the " +
        "kinds of its gateway, got false; switch gatewayApiCrds on, or awsLoadBalancerController off as well",
    ]);
  });

  it("is refused with another scheme than those of load balancers", () => {
    const addons = { gatewayApiCrds: {}, awsLoadBalancerController: { gateway: { scheme: "public" } } };

    expect(problemsWith({ addons } as object)).toEqual([
      expect.stringContaining("addons.awsLoadBalancerController.gateway"),
    ]);
  });
});
