import { Eip } from "@cdktf/provider-aws/lib/eip";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import {
  type AddressedLoadBalancer,
  NetworkLoadBalancers,
} from "../../../src/addons/aws-load-balancer-controller/network-load-balancers";
import { problemsWith } from "../../support/environments";
import { freightPlatform } from "../../support/cloud-posse";
import { stacksWith } from "../../support/stacks";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const balancer: AddressedLoadBalancer = {
  name: "broker",
  loadBalancerName: "broker-govuk",
  namespace: "apps",
  pods: { "app.kubernetes.io/name": "broker" },
  ports: { 443: 8443, 8883: 8883 },
  allocationIds: ["eipalloc-a", "eipalloc-b"],
};

const serviceOf = (settings: Partial<AddressedLoadBalancer> = {}): Block =>
  valuesOf(
    Terraform.of(
      (scope) =>
        new NetworkLoadBalancers(scope, "balancers", {
          namespace: "cluster-services",
          balancers: [{ ...balancer, ...settings }],
          subnetIds: ["subnet-a", "subnet-b"],
        }),
    ).only(Release),
  ).objects[0];

describe("a network load balancer", () => {
  it("listens at its addresses, one in each subnet", () => {
    expect(serviceOf().metadata.annotations).toMatchObject({
      "service.beta.kubernetes.io/aws-load-balancer-eip-allocations": "eipalloc-a,eipalloc-b",
      "service.beta.kubernetes.io/aws-load-balancer-subnets": "subnet-a,subnet-b",
      "service.beta.kubernetes.io/aws-load-balancer-scheme": "internet-facing",
    });
  });

  it("is the controller's to make, and passes TCP on to pods, not to nodes", () => {
    expect(serviceOf().spec).toMatchObject({
      type: "LoadBalancer",
      loadBalancerClass: "service.k8s.aws/nlb",
      allocateLoadBalancerNodePorts: false,
      selector: { "app.kubernetes.io/name": "broker" },
      ports: [
        { name: "tcp-443", protocol: "TCP", port: 443, targetPort: 8443 },
        { name: "tcp-8883", protocol: "TCP", port: 8883, targetPort: 8883 },
      ],
    });
  });

  it("comes to pods from its own addresses, which their network policies admit", () => {
    expect(
      serviceOf().metadata.annotations[
        "service.beta.kubernetes.io/aws-load-balancer-target-group-attributes"
      ],
    ).toBe("preserve_client_ip.enabled=false");
  });

  it("admits its visitors alone", () => {
    expect(serviceOf().spec.loadBalancerSourceRanges).toEqual(["0.0.0.0/0"]);
    expect(serviceOf({ visitors: ["192.0.2.0/24"] }).spec.loadBalancerSourceRanges).toEqual(["192.0.2.0/24"]);
  });
});

describe("fixed addresses", () => {
  const infrastructure = () => freightPlatform["cluster-infrastructure-prod"]!;
  const services = () => JSON.stringify(freightPlatform["cluster-services-prod"]!.json);

  it("are one for each zone, from the cluster's pool, and stay", () => {
    const addresses = Object.entries(infrastructure().named(Eip)).filter(([id]) =>
      id.startsWith("load-balancer-addresses"),
    );

    expect(addresses.map(([id]) => id)).toEqual(
      ["a", "b", "c"].map((zone) => `load-balancer-addresses_vehicle-feed-${zone}`),
    );
    for (const [, address] of addresses) {
      expect(address).toMatchObject({
        ipam_pool_id: "ipam-pool-0a1b2c3d4e5f67890",
        lifecycle: { prevent_destroy: true },
      });
    }
  });

  it("are AWS's own where the cluster has no pool, and go with an environment that is not protected", () => {
    const stack = stacksWith({
      deletionProtection: { enabled: false, reason: "It lives for as long as a test." },
      addons: {
        awsLoadBalancerController: {
          networkLoadBalancers: {
            broker: { namespace: "apps", pods: { app: "broker" }, ports: { 443: 8443 } },
          },
        },
      },
    })["cluster-infrastructure-production"]!;
    const address = stack.named(Eip)["load-balancer-addresses_broker-a"]!;

    expect(address).not.toHaveProperty("ipam_pool_id");
    expect(address.lifecycle).toEqual({ prevent_destroy: false });
  });

  it("are known to partners by an output", () => {
    expect(Object.keys(infrastructure().json.output.load_balancer_addresses.value as object)).toEqual([
      "vehicle-feed",
    ]);
  });

  it("go to their Service alone: policies know it by its name, and its annotations by their values", () => {
    expect(services()).toContain('\\"kind\\": \\"NoLoadBalancerServices\\"');
    expect(services()).toMatch(/\\"namespace\\": \\"tracking\\",\\n\s+\\"name\\": \\"vehicle-feed\\"/);
    expect(services()).toContain(
      '\\"name\\": \\"service.beta.kubernetes.io/aws-load-balancer-eip-allocations\\"',
    );
  });
});

