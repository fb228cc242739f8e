import type { Json } from "../../../src/output/leaves";
import { asList, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";

export const isPolicy = (value: Json): value is JsonMap => isMap(value) && Object.hasOwn(value, "Statement");

/**
 * An IAM policy document as sentences, one for each action on each resource, in the order of the alphabet:
 * splitting and joining statements does not change its meaning.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export function policySentences(policy: JsonMap): string[] {
  const sentences = asList(policy.Statement).flatMap((statement) =>
    isMap(statement) ? said(statement) : [],
  );
  return [...new Set(sentences)].sort();
}

function said(statement: JsonMap): string[] {
  const principals = whoOf(statement);
  const resources = statement.Resource ?? statement.NotResource;

  return thingsIn(statement, "Action").flatMap((action) =>
    (resources === undefined
      ? [""]
      : thingsIn(statement, "Resource").map((resource) => ` on ${resource}`)
    ).flatMap((on) =>
      principals.map((who) => `${textOf(statement.Effect)} ${action}${on}${who}${conditionOf(statement)}`),
    ),
  );
}

/** Things in a statement. A list in `Not…` means everything but its items, so that they belong together. */
const thingsIn = (statement: JsonMap, element: string): string[] =>
  statement[`Not${element}`] === undefined
    ? asList(statement[element]).map(textOf)
    : [`anything but ${asList(statement[`Not${element}`]).map(textOf).join(", ")}`];

function whoOf({ Principal, NotPrincipal }: JsonMap): string[] {
  if (NotPrincipal !== undefined) {
    return [` for anybody but ${textOf(NotPrincipal)}`];
  }
  if (!isMap(Principal)) {
    return asList(Principal).length > 0 ? [` for ${textOf(Principal)}`] : [""];
  }
  return Object.entries(Principal).flatMap(([kind, names]) =>
    asList(names).map((name) => ` for ${kind} ${textOf(name)}`),
  );
}

function conditionOf({ Condition }: JsonMap): string {
  if (!isMap(Condition)) {
    return "";
  }
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    isMap(keys)
      ? Object.entries(keys).map(
          ([key, values]) => `${key} ${operator} ${asList(values).map(textOf).join(" or ")}`,
        )
      : [],
  );
  return ` if ${conditions.sort().join(" and ")}`;
}
