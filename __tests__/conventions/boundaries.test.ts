import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { describe, expect, it } from "vitest";
import { everyStack } from "../support/every-platform";

/** Roles that no boundary bounds: an administrator applies their stack, and they are held to what they name. */
const RUN_ROLES = /^terraform-(plan|apply)(_|$)/;

const policies = new Set(
  everyStack.flatMap(({ terraform }) => terraform.all(IamPolicy).map(({ name }) => name as string)),
);

const stacks = everyStack.filter(({ terraform }) => terraform.all(IamRole).length > 0);

describe("IAM roles of stacks whose state is kept", () => {
  it.each(stacks)("have a boundary that a stack makes: $id", ({ terraform }) => {
    for (const { name, permissions_boundary } of terraform.all(IamRole)) {
      const boundary = (permissions_boundary as string | undefined)?.replace(
        /^arn:aws:iam::\d{12}:policy\//,
        "",
      );
      expect([name, RUN_ROLES.test(name as string) || policies.has(boundary ?? "")]).toEqual([name, true]);
    }
  });
});