describe("addons.awsLoadBalancerController.networkLoadBalancers", () => {
  const PATH = "production clusters.govuk.addons.awsLoadBalancerController.networkLoadBalancers.broker";
  const problemsOf = (settings: object, more: object = {}) =>
    problemsWith({
      addons: {
        awsLoadBalancerController: {
          ...more,
          networkLoadBalancers: {
            broker: { namespace: "apps", pods: { app: "broker" }, ports: { 443: 8443 }, ...settings },
          },
        },
      },
    });

  it("are accepted with pods, ports and a namespace of an application", () => {
    expect(problemsOf({ visitors: ["192.0.2.0/24"] })).toEqual([]);
  });

  it("are refused in a namespace of the platform", () => {
    expect(problemsOf({ namespace: "monitoring" })[0]).toContain(`${PATH}.namespace: expected one of apps`);
  });

  it("are refused without labels: every pod of the namespace would be open", () => {
    expect(problemsOf({ pods: {} })).toEqual([
      `${PATH}.pods: expected labels of the pods behind it, got none; write { "app.kubernetes.io/name": "…" }: without, it would pass traffic to every pod of the namespace`,
    ]);
  });

  it("are refused with labels that Kubernetes does not take", () => {
    expect(problemsOf({ pods: { app: "a b" } })).toEqual([
      `${PATH}.pods.app: expected 63 letters, digits, - _ and . at most, got "a b"; shorten or rename it`,
    ]);
  });

  it("are refused without a port, and with one that is none", () => {
    expect(problemsOf({ ports: {} })).toEqual([
      `${PATH}.ports: expected 1 to 50 ports, got 0; write { 443: 8443 }`,
    ]);
    expect(problemsOf({ ports: { https: 8443, 443: 70_000 } })).toEqual([
      `${PATH}.ports["443"]: expected TCP ports from 1 to 65535, that of the pods by the one at which it listens, got 70000; write { 443: 8443 }`,
      `${PATH}.ports.https: expected TCP ports from 1 to 65535, that of the pods by the one at which it listens, got 8443; write { 443: 8443 }`,
    ]);
  });

  it("are refused without visitors, and with ranges that are none", () => {
    expect(problemsOf({ visitors: [] })).toEqual([
      `${PATH}.visitors: expected ranges of visitors, got none; leave it out to admit every address`,
    ]);
    expect(problemsOf({ visitors: ["192.0.2.1/24"] })[0]).toContain(`${PATH}.visitors[0]: expected`);
  });

  it("are refused with the name of a group, since AWS knows both by it", () => {
    expect(problemsOf({}, { groups: { broker: { scheme: "internal", namespaces: ["apps"] } } })).toEqual([
      `${PATH}: expected a name in kebab-case of 32 characters at most, which no group has, got "broker"; its load balancer and its Service have the name`,
    ]);
  });
});
