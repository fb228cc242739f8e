import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksIdentityProviderConfig } from "@cdktf/provider-aws/lib/eks-identity-provider-config";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { platform as harbour } from "../../examples/harbour-trust";
import { definePlatform } from "../../src/settings/define-platform";
import { riverPlatform } from "../support/river-authority";
import { synthesisePlatform } from "../support/synthesise";
import type { Block } from "../support/terraform";

const harbourStacks = synthesisePlatform(definePlatform(harbour));
const groupsOf = (id: string): Block[] =>
  riverPlatform[id]!.all(EksAccessEntry)
    .filter(({ kubernetes_groups }) =>
      (kubernetes_groups ?? []).some((name: string) => name.startsWith("tenants:")),
    )
    .map(({ principal_arn, kubernetes_groups, type }) => ({ principal_arn, kubernetes_groups, type }));

/** Values of Dex's own release in a cluster's stack. */
const dexIn = (id: string): Block =>
  harbourStacks[id]!.all(Release)
    .filter(({ chart }) => chart === "dex")
    .map(({ values }) => JSON.parse(values[0]))[0];

describe("sign-in of tenants by IAM roles", () => {
  it("gives each team's role the team's group, in its own account, and no access policy", () => {
    const path = "aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO";
    expect(groupsOf("cluster-access-live")).toEqual(
      ["maps", "warnings"].map((team) => ({
        principal_arn: `arn:aws:iam::444455556666:role/${path}_${team}_fedcba9876543210`,
        kubernetes_groups: [`tenants:river-authority:${team}`],
        type: "STANDARD",
      })),
    );
  });
});

describe("sign-in of tenants by Dex", () => {
  const [config] = harbourStacks["cluster-services-office"]!.all(EksIdentityProviderConfig);
  const { config: dex, ingress } = dexIn("cluster-services-office");

  it("has EKS trust Dex alone, with a prefix before every name and group", () => {
    expect(config!.oidc).toEqual({
      identity_provider_config_name: "dex",
      issuer_url: dex.issuer,
      client_id: "kubernetes",
      username_claim: "email",
      username_prefix: "tenants:",
      groups_claim: "groups",
      groups_prefix: "tenants:",
    });
    expect(config!.depends_on).toHaveLength(1);
  });

  it("has a client without a secret that answers to the user's own machine", () => {
    const client = dex.staticClients.find(({ id }: Block) => id === "kubernetes");

    expect(client).toMatchObject({ public: true });
    expect(client.redirectURIs.every((uri: string) => new URL(uri).hostname === "localhost")).toBe(true);
  });

  it("opens Dex's page, and no other, to EKS", () => {
    const cidrs = "alb.ingress.kubernetes.io/inbound-cidrs";
    const grafana = harbourStacks["cluster-services-office"]!.all(Release).find(
      ({ chart }) => chart === "grafana",
    )!;

    expect(ingress.annotations).not.toHaveProperty([cidrs]);
    expect(JSON.parse(grafana.values[0]).ingress.annotations[cidrs]).toMatch(/^198\.51\.100\.0\/24,/);
  });

  it("changes nothing on a cluster without tenants", () => {
    expect(harbourStacks["cluster-services-closed"]!.all(EksIdentityProviderConfig)).toEqual([]);
  });
});
