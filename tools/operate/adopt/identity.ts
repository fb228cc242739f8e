import { ownValue } from "../../../src/settings/checking/own-value";
import { isList, isMap, type JsonMap, valueAt } from "../../terraform-json/json-map";
import type { Json } from "../../../src/output/leaves";

const NAME = ["name"];
const TAG = ["tags.Name"];
const METADATA = ["metadata.name", "metadata.namespace"];

/** Attributes that tell one thing from all others of its type, with which people and programs name it. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  aws_acm_certificate: ["domain_name"],
  aws_cloudwatch_log_group: NAME,
  aws_cloudwatch_metric_alarm: ["alarm_name"],
  aws_db_subnet_group: NAME,
  aws_ecr_repository: NAME,
  aws_eip: TAG,
  aws_eks_addon: ["addon_name"],
  aws_eks_cluster: NAME,
  aws_iam_role: NAME,
  aws_internet_gateway: TAG,
  aws_nat_gateway: TAG,
  aws_rds_cluster: ["cluster_identifier"],
  aws_rds_cluster_instance: ["identifier"],
  aws_route53_zone: NAME,
  aws_route_table: TAG,
  aws_s3_bucket: ["bucket"],
  aws_secretsmanager_secret: NAME,
  aws_security_group: NAME,
  aws_sns_topic: NAME,
  aws_subnet: ["cidr_block"],
  aws_vpc: ["cidr_block"],
  helm_release: ["name", "namespace"],
  kubernetes_cluster_role_binding_v1: METADATA,
  kubernetes_cluster_role_v1: METADATA,
  kubernetes_namespace_v1: METADATA,
  kubernetes_role_binding_v1: METADATA,
  kubernetes_role_v1: METADATA,
  kubernetes_service_account_v1: METADATA,
};

/** Identity of a thing of some type; `undefined` if its type has none, or nothing is known of it. */
export function identityOf(type: string, values: JsonMap): string | undefined {
  const attributes = ownValue(IDENTITY, type);
  const texts = attributes?.map((path) => literalAt(values, path) ?? "") ?? [];
  return texts[0] ? texts.filter((text) => text !== "").join(" in ") : undefined;
}

/** True if an attribute is part of the identity of a type, and so no secret. */
export const isName = (type: string, attribute: string): boolean =>
  ownValue(IDENTITY, type)?.includes(attribute) === true;

/** Text at a path, if it is known before an apply. The dot at the end of a domain says nothing. */
export function literalAt(values: JsonMap, path: string): string | undefined {
  const value = at(values, path.split("."));
  return typeof value === "string" && !/\$\{/.test(value) ? value.replace(/\.$/, "") : undefined;
}

/** Value at a path. Terraform shows a block that is there once as a list of one. */
export function at(value: Json | undefined, path: readonly string[]): Json | undefined {
  if (isList(value)) {
    return value.length === 1 ? at(value[0], path) : undefined;
  }
  const [key, ...rest] = path;
  if (key === undefined) {
    return value;
  }
  return isMap(value) ? at(valueAt(value, key), rest) : undefined;
}

/**
 * Ids of imports, in the provider's form. Things of other types are made anew where another stack has them: their id
 * has a form of its own, or there is nothing to lose.
 */
const IMPORT_ID: Readonly<Record<string, readonly string[]>> = {
  aws_cloudwatch_log_group: NAME,
  aws_ecr_repository: NAME,
  aws_iam_role: NAME,
  aws_kms_key: ["id"],
  aws_rds_cluster: ["cluster_identifier"],
  aws_route53_zone: ["id"],
  aws_s3_bucket: ["bucket"],
  aws_secretsmanager_secret: ["id"],
  aws_sns_topic: ["id"],
  helm_release: ["namespace", "name"],
  kubernetes_cluster_role_v1: ["metadata.name"],
  kubernetes_namespace_v1: ["metadata.name"],
};

/** Id with which another stack imports a thing; `undefined` if it cannot, or nothing is known of the thing. */
export function importIdOf(type: string, values: JsonMap): string | undefined {
  const parts = ownValue(IMPORT_ID, type)?.map((path) => literalAt(values, path));
  return parts === undefined || parts.includes(undefined) ? undefined : parts.join("/");
}
