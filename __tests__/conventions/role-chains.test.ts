import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { expect, it } from "vitest";
import { everyStack } from "../support/every-platform";

interface Statement {
  readonly Action: string | readonly string[];
  readonly Principal?: { readonly AWS?: unknown };
}

const statementsOf = (document: unknown): readonly Statement[] =>
  typeof document === "string" && document.startsWith("{")
    ? (JSON.parse(document) as { readonly Statement: readonly Statement[] }).Statement
    : [];

const actionsOf = ({ Action }: Statement): readonly string[] => [Action].flat();

const places = everyStack.flatMap(({ id, terraform }) => [
  ...terraform.all(IamRole).flatMap(({ name, assume_role_policy: trust }) =>
    statementsOf(trust)
      .filter(({ Principal }) => Principal?.AWS !== undefined)
      .map((statement) => ({ place: `${id}: trust of ${String(name)}`, actions: actionsOf(statement) })),
  ),
  ...[...terraform.all(IamRolePolicy), ...terraform.all(IamPolicy)].flatMap(({ name, policy }) =>
    statementsOf(policy).map((statement) => ({
      place: `${id}: ${String(name)}`,
      actions: actionsOf(statement),
    })),
  ),
]);

const chains = places.filter(({ actions }) => actions.includes("sts:AssumeRole"));

it("lets pods take a further role by Pod Identity too, whose sessions carry tags on", () => {
  const refused = chains.filter(({ actions }) => !actions.includes("sts:TagSession"));

  expect(chains.length).toBeGreaterThan(0);
  expect(refused.map(({ place }) => place)).toEqual([]);
});
