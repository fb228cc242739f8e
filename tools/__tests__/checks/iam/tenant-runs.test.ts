import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { platform as settings } from "../../../../examples/river-authority";
import { synthesisePlatform } from "../../../../__tests__/support/synthesise";
import { definePlatform } from "../../../../src/settings/define-platform";
import { permissionsDocument } from "../../../../src/constructs/iam-policy";
import {
  type TenantRunPermissions,
  tenantRunPermissions,
} from "../../../../src/terraform-cloud/tenant-permissions";
import { type Calls, CALLS } from "../../../checks/emulate/tenants/calls";
import { actionsOfCall } from "../../../checks/iam/called-actions";
import { CALLS_BY_HAND } from "../../../checks/iam/calls-by-hand";
import { statementsOf } from "../../../checks/iam/documents";
import { documentFindings } from "../../../checks/iam/rules";
import { decide } from "../../../checks/iam/simulation";
import { tenantStacks } from "../../../samples/tenant-stacks";
import { asMap, type JsonMap, textOf } from "../../../terraform-json/json-map";

const ACCOUNT = "444455556666";
const OWNED = { deploymentTag: "deployment", deployments: ["tenant"], environmentTag: "environment" };
const BOUNDARY = `arn:aws:iam::${ACCOUNT}:policy/platform-tenants_live`;

const permissions = tenantRunPermissions({
  accountId: ACCOUNT,
  region: "eu-central-1",
  owned: { ...OWNED, environment: "live" },
  boundaries: ["platform-tenants_live"],
  clusters: ["river"],
  domains: ["maps.example"],
});

const documentsOf = (policies: TenantRunPermissions["plan"]): Record<string, string> =>
  Object.fromEntries(Object.entries(policies).map(([name, some]) => [name, permissionsDocument(some)]));

const PLAN = documentsOf(permissions.plan);
const APPLY = { ...PLAN, ...documentsOf(permissions.apply) };

const actionsOf = (documents: Readonly<Record<string, string>>): Set<string> =>
  new Set(
    Object.values(documents)
      .flatMap((text) => (JSON.parse(text) as { Statement: { Action: string[] }[] }).Statement)
      .flatMap(({ Action }) => Action.map((action) => action.toLowerCase())),
  );

const recorded = Object.entries(JSON.parse(readFileSync(CALLS, "utf8")) as Record<string, Calls>).flatMap(
  ([trial, types]) => Object.entries(types).map(([type, phases]) => ({ trial, type, phases })),
);

const byHand = Object.entries(CALLS_BY_HAND).map(([type, phases]) => ({ type, phases }));

describe("policies for runs of tenants' stacks", () => {
  it("allow every call that a plan was seen to make", () => {
    const allowed = actionsOf(PLAN);
    const missing = [...recorded, ...byHand].flatMap(({ type, phases: { plan = [] } }) =>
      plan
        .flatMap(actionsOfCall)
        .filter((action) => !allowed.has(action))
        .map((action) => `${type}: ${action}`),
    );

    expect([...new Set(missing)]).toEqual([]);
    expect(recorded.length).toBeGreaterThan(15);
  });

  it("allow every call that an apply was seen to make", () => {
    const allowed = actionsOf(APPLY);
    const missing = [...recorded, ...byHand].flatMap(({ type, phases: { apply = [] } }) =>
      apply
        .flatMap(actionsOfCall)
        .filter((action) => !allowed.has(action))
        .map((action) => `${type}: ${action}`),
    );

    expect([...new Set(missing)]).toEqual([]);
  });

  it("know the calls of every type that a stack of a tenant has", () => {
    const types = new Set(
      tenantStacks(definePlatform(settings)).flatMap(({ json }) =>
        Object.keys(asMap(json.resource)).filter((type) => type.startsWith("aws_")),
      ),
    );
    const known = new Set([...recorded.map(({ type }) => type), ...Object.keys(CALLS_BY_HAND)]);

    expect([...types].filter((type) => !known.has(type))).toEqual([]);
  });

  it.each(Object.entries(APPLY))("have no fault that IAM's own rules name: %s", async (place, text) => {
    expect(await documentFindings({ place, kind: "identity", text, statements: statementsOf(text) })).toEqual(
      [],
    );
  });

  it("fit IAM's policies, eight at most for a role", () => {
    expect(Object.values(APPLY).filter((text) => text.length > 6_144)).toEqual([]);
    expect(Object.keys(APPLY).length).toBeLessThanOrEqual(8);
  });

  it("are made by the stack that an administrator applies, where an environment has tenants", () => {
    const stacks = synthesisePlatform(definePlatform(settings));
    const made = Object.values(
      asMap(asMap(stacks["terraform-state-live"]!.json.resource as JsonMap).aws_iam_policy),
    ).map((block) => textOf(asMap(block).name));

    expect(made.filter((name) => name.startsWith("platform-tenant-runs_live_")).sort()).toEqual(
      Object.keys(APPLY)
        .map((purpose) => `platform-tenant-runs_live_${purpose}`)
        .sort(),
    );
  });
});

const TAGS = { "aws:ResourceTag/deployment": "tenant", "aws:ResourceTag/environment": "live" };
const REQUESTED = { "aws:RequestTag/deployment": "tenant", "aws:RequestTag/environment": "live" };

const asked = async (
  documents: Readonly<Record<string, string>>,
  action: string,
  on: string,
  when: Readonly<Record<string, string | string[]>> = {},
) => {
  const [decision] = await decide(
    {
      role: {
        stack: "tenants",
        name: "runs",
        path: "/",
        trust: "",
        policies: documents,
        managedPolicies: [],
        boundary: "",
      },
      policies: {},
      managedPolicies: {},
      resourcePolicies: {},
      account: ACCOUNT,
      region: "eu-central-1",
    },
    { actions: [action], on, when },
  );
  return decision!.impossible ?? decision!.allowed;
};

