import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/**
 * Things whose names AWS chooses, as `<service>:<name>`. No check can know whose such a name is, so that only a reference
 * to a resource of the same stack will do.
 */
const OF_ARNS: readonly (readonly [RegExp, string])[] = [
  [/^rds-db:dbuser:(.*)$/, "aws_(?:db_instance|rds_cluster)"],
  [/^secretsmanager:secret:(rds!.*)$/, "aws_(?:db_instance|rds_cluster)"],
  [/^route53:hostedzone\/(.*)$/, "aws_route53_zone"],
  [/^acm:certificate\/(.*)$/, "aws_acm_certificate"],
  // The policy of a namespace's key names every distribution, and its buckets; roles are judged apart.
  [/^cloudfront:distribution\/(?!\*$)(.*)$/, "aws_cloudfront_distribution"],
];

/** Attributes with such a name, by the type of their block. */
const OF_BLOCKS: readonly (readonly [type: string, attribute: string, target: string])[] = [
  ["aws_route53_record", "zone_id", "aws_route53_zone"],
  ["aws_acm_certificate_validation", "certificate_arn", "aws_acm_certificate"],
  ["aws_cloudwatch_log_delivery_source", "resource_arn", "aws_cloudfront_distribution"],
  ["aws_cloudfront_distribution", "web_acl_id", "aws_wafv2_web_acl"],
];

const refersTo = (value: string, target: string): boolean => new RegExp(`^\\$\\{${target}\\.`).test(value);

/** Problem of a name in an ARN that AWS chose; `undefined` if AWS did not choose it, and none if it is a reference. */
export function judgeChosen(name: string): string[] | undefined {
  for (const [pattern, target] of OF_ARNS) {
    const [, chosen] = pattern.exec(name) ?? [];
    if (chosen !== undefined) {
      return refersTo(chosen, target) ? [] : [`expected a reference to its own, got ${name}`];
    }
  }
  return undefined;
}

/** Problems of blocks that name a zone or a certificate of another stack. */
export const foreignBlocks = ({ resource }: JsonMap): string[] =>
  OF_BLOCKS.flatMap(([type, attribute, target]) =>
    Object.entries(asMap(asMap(resource)[type])).flatMap(([id, block]) => {
      const value = textOf(asMap(block)[attribute] ?? "");
      return value === "" || refersTo(value, target)
        ? []
        : [`${type}.${id}.${attribute}: expected a reference to its own, got ${value}`];
    }),
  );
