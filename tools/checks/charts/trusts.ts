import type { Json } from "../../../src/output/leaves";
import { asList, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { blocksOf } from "../../terraform-json/blocks";
import { mapAt } from "./objects";

/** A service account that IAM lets assume a role. */
export interface Trust {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly role: string;

  /** Annotation of the account; none with Pod Identity. */
  readonly annotation?: string;
}

const ACCOUNT = "123456789012";

/** ARNs of a stack's roles, by Terraform's references to them. */
export const knownRoles =
  (json: JsonMap) =>
  (name: string): string | undefined => {
    const [type, id = "", attribute] = name.split(".");
    const role = type === "aws_iam_role" && attribute === "arn" ? blocksOf(json, type)[id] : undefined;
    return role && arnOf(role);
  };

const arnOf = (role: JsonMap): string =>
  `arn:aws:iam::${ACCOUNT}:role${textOf(role.path) || "/"}${textOf(role.name)}`;

/** Service accounts that a stack's roles trust. */
export function trustsIn(json: JsonMap): Trust[] {
  const associated = Object.values(blocksOf(json, "aws_eks_pod_identity_association")).map((association) => ({
    namespace: textOf(association.namespace),
    serviceAccount: textOf(association.service_account),
    role: nameOfRole(textOf(association.role_arn), json),
  }));
  return [...Object.values(blocksOf(json, "aws_iam_role")).flatMap(annotatedIn), ...associated];
}

/** Name of the role that a reference leads to. */
function nameOfRole(reference: string, json: JsonMap): string {
  const id = /aws_iam_role\.([\w-]+)\./.exec(reference)?.[1] ?? "";
  return textOf(blocksOf(json, "aws_iam_role")[id]?.name ?? reference);
}

function annotatedIn(role: JsonMap): Trust[] {
  const text = textOf(role.assume_role_policy);
  const policy = text.startsWith("{") ? (JSON.parse(text) as Json) : undefined;
  return asList(isMap(policy) ? policy.Statement : undefined).flatMap((statement) =>
    Object.entries(mapAt(statement, "Condition", "StringEquals"))
      .filter(([key]) => key.endsWith(":sub"))
      .flatMap(([, subjects]) => asList(subjects))
      .map((subject) => {
        const [namespace = "", serviceAccount = ""] = textOf(subject)
          .replace(/^system:serviceaccount:/, "")
          .split(":");
        return { namespace, serviceAccount, role: textOf(role.name), annotation: arnOf(role) };
      }),
  );
}