const arn = (service: string, name: string, region = "eu-central-1") =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${name}`;

/** Record of a zone, as Route 53 describes a change of it. */
const record = (name: string) => ({ "route53:ChangeResourceRecordSetsNormalizedRecordNames": [name] });

describe("a run of tenants' stacks", () => {
  it.each<[string, string, Readonly<Record<string, string | string[]>>?]>([
    ["sqs:CreateQueue", arn("sqs", "tenant-live--tide-main--it")],
    ["sns:CreateTopic", arn("sns", "tenants-alarms-live--tide-main")],
    ["sns:CreateTopic", arn("sns", "tenants-alarms-live--tide-main", "us-east-1")],
    ["s3:PutBucketPolicy", "arn:aws:s3:::tenant-live--tide-main--it-444455556666"],
    ["dynamodb:UpdateTable", arn("dynamodb", "table/tenant-live--tide-main--it")],
    ["secretsmanager:CreateSecret", arn("secretsmanager", "secret:tenants/live/tide-main/secret/it-AbCdEf")],
    ["ecr:CreateRepository", arn("ecr", "repository/tenants/tide/main/it")],
    ["rds:CreateDBInstance", arn("rds", "db:tenant-tide-main-it-0a1b2c3d")],
    [
      "elasticache:CreateReplicationGroup",
      arn("elasticache", "replicationgroup:tenant-tide-main-it-0a1b2c3d"),
    ],
    ["es:CreateDomain", arn("es", "domain/tenant-tide-main-0a1b2c3d")],
    ["kms:ScheduleKeyDeletion", arn("kms", "key/1"), TAGS],
    ["route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z1", record("www.maps.example")],
    ["acm:DeleteCertificate", arn("acm", "certificate/1", "us-east-1"), TAGS],
    ["cloudfront:UpdateDistribution", `arn:aws:cloudfront::${ACCOUNT}:distribution/E1`, TAGS],
    ["cloudfront:CreateDistribution", "*", REQUESTED],
    ["wafv2:DeleteWebACL", arn("wafv2", "global/webacl/tenant-live--tide-main--it/1", "us-east-1")],
    ["logs:PutDeliverySource", arn("logs", "delivery-source:tenant-live--tide-main--it", "us-east-1")],
    [
      "iam:CreateRole",
      `arn:aws:iam::${ACCOUNT}:role/tenant-tide-main--web--river`,
      { "iam:PermissionsBoundary": BOUNDARY },
    ],
  ])("may %s of a tenant's %s", async (action, on, when) => {
    expect(await asked(APPLY, action, on, when)).toBe(true);
    expect(await asked(PLAN, action, on, when)).toBe(false);
  });

  it.each<[string, string, string, Readonly<Record<string, string | string[]>>?]>([
    ["a queue of the platform", "sqs:DeleteQueue", arn("sqs", "river-karpenter")],
    ["the states", "s3:PutBucketPolicy", "arn:aws:s3:::river-authority-states"],
    [
      "a secret of the platform",
      "secretsmanager:GetSecretValue",
      arn("secretsmanager", "secret:river/x-AbCdEf"),
    ],
    [
      "a password of a database",
      "secretsmanager:GetSecretValue",
      arn("secretsmanager", "secret:rds!db-1-AbCdEf"),
    ],
    [
      "a key of the platform",
      "kms:PutKeyPolicy",
      arn("kms", "key/1"),
      { ...TAGS, "aws:ResourceTag/deployment": "vpc" },
    ],
    ["a database of the platform", "rds:DeleteDBInstance", arn("rds", "db:river-grafana")],
    [
      "a record of the platform",
      "route53:ChangeResourceRecordSets",
      "arn:aws:route53:::hostedzone/Z1",
      record("river.example"),
    ],
    [
      "a distribution of others",
      "cloudfront:DeleteDistribution",
      `arn:aws:cloudfront::${ACCOUNT}:distribution/E1`,
    ],
    ["a role without a boundary", "iam:CreateRole", `arn:aws:iam::${ACCOUNT}:role/tenant-x`],
    [
      "a role of the platform",
      "iam:PutRolePolicy",
      `arn:aws:iam::${ACCOUNT}:role/river-node-group`,
      { "iam:PermissionsBoundary": BOUNDARY },
    ],
    ["policies of AWS", "iam:AttachRolePolicy", `arn:aws:iam::${ACCOUNT}:role/tenant-x`],
    [
      "a group that rules the cluster",
      "eks:CreateAccessEntry",
      arn("eks", "cluster/river"),
      {
        "eks:principalArn": `arn:aws:iam::${ACCOUNT}:role/tenant-live-tide-deploy`,
        "eks:kubernetesGroups": ["system:masters"],
        "eks:accessEntryType": "STANDARD",
      },
    ],
    [
      "the value of a tenant's secret",
      "secretsmanager:GetSecretValue",
      arn("secretsmanager", "secret:tenants/live/tide-main/secret/it-AbCdEf"),
    ],
    ["objects", "s3:GetObject", "arn:aws:s3:::tenant-live--tide-main--it-444455556666/file"],
    ["messages", "sqs:ReceiveMessage", arn("sqs", "tenant-live--tide-main--it")],
    ["items", "dynamodb:GetItem", arn("dynamodb", "table/tenant-live--tide-main--it")],
  ])("may not touch %s", async (_, action, on, when) => {
    expect(await asked(APPLY, action, on, when)).toBe(false);
  });
});
