import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { agentNetwork } from "../../../src/addons/teleport-kube-agent/network";
import { problemsOfAgent } from "../../../src/addons/teleport-kube-agent/rules";
import {
  TeleportKubeAgent,
  type TeleportKubeAgentProps,
} from "../../../src/addons/teleport-kube-agent/teleport-kube-agent";
import { relayedLevels } from "../../../src/settings/access/relayed-levels";
import { ADMINISTRATOR } from "../../../src/settings/access/access-levels";
import { OBSERVER, OPERATOR } from "../../../src/settings/access/standard-levels";
import { environment } from "../../support/environments";
import { cluster, podIdentityCluster } from "../../support/fixtures";
import { everyAddon } from "../../support/services";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const TELEPORT = {
  proxy: "acme.teleport.sh:3080",
  port: 3080,
  tokenName: "production-govuk",
  enterprise: true,
  clusterName: "production",
  labels: { environment: "production" },
};

const agent = (props: Partial<TeleportKubeAgentProps> = {}) =>
  Terraform.of(
    (scope) =>
      new TeleportKubeAgent(scope, "agent", {
        cluster,
        namespace: "teleport",
        replicas: 2,
        teleport: TELEPORT,
        levels: ["observer", "operator"],
        ...props,
      }),
  );

const valuesWith = (props?: Partial<TeleportKubeAgentProps>) =>
  valuesOf(agent(props).named(Release)["agent_release"]!);

const rules = (): Block[] =>
  (valuesOf(agent().named(Release)["agent_rights"]!).objects as Block[])[0]!.rules as Block[];

const spokenFor = (resource: string): Block[] =>
  rules().filter(({ resources, verbs }) => resources.includes(resource) && verbs.includes("impersonate"));

describe("Teleport's agent", () => {
  it("speaks for groups of access levels and for everyone's group, and for no other", () => {
    expect(spokenFor("groups").map(({ resourceNames }) => resourceNames)).toEqual([
      ["observer", "operator", "system:authenticated"],
    ]);
  });

  it("speaks for one user, who has no rights by name, and for no service account", () => {
    expect(spokenFor("users").map(({ resourceNames }) => resourceNames)).toEqual([["teleport"]]);
    expect(spokenFor("serviceaccounts")).toEqual([]);
  });

  it("gets none of the rights that its chart would give it, nor Jobs that would need them", () => {
    expect(valuesWith()).toMatchObject({ rbac: { create: false }, skipHooks: true });
  });

  it("joins by its role, which may do nothing", () => {
    expect(valuesWith().joinParams).toEqual({ method: "iam", tokenName: "production-govuk" });
    expect(agent().only(IamRole).name).toBe("teleport-kube-agent-govuk");
    expect(agent().all(IamRolePolicy)).toEqual([]);
  });

  it("has its role by the identity of the cluster", () => {
    const byAssociation = agent({ cluster: podIdentityCluster }).only(EksPodIdentityAssociation);

    expect(byAssociation).toMatchObject({ namespace: "teleport", service_account: "teleport-kube-agent" });
    expect(valuesWith().annotations.serviceAccount).toEqual({
      "eks.amazonaws.com/role-arn": "${aws_iam_role.agent_service-account_role.arn}",
    });
  });

  it("is called in Teleport by a name that no other cluster of the platform has", () => {
    expect(valuesWith()).toMatchObject({ kubeClusterName: "production", proxyAddr: "acme.teleport.sh:3080" });
  });

  it("comes from a mirror where there is one", () => {
    const { image, enterpriseImage } = valuesWith({ registries: { "public.ecr.aws": "mirror.example" } });

    expect([image, enterpriseImage]).toEqual([
      "mirror.example/gravitational/teleport-distroless",
      "mirror.example/gravitational/teleport-ent-distroless",
    ]);
  });

  it("calls the internet at the port of Teleport's proxy", () => {
    expect(agentNetwork(3080).calls).toContainEqual({ with: "internet", ports: [3080] });
  });
});

describe("a cluster behind Teleport", () => {
  const behind = environment(everyAddon);

  it("is refused where every level may do everything", () => {
    const organisation = { ...behind.organisation, accessLevels: { administrator: ADMINISTRATOR } };

    expect(problemsOfAgent(behind)).toEqual([]);
    expect(problemsOfAgent({ ...behind, organisation })).toEqual([
      "endpointAccess.relay: expected a level of organisation.accessLevels that does not allow everything, got none; " +
        "add one: nobody has every right by the word of a program",
    ]);
  });

  it("needs no NAT where a proxy leads out", () => {
    const network = { ...behind.network, nat: "none" } as const;
    const proxy = { url: "http://proxy.example.org:3128", cidrs: ["10.0.0.0/28"] };

    expect(problemsOfAgent({ ...behind, network })).toHaveLength(1);
    expect(problemsOfAgent({ ...behind, network, cluster: { ...behind.cluster, proxy } })).toEqual([]);
  });
});

describe("levels that people may have through Teleport", () => {
  it("are all but those that may do everything", () => {
    expect(relayedLevels({ administrator: ADMINISTRATOR, operator: OPERATOR, observer: OBSERVER })).toEqual([
      "observer",
      "operator",
    ]);
  });
});
