import { ConfigMapV1Data } from "@cdktf/provider-kubernetes/lib/config-map-v1-data";
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { describe, expect, it } from "vitest";
import { AccessEntries } from "../../../../src/access/access-entries";
import { AccessLevel } from "../../../../src/access/access-level";
import { AwsAuth } from "../../../../src/access/aws-auth";
import { accessChangesBetween } from "../../../reports/changes/access";
import { accessText } from "../../../reports/changes/wording";
import { IamRolesMatching } from "../../../../src/constructs/iam-roles-matching";
import { Terraform } from "../../../../__tests__/support/terraform";

interface Members {
  readonly roles?: string[];
  readonly patterns?: string[];
}

/** A stack as the platform makes it, with these members of these levels. */
const stack = (way: "entries" | "aws-auth", levels: Record<string, Members>) =>
  Terraform.of((scope) => {
    const { accountId } = new DataAwsCallerIdentity(scope, "account");
    const grants = Object.entries(levels).map(([level, { roles = [], patterns = [] }]) => ({
      level,
      policy: "AmazonEKSViewPolicy",
      roles: new IamRolesMatching(scope, `${level}-members`, { accountId, roles, patterns }),
    }));
    if (way === "entries") {
      new AccessEntries(scope, "entries", { clusterName: "govuk", grants });
    } else {
      new AwsAuth(scope, "aws-auth", { accountId, nodeRoleArn: "arn:aws:iam::1:role/nodes", grants });
    }
  }).json;

describe.each(["entries", "aws-auth"] as const)("by %s", (way) => {
  const changes = (before: Record<string, Members>, after: Record<string, Members>) =>
    accessChangesBetween(stack(way, before), stack(way, after)).map(accessText);

  it("sees a person who gets access", () => {
    expect(changes({}, { developer: { roles: ["jane.doe-developer"] } })).toEqual([
      "jane.doe: no access → developer",
    ]);
  });

  it("sees a person who gets another level", () => {
    expect(
      changes(
        { readonly: { roles: ["jane.doe-readonly"] } },
        { developer: { roles: ["jane.doe-developer"] } },
      ),
    ).toEqual(["jane.doe: readonly → developer"]);
  });

  it("sees a role that loses access, by its name without the path", () => {
    expect(changes({ developer: { roles: ["ci/deploy"] } }, {})).toEqual(["deploy: developer → no access"]);
  });

  it("sees each pattern for itself", () => {
    expect(
      changes({ developer: { patterns: ["a$"] } }, { developer: { patterns: ["a$", "b$"], roles: ["x"] } }),
    ).toEqual(["roles like b$: no access → developer", "x: no access → developer"]);
  });

  it("sees nothing where everybody keeps their level", () => {
    const levels = { developer: { roles: ["x"], patterns: ["a$"] }, readonly: { roles: ["y"] } };

    expect(changes(levels, levels)).toEqual([]);
  });
});

it("sees nobody gain or lose by the change from aws-auth to access entries", () => {
  const levels = { developer: { roles: ["ci/deploy"], patterns: ["a$"] } };

  expect(accessChangesBetween(stack("aws-auth", levels), stack("entries", levels))).toEqual([]);
});

it("reads an entry for a single role, and one without a level", () => {
  const entry = (name: string) => ({
    resource: {
      aws_eks_access_entry: {
        one: { principal_arn: `arn:aws:iam::123456789012:role/${name}`, type: "EC2_LINUX" },
      },
    },
  });

  expect(accessChangesBetween(entry("old"), entry("new")).map(accessText)).toEqual([
    "new: no access → EC2_LINUX",
    "old: EC2_LINUX → no access",
  ]);
});

it("overlooks other ConfigMaps", () => {
  const other = Terraform.of((scope) => {
    new ConfigMapV1Data(scope, "other", { metadata: { name: "other" }, data: { key: "value" } });
  });

  expect(accessChangesBetween({}, other.json)).toEqual([]);
});

it("sees a group of an identity provider that gets a level, and one that loses it", () => {
  const bound = (...groups: string[]) =>
    Terraform.of((scope) => {
      const rules = { clusterRules: [], namespaceRules: [], after: [], readyFor: () => [] };
      new AccessLevel(scope, "reader", { ...rules, name: "reader", groups });
    }).json;

  expect(accessChangesBetween(bound("oidc:old"), bound("oidc:new")).map(accessText)).toEqual([
    "group new: no access → reader",
    "group old: reader → no access",
  ]);
});
