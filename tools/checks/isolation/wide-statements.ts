import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** Actions on an account as a whole, which names no tenant's thing. */
const OF_ACCOUNT = ["ecr:GetAuthorizationToken"];

/** Statements of roles about things of every tenant: all of an account, or every key that no alias narrows. */
export const wideStatements = ({ resource }: JsonMap): string[] =>
  Object.entries(asMap(asMap(resource).aws_iam_role_policy)).flatMap(([id, block]) =>
    statementsOf(textOf(asMap(block).policy)).flatMap((statement) =>
      problemsOf(statement).map((problem) => `aws_iam_role_policy.${id}: ${problem}`),
    ),
  );

const statementsOf = (policy: string): readonly Statement[] =>
  (JSON.parse(policy) as { readonly Statement?: readonly Statement[] }).Statement ?? [];

function problemsOf({ Action, Resource, Condition }: Statement): string[] {
  const resources = [Resource].flat();
  const actions = [Action].flat().filter((action) => !OF_ACCOUNT.includes(action));
  if (resources.includes("*") && actions.length > 0) {
    return [`expected names for ${actions.join(", ")}, got everything`];
  }
  if (resources.some((each) => each.endsWith(":distribution/*"))) {
    return ["expected a distribution of its own, got every distribution"];
  }
  const aliases = Condition?.["ForAnyValue:StringEquals"]?.["kms:ResourceAliases"] ?? [];
  return resources.some((each) => each.endsWith(":key/*")) && aliases.length === 0
    ? ["expected keys by their aliases, got every key"]
    : [];
}
