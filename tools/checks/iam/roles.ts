import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";
import type { Filling } from "./values";

/** An IAM role with all its permissions. */
export interface Role {
  readonly stack: string;
  readonly name: string;

  /** Path with a slash at its end; `/` alone for most. */
  readonly path: string;

  /** Trust policy. */
  readonly trust: string;

  /** Documents of its own, by name. */
  readonly policies: Readonly<Record<string, string>>;

  /** ARNs of AWS managed policies. */
  readonly managedPolicies: readonly string[];

  /** ARN of its permissions boundary; empty where it has none. */
  readonly boundary: string;
}

const blocksIn =
  ({ json }: SynthesisedStack) =>
  (type: string): [string, JsonMap][] => {
    const ofType = isMap(json.resource) ? json.resource[type] : undefined;
    return Object.entries(isMap(ofType) ? ofType : {}).filter((entry): entry is [string, JsonMap] =>
      isMap(entry[1]),
    );
  };

/** Documents of the policies that a stack makes, by ARN. */
export const policiesIn = (stack: SynthesisedStack, filledIn: Filling, account: string) =>
  Object.fromEntries(
    blocksIn(stack)("aws_iam_policy").map(([, { name, policy }]): [string, string] => [
      `arn:aws:iam::${account}:policy/${filledIn(textOf(name))}`,
      filledIn(textOf(policy)),
    ]),
  );

/** The roles that a stack makes. */
export function rolesIn(stack: SynthesisedStack, filledIn: Filling): Role[] {
  const blocks = blocksIn(stack);
  return blocks("aws_iam_role").map(([address, block]) => {
    const isOf = ([, part]: [string, JsonMap]) => textOf(part.role).includes(`aws_iam_role.${address}.`);
    const attached = blocks("aws_iam_role_policy_attachment")
      .filter(isOf)
      .map(([, attachment]) => textOf(attachment.policy_arn));
    const isAttached = ([policy]: [string, JsonMap]) =>
      attached.some((arn) => arn.includes(`aws_iam_policy.${policy}.`));
    const documents = [
      ...blocks("aws_iam_role_policy").filter(isOf),
      ...blocks("aws_iam_policy").filter(isAttached),
    ];
    return {
      stack: stack.id,
      name: filledIn(textOf(block.name)),
      path: filledIn(textOf(block.path)) || "/",
      trust: filledIn(textOf(block.assume_role_policy)),
      policies: Object.fromEntries(documents.map(([name, { policy }]) => [name, filledIn(textOf(policy))])),
      managedPolicies: attached.filter((arn) => arn.startsWith("arn:aws:iam::aws:")),
      boundary: filledIn(textOf(block.permissions_boundary)),
    };
  });
}
