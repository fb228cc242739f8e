import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import {
  IngressGroups,
  type NamedGroup,
} from "../../../src/addons/aws-load-balancer-controller/ingress-groups";
import { problemsWith } from "../../support/environments";
import { freightPlatform } from "../../support/cloud-posse";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const group = (settings: Partial<NamedGroup> = {}): NamedGroup => ({
  name: "edge",
  loadBalancerName: "edge-govuk",
  host: "edge.eks.test.govuk.digital",
  scheme: "internet-facing",
  namespaces: ["apps"],
  ...settings,
});

const objects = (settings?: Partial<NamedGroup>, addressPool?: string, ipv6 = false): Block[] =>
  valuesOf(
    Terraform.of(
      (scope) =>
        new IngressGroups(scope, "ingress-groups", {
          namespace: "cluster-services",
          groups: [group(settings)],
          subnetIds: ["subnet-a", "subnet-b"],
          accessLogsBucket: "logs",
          addressPool,
          ipv6,
        }),
    ).only(Release),
  ).objects;

const parametersOf = (settings?: Partial<NamedGroup>): Block => objects(settings)[0]!.spec;

describe("a group of Ingresses", () => {
  it("lets visitors come by IPv6 too where pods have addresses of it", () => {
    const { ipAddressType, inboundCIDRs } = objects({}, undefined, true)[0]!.spec;

    expect([ipAddressType, inboundCIDRs]).toEqual(["dualstack", ["0.0.0.0/0", "::/0"]]);
    expect(objects({})[0]!.spec).not.toHaveProperty("ipAddressType");
  });

  it("lets nobody else come by IPv6 than those it names", () => {
    expect(objects({ visitors: ["198.51.100.0/24"] }, undefined, true)[0]!.spec.inboundCIDRs).toEqual([
      "198.51.100.0/24",
    ]);
  });

  it("takes public addresses from the pool of its cluster, and only where it has some", () => {
    const poolOf = (settings: Partial<NamedGroup>, pool?: string) =>
      objects(settings, pool)[0]!.spec.ipamConfiguration as unknown;

    expect(poolOf({}, "ipam-pool-1")).toEqual({ ipv4IPAMPoolId: "ipam-pool-1" });
    expect(poolOf({ scheme: "internal" }, "ipam-pool-1")).toBeUndefined();
    expect(poolOf({})).toBeUndefined();
  });

  it("is one load balancer for all Ingresses of its class", () => {
    expect(parametersOf()).toMatchObject({ group: { name: "edge" }, loadBalancerName: "edge-govuk" });
    expect(objects()[1]).toMatchObject({
      kind: "IngressClass",
      metadata: { name: "edge" },
      spec: { parameters: { kind: "IngressClassParams", name: "edge" } },
    });
  });

  it("admits Ingresses of its namespaces, and of no other", () => {
    expect(parametersOf().namespaceSelector.matchExpressions).toEqual([
      { key: "kubernetes.io/metadata.name", operator: "In", values: ["cluster-services", "apps"] },
    ]);
  });

  it("stands in the subnets from which network policies admit load balancers, an internal one too", () => {
    expect(parametersOf({ scheme: "internal" })).toMatchObject({
      scheme: "internal",
      subnets: { ids: ["subnet-a", "subnet-b"] },
    });
  });

  it("speaks TLS, passes plain HTTP on to it, and writes down who came", () => {
    expect(parametersOf()).toMatchObject({
      sslRedirectPort: "443",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      targetType: "ip",
    });
    expect(parametersOf().loadBalancerAttributes[0]).toEqual({
      key: "access_logs.s3.enabled",
      value: "true",
    });
  });

  it("admits its visitors, and says so to the controller even where all may come", () => {
    expect(parametersOf().inboundCIDRs).toEqual(["0.0.0.0/0"]);
    expect(parametersOf({ visitors: ["192.0.2.0/24"] }).inboundCIDRs).toEqual(["192.0.2.0/24"]);
  });

  it("has a web ACL where it names one", () => {
    expect(parametersOf({ webAcl: "arn:acl" }).wafv2AclArn).toBe("arn:acl");
    expect("wafv2AclArn" in parametersOf()).toBe(false);
  });

  it("is there before any application joins, and answers 404 at its own host", () => {
    const [, , ingress] = objects();

    expect(ingress!.spec).toMatchObject({
      ingressClassName: "edge",
      rules: [{ host: "edge.eks.test.govuk.digital" }],
    });
    expect(JSON.parse(ingress!.metadata.annotations["alb.ingress.kubernetes.io/actions.not-found"])).toEqual({
      type: "fixed-response",
      fixedResponseConfig: { contentType: "text/plain", statusCode: "404", messageBody: "Not found" },
    });
  });

  it("is known to other repositories by its name and its host, and its host to the policy on hosts", () => {
    const stack = freightPlatform["cluster-services-prod"]!;

    expect(stack.json.output.ingress_group_load_balancer_names.value).toEqual({ edge: "edge" });
    expect(stack.json.output.ingress_group_hosts.value).toEqual({
      edge: "edge.eks.prod.acme-freight.example",
    });
    expect(JSON.stringify(stack.json)).toContain('\\"edge.eks.prod.acme-freight.example\\"');
  });
});

describe("addons.awsLoadBalancerController.groups", () => {
  const PATH = "production clusters.govuk.addons.awsLoadBalancerController.groups.edge";
  const problemsOf = (settings: object, name = "edge") =>
    problemsWith({
      addons: {
        awsLoadBalancerController: {
          groups: { [name]: { scheme: "internal", namespaces: ["apps"], ...settings } },
        },
      },
    });

  it("is accepted with a web ACL of the cluster's region", () => {
    const webAcl =
      "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/22222222-2222-4222-8222-222222222222";

    expect(problemsOf({ webAcl, visitors: ["192.0.2.0/24"] })).toEqual([]);
  });

  it("refuses a web ACL of another region, which no load balancer could have", () => {
    const webAcl =
      "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/22222222-2222-4222-8222-222222222222";

    expect(problemsOf({ webAcl })[0]).toContain(
      `${PATH}.webAcl: expected the ARN of a regional web ACL of WAF in eu-west-1, got "arn:aws:wafv2:us-east-1`,
    );
  });

  it.each(["grafana", "aws-alb", "Edge", "a".repeat(33)])("refuses the name %s", (name) => {
    expect(problemsOf({}, name)[0]).toContain("expected a name in kebab-case of 32 characters at most");
  });

  it("refuses a group that nothing may join, and namespaces that are no application's", () => {
    expect(problemsOf({ namespaces: [] })).toEqual([
      `${PATH}.namespaces: expected a namespace or more, got none; name those that may join`,
    ]);
    expect(problemsOf({ namespaces: ["kube-system"] })[0]).toContain(`${PATH}.namespaces[0]: expected `);
  });

  it("refuses visitors that are no range, and none at all", () => {
    expect(problemsOf({ visitors: ["192.0.2.1/24"] })[0]).toContain(
      `${PATH}.visitors[0]: expected the address`,
    );
    expect(problemsOf({ visitors: [] })).toEqual([
      `${PATH}.visitors: expected ranges of visitors, got none; leave it out to admit every address`,
    ]);
  });
});
