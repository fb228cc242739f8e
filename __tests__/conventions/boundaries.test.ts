import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { describe, expect, it } from "vitest";
import { everyStack } from "../support/every-platform";
import type { Block } from "../support/terraform";

/** Roles that no boundary bounds: an administrator applies their stack, and they are held to what they name. */
const RUN_ROLES = /^terraform-(plan|apply)(_|$)/;

/** Actions by which a role gets permissions: made anew, by a policy, or without the bounds that it had. */
const WIDENS = [
  "iam:AttachRolePolicy",
  "iam:CreateRole",
  "iam:DeleteRolePermissionsBoundary",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
];

const policies = new Set(
  everyStack.flatMap(({ terraform }) => terraform.all(IamPolicy).map(({ name }) => name as string)),
);

const nameIn = (arn: unknown): string =>
  String(arn).replace(/^arn:aws:iam::\d{12}:policy\/|\$\{.*\}:policy\//, "");

const stacks = everyStack.filter(({ terraform }) => terraform.all(IamRole).length > 0);

/** Statements of every policy by which a role gets permissions. */
const widening = everyStack.flatMap(({ terraform }) =>
  [IamPolicy, IamRolePolicy]
    .flatMap((type) => terraform.all(type))
    .flatMap(({ policy }) => (JSON.parse(policy as string) as { Statement: Block[] }).Statement)
    .filter(({ Effect, Action }) => Effect === "Allow" && WIDENS.some((action) => Action.includes(action))),
);

describe("IAM roles of stacks whose state is kept", () => {
  it.each(stacks)("have a boundary that a stack makes: $id", ({ terraform }) => {
    for (const { name, permissions_boundary } of terraform.all(IamRole)) {
      expect([name, RUN_ROLES.test(name as string) || policies.has(nameIn(permissions_boundary))]).toEqual([
        name,
        true,
      ]);
    }
  });

  it("get permissions from runs only while they have their boundary, which no run takes off", () => {
    expect(widening.length).toBeGreaterThan(5);
    for (const { Action, Condition } of widening) {
      expect(Action).not.toContain("iam:DeleteRolePermissionsBoundary");
      for (const boundary of [Condition?.StringEquals?.["iam:PermissionsBoundary"]].flat()) {
        expect(policies).toContain(nameIn(boundary));
      }
    }
  });
});
