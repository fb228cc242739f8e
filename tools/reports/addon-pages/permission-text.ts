import type { Conditions, Permission } from "../../../src/constructs/iam-policy";
import { actionWords, listed } from "./action-words";

/** A permission in words: actions, resources and conditions, and below them each action by name. */
export function permissionText(permission: Permission): string {
  const { actions, conditions } = permission;
  const on =
    "resources" in permission
      ? listed(permission.resources.map(code))
      : `any resource (${permission.anyResourceBecause})`;

  return `**${actionWords(actions)}** on ${on}${conditionWords(conditions)}\n  - ${actions.map(code).join(", ")}`;
}

/** Text as code, with values that only Terraform knows replaced by their name: `<cluster_zone_arn>`. */
export const code = (text: string): string => `\`${text.replace(/\$\{[^}]*?([\w-]+)\}/g, "<$1>")}\``;

function conditionWords(conditions: Conditions = {}): string {
  const clauses = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => clause(operator, key, [values].flat())),
  );
  return clauses.length === 0 ? "" : `, only if ${listed(clauses)}`;
}

/** Words for an operator between its key and its values. */
const OPERATORS: Readonly<Record<string, string>> = {
  StringEquals: "is",
  StringNotEquals: "is not",
  StringLike: "is like",
  ArnEquals: "is",
  ArnLike: "is like",
  Bool: "is",
};

function clause(operator: string, key: string, values: readonly string[]): string {
  if (operator === "Null") {
    return `${code(key)} is ${values.includes("true") ? "absent" : "present"}`;
  }
  return `${code(key)} ${OPERATORS[operator] ?? operator} ${values.map(code).join(" or ")}`;
}
