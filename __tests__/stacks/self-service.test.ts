import { EksCapability } from "@cdktf/provider-aws/lib/eks-capability";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { ClusterRoleV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-v1";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { platform as river } from "../../examples/river-authority";
import { definePlatform } from "../../src/settings/define-platform";
import { riverPlatform } from "../support/river-authority";
import { synthesisePlatform } from "../support/synthesise";
import { type Block, type Terraform, valuesOf } from "../support/terraform";

const objectsIn = (stack: Terraform): Block[] =>
  stack.all(Release).flatMap((release) => (valuesOf(release).objects ?? []) as Block[]);

const kindIn = (stack: Terraform, kind: string): Block =>
  objectsIn(stack).find((object) => object.kind === kind)!;

const stack = riverPlatform["tenant-dev-river-maps-dev"]!;
const annotationsIn = (id: string) =>
  (kindIn(riverPlatform[id]!, "Namespace").metadata as Block).annotations as Block;

/** The same platform, whose cluster to try things in may lose its data. */
const unprotected = synthesisePlatform(
  definePlatform({
    ...river,
    environments: river.environments.map((environment) => ({
      ...environment,
      ...(environment.name === "dev" && {
        deletionProtection: { enabled: false as const, reason: "It is there to try things." },
      }),
    })),
  }),
);

describe("a namespace that serves itself", () => {
  it("has ACK work with its own role", () => {
    expect(kindIn(stack, "IAMRoleSelector")).toEqual({
      apiVersion: "services.k8s.aws/v1alpha1",
      kind: "IAMRoleSelector",
      metadata: { name: "tenant-river-maps-dev" },
      spec: {
        arn: "arn:aws:iam::111122223333:role/river-ack--river-maps-dev",
        namespaceSelector: { names: ["river-maps-dev"] },
      },
    });
  });

  it("is told how its names begin, and that nothing goes from AWS with its object", () => {
    expect(annotationsIn("tenant-dev-river-maps-dev")).toMatchObject({
      "river-authority.example/self-service-prefix": "tenant-dev--river-maps-dev---",
      "dynamodb.services.k8s.aws/deletion-policy": "retain",
      "s3.services.k8s.aws/deletion-policy": "retain",
    });
    expect(Object.keys(annotationsIn("tenant-dev-river-maps-trial")).join()).not.toMatch(
      /self-service|k8s\.aws/,
    );
  });

  it("may lose both where nothing of the environment is protected", () => {
    const own = unprotected["tenant-dev-river-maps-dev"]!;
    const role = Object.values(unprotected["cluster-access-dev"]!.named(IamRolePolicy))[0]!;

    expect(JSON.stringify(kindIn(own, "Namespace"))).not.toContain("deletion-policy");
    expect(role.policy).toContain("dynamodb:DeleteTable");
    expect(JSON.stringify(riverPlatform["cluster-access-dev"]!.named(IamRolePolicy))).not.toContain(
      "DeleteTable",
    );
  });

  it("has at most twenty of each kind, and other namespaces of the cluster have none", () => {
    const quotaIn = (id: string) =>
      objectsIn(riverPlatform[id]!).find(
        ({ kind, metadata }) => kind === "ResourceQuota" && (metadata as Block).name === "self-service",
      )?.spec;
    const hard = (tables: string, buckets: string) => ({
      hard: {
        "count/tables.dynamodb.services.k8s.aws": tables,
        "count/buckets.s3.services.k8s.aws": buckets,
      },
    });

    expect(quotaIn("tenant-dev-river-maps-dev")).toEqual(hard("20", "20"));
    expect(quotaIn("tenant-dev-flood-warnings-dev")).toEqual(hard("0", "0"));
    expect(quotaIn("tenant-live-river-maps-live")).toBeUndefined();
  });

  it("lets the accounts that the file names use what it made, and nobody else", () => {
    const policyOf = (account: string) =>
      stack.named(IamRolePolicy)[`own_account-${account}_role_permissions`]!.policy as string;

    expect(policyOf("tiler")).toContain("arn:aws:s3:::tenant-dev--river-maps-dev---*/*");
    expect(policyOf("renderer")).not.toContain("s3:");
    expect(policyOf("renderer")).toContain("table/tenant-dev--river-maps-dev---*");
  });
});

describe("the boundary beside the states", () => {
  const boundaryOf = (environment: string) =>
    (
      JSON.parse(
        riverPlatform[`terraform-state-${environment}`]!.all(IamPolicy).find(({ name }) =>
          (name as string).startsWith("platform-boundary"),
        )!.policy as string,
      ) as { Statement: { Action: string[]; Resource: string[]; Condition?: object }[] }
    ).Statement;

  it("has what ACK makes, with names of self-service, for objects of namespaces alone", () => {
    const ofAck = boundaryOf("dev").filter(({ Action }) =>
      Action.some((action) =>
        ["dynamodb:CreateTable", "s3:CreateBucket", "s3:ListAllMyBuckets"].includes(action),
      ),
    );

    expect(ofAck.map(({ Resource, Condition }) => [Resource, Condition])).toEqual(
      [
        ["arn:aws:dynamodb:eu-central-1:111122223333:table/tenant-*---*"],
        ["arn:aws:s3:::tenant-*---*"],
        ["*"],
      ].map((resources) => [resources, { Null: { "aws:PrincipalTag/eks:kubernetes-namespace": "false" } }]),
    );
  });

  it("has nothing of it where no cluster has ACK", () => {
    expect(JSON.stringify(boundaryOf("live"))).not.toContain("dynamodb:");
  });
});

describe("a cluster with ACK and kro", () => {
  it("has both, in no other cluster", () => {
    expect(riverPlatform["cluster-infrastructure-dev"]!.all(EksCapability).map(({ type }) => type)).toEqual(
      expect.arrayContaining(["ACK", "KRO"]),
    );
    expect(riverPlatform["cluster-infrastructure-live"]!.all(EksCapability)).toEqual([]);
  });

  it("lets roles of tenants write their kinds, and those who look see them", () => {
    const rulesOf = (cluster: string, role: string) =>
      JSON.stringify(
        riverPlatform[`cluster-access-${cluster}`]!.named(ClusterRoleV1)[`tenant-roles_tenant-${role}`]!.rule,
      );
    const rule = (group: string, resource: string, verbs: string) =>
      `{"api_groups":["${group}"],"resources":["${resource}"],"verbs":${verbs}}`;
    const READ = '["get","list","watch"]';
    const WRITE = '["get","list","watch","create","update","patch","delete"]';

    for (const [group, resource] of [
      ["dynamodb.services.k8s.aws", "tables"],
      ["s3.services.k8s.aws", "buckets"],
      ["kro.run", "gauges"],
    ] as const) {
      expect(rulesOf("dev", "view")).toContain(rule(group, resource, READ));
      expect(rulesOf("dev", "edit")).toContain(rule(group, resource, WRITE));
      expect(rulesOf("dev", "deployer")).toContain(rule(group, resource, WRITE));
      expect(rulesOf("live", "edit")).not.toContain(group);
    }
  });
});
