import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { type Filling, keyArn, type Place } from "./values";

/** Policies of resources about their users, by ARN. */
export type ResourcePolicies = Readonly<Record<string, string>>;

/** Policies of the keys, repositories, topics and roles that a stack makes. */
export function resourcePoliciesIn(
  { json: { resource } }: SynthesisedStack,
  filledIn: Filling,
  place: Place,
): ResourcePolicies {
  const policies = (
    type: string,
    arnOf: (id: string, block: JsonMap) => string,
    argument = "policy",
  ): [string, string][] => {
    const blocks = isMap(resource) ? resource[type] : undefined;
    return Object.entries(isMap(blocks) ? blocks : {}).flatMap(([id, block]): [string, string][] =>
      isMap(block) && block[argument] !== undefined
        ? [[arnOf(id, block), filledIn(textOf(block[argument]))]]
        : [],
    );
  };
  const ecr = `arn:aws:ecr:${place.region}:${place.account}:repository`;
  const iam = `arn:aws:iam::${place.account}:role`;
  return Object.fromEntries([
    ...policies("aws_kms_key", (id) => keyArn(id, place)),
    ...policies("aws_ecr_repository_policy", (_, block) => `${ecr}/${filledIn(textOf(block.repository))}`),
    ...policies(
      "aws_iam_role",
      (_, { name, path }) => `${iam}${filledIn(textOf(path)) || "/"}${filledIn(textOf(name))}`,
      "assume_role_policy",
    ),
    ...policies("aws_sns_topic_policy", (_, block) => filledIn(textOf(block.arn))),
  ]);
}

/** Policy of a key that lets the account's own policies decide. KMS asks the key before the role. */
export const accountDecides = (account: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: ["kms:*"],
        Resource: ["*"],
      },
    ],
  });
