import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/**
 * Prerequisites of an environment's first apply (docs/first-apply.md): things that its stacks read and do not
 * make.
 */
export function prerequisitesOf(stacks: readonly JsonMap[]): JsonMap {
  const secrets = namesRead(stacks, "aws_secretsmanager_secret_version", "secret_id");
  const zones = namesRead(stacks, "aws_route53_zone", "name");
  const logs = accessLogsOf(stacks);
  const issuers = namesRead(stacks, "aws_iam_openid_connect_provider", "url");
  return withoutEmpty({
    aws_secretsmanager_secret: Object.fromEntries(secrets.map(([key, name]) => [key, { name }])),
    aws_secretsmanager_secret_version: Object.fromEntries(
      secrets.map(([key, secret_id]) => [
        key,
        { secret_id, secret_string: "someone@example.org", depends_on: [`aws_secretsmanager_secret.${key}`] },
      ]),
    ),
    aws_iam_openid_connect_provider: Object.fromEntries(
      issuers.map(([key, url]) => [key, { url, client_id_list: ["aws.workload.identity"] }]),
    ),
    aws_route53_zone: Object.fromEntries(zones.map(([key, name]) => [key, { name }])),
    aws_s3_bucket: Object.fromEntries(logs.map((bucket) => [bucket, { bucket }])),
    aws_s3_bucket_policy: Object.fromEntries(
      logs.map((bucket) => [
        bucket,
        { bucket, policy: letsLogsIn(bucket), depends_on: [`aws_s3_bucket.${bucket}`] },
      ]),
    ),
  });
}

/** Names of the buckets that receive access logs of those that stacks make. */
const accessLogsOf = (stacks: readonly JsonMap[]): string[] => [
  ...new Set(
    stacks.flatMap((stack) =>
      Object.values(asMap(stack.module)).flatMap((block) => {
        const target = textOf(asMap(block).access_log_bucket ?? "");
        return target === "" ? [] : [target];
      }),
    ),
  ),
];

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html#grant-log-delivery-permissions-general */
const letsLogsIn = (bucket: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "logging.s3.amazonaws.com" },
        Action: ["s3:PutObject"],
        Resource: `arn:aws:s3:::${bucket}/*`,
      },
    ],
  });

const withoutEmpty = (resources: JsonMap): JsonMap =>
  Object.fromEntries(Object.entries(resources).filter(([, blocks]) => Object.keys(asMap(blocks)).length > 0));

/** Names that data sources of a type look for, each with a name for its resource. */
function namesRead(stacks: readonly JsonMap[], type: string, argument: string): [string, string][] {
  const blocks = stacks.flatMap(({ data }) => Object.values(asMap(asMap(data)[type])).map(asMap));
  const names = blocks.map((block) => textOf(block[argument])).filter((name) => /^[\w.:/-]+$/.test(name));
  return [...new Set(names)].map((name) => [name.replace(/[^\w-]/g, "-"), name]);
}
