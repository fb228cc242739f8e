import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { expect, it } from "vitest";
import { NodeRole } from "../../src/infrastructure/node-role";
import { registry } from "../support/organisation";
import { Terraform } from "../support/terraform";

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

const statements = (
  JSON.parse(
    Terraform.of(
      (scope) =>
        new NodeRole(scope, "node-role", {
          clusterName: "govuk",
          assignsAddresses: false,
          sessionManager: false,
          cachedRepositories: registry.cachedRepositories,
        }),
    ).only(IamRolePolicy).policy as string,
  ) as { Statement: Statement[] }
).Statement;

const resourcesOf = (action: string) =>
  statements.filter(({ Action }) => Action.includes(action)).flatMap(({ Resource }) => Resource);

it("has a node copy an image of another registry that nobody has asked for before", () => {
  expect(resourcesOf("ecr:BatchImportUpstreamImage")).toEqual(["*"]);
  expect(resourcesOf("ecr:CreateRepository")).toEqual(registry.cachedRepositories);
});

it("has a node push nothing", () => {
  expect(resourcesOf("ecr:PutImage")).toEqual([]);
});

it.each([
  [{}, []],
  [{ assignsAddresses: true }, ["AmazonEKS_CNI_Policy"]],
  [{ sessionManager: true }, ["AmazonSSMManagedInstanceCore"]],
])("has AWS's policies that it is asked to have, and no more: %o", (asked, names) => {
  const attached = Terraform.of(
    (scope) =>
      new NodeRole(scope, "node-role", {
        clusterName: "govuk",
        assignsAddresses: false,
        sessionManager: false,
        cachedRepositories: [],
        ...asked,
      }),
  )
    .all(IamRolePolicyAttachment)
    .map(({ policy_arn }) => policy_arn as string)
    .sort();

  expect(attached).toEqual(
    ["AmazonEKSWorkerNodePolicy", ...names].map((name) => `arn:aws:iam::aws:policy/${name}`).sort(),
  );
});
