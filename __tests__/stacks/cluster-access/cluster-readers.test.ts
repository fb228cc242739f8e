import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { ConfigMapV1Data } from "@cdktf/provider-kubernetes/lib/config-map-v1-data";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { RoleV1 } from "@cdktf/provider-kubernetes/lib/role-v1";
import { ServiceAccountV1 } from "@cdktf/provider-kubernetes/lib/service-account-v1";
import { describe, expect, it } from "vitest";
import { mainCluster } from "../../../src/settings/environment/environment";
import { ClusterAccessStack } from "../../../src/stacks/cluster-access";
import { testApp } from "../../support/app";
import { environment, type OneCluster, withoutAccess } from "../../support/environments";
import { defineEnvironment, ephemeral, organisation } from "../../support/organisation";
import { Terraform } from "../../support/terraform";

const { accounts } = organisation;
const [FIRST = "", ...others] = organisation.promotion;
const LAST = others.at(-1) ?? "";

const READER = "release";

const build = (settings: OneCluster = {}) =>
  Terraform.from(new ClusterAccessStack(testApp(), environment({ name: FIRST, ...settings })));

const ofReader = (terraform: Terraform, role: "assumer" | "assumed") => {
  const name = `${READER}-${role}`;
  const trust = terraform.all(IamRole).find((one) => one.name === name)?.assume_role_policy as string;
  const permissions = Object.entries(terraform.named(IamRolePolicy)).find(([id]) =>
    id.includes(`reader-${READER}${role === "assumed" ? "-" : "_"}${role}`),
  )?.[1]!.policy as string;
  const statements = (text: string) => JSON.parse(text).Statement as Record<string, unknown>[];
  return { trust: statements(trust), permissions: statements(permissions) };
};

const arn = (environmentName: string, role: string) =>
  `arn:aws:iam::${accounts[environmentName]}:role/${READER}-${role}`;

describe("an application that reads clusters", () => {
  it("takes the role of its own environment's reader and no other", () => {
    expect(ofReader(build(), "assumer").permissions).toEqual([
      { Effect: "Allow", Action: ["sts:AssumeRole", "sts:TagSession"], Resource: [arn(FIRST, "assumed")] },
    ]);
  });

  it("takes the roles of every environment's readers in the one that reads all", () => {
    const [{ Resource: roles } = {}] = ofReader(build({ name: LAST }), "assumer").permissions;

    expect(roles).toEqual(
      Object.keys(accounts)
        .filter((name) => name !== "ephemeral")
        .map((name) => arn(name, "assumed")),
    );
  });

  it("is let in from its own environment and from the one that reads all, each by the ARN of one role", () => {
    expect(ofReader(build(), "assumed").trust).toEqual(
      [FIRST, LAST].map((name) => ({
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${accounts[name]}:root` },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: { StringEquals: { "aws:PrincipalArn": arn(name, "assumer") } },
      })),
    );
  });

  it("finds the one cluster and may do nothing else at AWS", () => {
    expect(ofReader(build(), "assumed").permissions).toEqual([
      {
        Effect: "Allow",
        Action: ["eks:DescribeCluster"],
        Resource: [`arn:aws:eks:eu-west-1:${accounts[FIRST]}:cluster/govuk`],
      },
    ]);
  });

  it("has a service account of its name, with its role where pods have roles by annotation", () => {
    const accountsMade = (settings: OneCluster) =>
      build(settings)
        .all(ServiceAccountV1)
        .find(({ metadata }) => metadata.name === `${READER}-assumer`)?.metadata;

    expect(accountsMade({ cluster: { identity: "irsa" } })).toMatchObject({
      namespace: "apps",
      annotations: {
        "eks.amazonaws.com/role-arn": `\${aws_iam_role.reader-${READER}_assumer_role.arn}`,
      },
    });
    expect(accountsMade({ cluster: { identity: "pod-identity" } })?.annotations).toEqual({});
  });

  it("reads pods and Deployments of its namespaces, and the Applications of Argo CD", () => {
    const rules = build()
      .all(RoleV1)
      .filter(({ metadata }) => metadata.name === `${READER}-assumed`)
      .map(({ metadata, rule }) => [metadata.namespace, rule]);
    const verbs = ["get", "list", "watch"];
    const workloads = [
      { api_groups: [""], resources: ["pods"], verbs },
      { api_groups: ["apps"], resources: ["deployments"], verbs },
    ];

    expect(rules).toEqual([
      ["apps", workloads],
      ["cluster-services", [{ api_groups: ["argoproj.io"], resources: ["applications"], verbs }]],
      ["licensify", workloads],
    ]);
  });

  it("is bound by its group, which its entry names", () => {
    const terraform = build();
    const bound = terraform
      .all(RoleBindingV1)
      .filter(({ metadata }) => metadata.name === `${READER}-assumed-binding`);

    expect(bound.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 3 }, () => [
        { api_group: "rbac.authorization.k8s.io", kind: "Group", name: `${READER}-assumed` },
      ]),
    );
    expect(
      terraform.all(EksAccessEntry).map(({ kubernetes_groups: groups }) => groups as string[]),
    ).toContainEqual([`${READER}-assumed`]);
  });

  it("is mapped to its group where aws-auth alone lets roles in", () => {
    const terraform = build({ cluster: { authenticationMode: "CONFIG_MAP" } });

    expect(terraform.all(EksAccessEntry)).toEqual([]);
    expect(terraform.only(ConfigMapV1Data).data.mapRoles).toContain(`"groups" = ["${READER}-assumed"]`);
  });

  it("is none of an environment that shares its account with others", () => {
    const shared = defineEnvironment(withoutAccess(ephemeral({ id: "eph-abc123" })));
    const terraform = Terraform.from(new ClusterAccessStack(testApp(), mainCluster(shared)));

    expect(terraform.all(ServiceAccountV1)).toEqual([]);
  });
});
