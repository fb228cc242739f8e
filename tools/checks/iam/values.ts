import { createHash } from "node:crypto";
import { fillTemplate } from "../../../src/output/fill-template";
import { namesIn } from "../../../src/output/template";
import { isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";

/** Account and region, as ARNs have them. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** Another stack of the same environment, by its name without the environment's. */
export type StackNamed = (name: string) => SynthesisedStack | undefined;

/**
 * Function from a stack's text to the text that Terraform would fill in, as far as it can be known without
 * AWS.
 */
export type Filling = (text: string) => string;

/**
 * Replaces references by plausible values: the real ones if they follow from the configuration, even through
 * the outputs of other stacks, and otherwise an answer that AWS might give. A reference without a value
 * becomes `<unknown …>`.
 */
export function fillingOf(stack: SynthesisedStack, stackNamed: StackNamed, place: Place): Filling {
  const fill: Filling = (text) =>
    fillTemplate(text, (expression) => valueOf(expression) ?? `<unknown ${expression}>`);

  function valueOf(expression: string): string | undefined {
    const [, stripped, prefix = ""] = /^replace\((.+), "(.+)", ""\)$/.exec(expression) ?? [];
    if (stripped !== undefined) {
      return valueOf(stripped)?.replace(prefix, "");
    }
    const [name] = namesIn(expression);
    const [first = "", second = "", third = "", ...rest] = (name ?? "").split(".");
    if (first === "data" && second === "terraform_remote_state") {
      return outputOf(third, rest[1] ?? "");
    }
    const [section, type, id] = first === "data" ? ["data", second, third] : ["resource", first, second];
    const attribute = expression.slice(expression.indexOf(`${type}.${id}.`) + `${type}.${id}.`.length);
    const block = type === "module" ? blockAt("module", id) : blockAt(section, type, id);
    return block && ATTRIBUTES[`${type}.${attribute}`]?.({ id: idIn(stack, id), block, fill, place });
  }

  const blockAt = (...path: readonly string[]): JsonMap | undefined =>
    path.reduce<JsonMap | undefined>((map, key) => mapAt(map, key), stack.json);

  function outputOf(producer: string, name: string): string | undefined {
    const other = stackNamed(producer);
    const value = mapAt(mapAt(other?.json, "output"), name)?.value;
    return other && typeof value === "string" ? fillingOf(other, stackNamed, place)(value) : undefined;
  }
  return fill;
}

/** Name of a block, with the stack's where each of many stacks has one of the name. */
const idIn = (stack: SynthesisedStack, id: string): string =>
  stack.id.startsWith("tenant-") ? `${stack.id} ${id}` : id;

const mapAt = (map: JsonMap | undefined, key: string): JsonMap | undefined => {
  const value = map?.[key];
  return isMap(value) ? value : undefined;
};

interface Asked {
  /** Name of the block, of which no other stack has one. */
  readonly id: string;
  readonly block: JsonMap;
  readonly fill: Filling;
  readonly place: Place;
}

/** A key id or the like that is always the same for the same thing. */
const digest = (text: string, length: number): string =>
  createHash("sha256").update(text).digest("hex").slice(0, length);

const named =
  (service: string, resource: string, argument = "name") =>
  ({ block, fill, place }: Asked): string =>
    `arn:aws:${service}:${place.region}:${place.account}:${resource}${fill(textOf(block[argument]))}`;

const global =
  (service: string, resource: string, argument = "name") =>
  ({ block, fill, place: { account } }: Asked): string =>
    `arn:aws:${service}::${account}:${resource}${fill(textOf(block[argument]))}`;

const argument =
  (name: string) =>
  ({ block, fill }: Asked): string =>
    fill(textOf(block[name]));

const bucketArn = (name: string) => (asked: Asked) => `arn:aws:s3:::${argument(name)(asked)}`;

/** Id of a key: KMS would generate it, here it comes from its name in Terraform. */
export const keyId = (id: string): string => digest(id, 36);

export const keyArn = (id: string, { region, account }: Place): string =>
  `arn:aws:kms:${region}:${account}:key/${keyId(id)}`;

/** Id by which policies name a database, here made of its name in Terraform. */
export const databaseId = (id: string): string => `db-${digest(id, 26).toUpperCase()}`;

/** Id of a distribution, here made of its name in Terraform. */
export const distributionId = (id: string): string => `E${digest(id, 13).toUpperCase()}`;

/** Id in the name of the secret of a database's master, which RDS names by chance. */
export const masterId = (id: string): string => digest(id, 32);

/** ARN of the secret of a database's master. */
const masterSecret =
  (type: string) =>
  ({ id, place: { region, account } }: Asked): string =>
    `arn:aws:secretsmanager:${region}:${account}:secret:rds!${type}-${masterId(id)}-AbCdEf`;

/** Id of a VPC. */
export const VPC_ID = "vpc-0a1b2c3d4e5f67890";

/** Id of a zone, here made of its name. */
export const zoneId = (name: string): string => `Z${name.toUpperCase().replace(/[^A-Z0-9]/g, "")}`;

const zone = (asked: Asked): string => zoneId(argument("name")(asked));

const clusterIssuer = ({ block, place: { region } }: Asked): string =>
  `https://oidc.eks.${region}.amazonaws.com/id/${digest(textOf(block.name), 32).toUpperCase()}`;

/** Id of the file system of each cluster that has one. */
const FILE_SYSTEM_ID = "fs-0c1d2e3f4a5b67890";

/** Id of the workspace of each management cluster. */
const WORKSPACE_ID = "ws-0a1b2c3d-4e5f-4a6b-8c7d-8e9f0a1b2c3d";

/** Values for attributes in documents, by type and attribute. */
const ATTRIBUTES: Readonly<Record<string, ((asked: Asked) => string) | undefined>> = {
  "aws_caller_identity.account_id": ({ place }) => place.account,
  "aws_cloudfront_distribution.arn": ({ id, place: { account } }) =>
    `arn:aws:cloudfront::${account}:distribution/${distributionId(id)}`,
  "aws_cloudwatch_event_rule.arn": named("events", "rule/"),
  "aws_cloudwatch_log_group.arn": named("logs", "log-group:"),
  "aws_db_instance.master_user_secret[0].secret_arn": masterSecret("db"),
  "aws_db_instance.resource_id": ({ id }) => databaseId(id),
  "aws_ecr_repository.arn": named("ecr", "repository/"),
  "aws_ecr_repository.name": argument("name"),
  "aws_efs_file_system.arn": ({ place: { account, region } }) =>
    `arn:aws:elasticfilesystem:${region}:${account}:file-system/${FILE_SYSTEM_ID}`,
  "aws_efs_file_system.id": () => FILE_SYSTEM_ID,
  "aws_eks_cluster.arn": named("eks", "cluster/"),
  "aws_eks_cluster.identity[0].oidc[0].issuer": clusterIssuer,
  "aws_eks_cluster.name": argument("name"),
  "aws_iam_openid_connect_provider.arn": ({ block, fill, place: { account } }) =>
    `arn:aws:iam::${account}:oidc-provider/${issuerOf(fill(textOf(block.url)))}`,
  "aws_iam_openid_connect_provider.url": argument("url"),
  "aws_iam_policy.arn": global("iam", "policy/"),
  "aws_iam_role.arn": global("iam", "role/"),
  "aws_iam_role.name": argument("name"),
  "aws_kms_key.arn": ({ id, place }) => keyArn(id, place),
  "aws_prometheus_workspace.arn": ({ place: { account, region } }) =>
    `arn:aws:aps:${region}:${account}:workspace/${WORKSPACE_ID}`,
  "aws_rds_cluster.cluster_resource_id": ({ id }) => databaseId(id),
  "aws_rds_cluster.master_user_secret[0].secret_arn": masterSecret("cluster"),
  "aws_route53_zone.arn": (asked) => `arn:aws:route53:::hostedzone/${zone(asked)}`,
  "aws_route53_zone.id": zone,
  "aws_route53_zone.name": argument("name"),
  "aws_route53_zone.zone_id": zone,
  "aws_s3_bucket.arn": bucketArn("bucket"),
  "aws_s3_bucket.bucket": argument("bucket"),
  "aws_s3_bucket.id": argument("bucket"),
  "aws_secretsmanager_secret.arn": (asked) => `${named("secretsmanager", "secret:")(asked)}-AbCdEf`,
  "aws_sns_topic.arn": named("sns", ""),
  "aws_sqs_queue.arn": named("sqs", ""),
  "aws_vpc.id": () => VPC_ID,
  "module.arn": bucketArn("name"),
  "module.id": argument("name"),
  "module.name": argument("name"),
};

const issuerOf = (url: string): string => url.replace(/^https:\/\//, "");
