import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, test } from "vitest";
import { leftInTerraform } from "../../../operate/tenants/import/read-terraform";
import { inTemporaryFolder } from "../../../kit/temporary-folder";

/** Lines about one file of Terraform. */
const left = (text: string): Promise<string[]> =>
  inTemporaryFolder("terraform", (folder) => {
    mkdirSync(join(folder, "resources"));
    writeFileSync(join(folder, "resources/main.tf"), text);
    return Promise.resolve(leftInTerraform(join(folder, "resources")));
  });

const moduleOf = (name: string, more = "") =>
  `module "it" {\n  source = "github.com/ministryofjustice/cloud-platform-terraform-${name}?ref=1.0.0"\n${more}}\n`;

it.each([
  ["rds-instance", "postgres"],
  ["rds-aurora", "postgres"],
  ["elasticache-cluster", "redis"],
  ["sqs", "queue"],
  ["sns-topic", "topic"],
  ["s3-bucket", "bucket"],
  ["dynamodb-cluster", "table"],
  ["opensearch", "search"],
  ["ecr-credentials", "registry"],
  ["secrets-manager", "secret"],
  ["cloudfront", "cdn"],
])("names the page of what takes the place of the module %s", async (name, kind) => {
  const page = `docs/tenant-resources/${kind}.md`;

  expect(await left(moduleOf(name))).toEqual([
    `resources/main.tf: module it: write resources.${kind}: ${page}`,
  ]);
  expect(existsSync(page)).toBe(true);
});

test("an instance of MySQL becomes mysql", async () => {
  expect(await left(moduleOf("rds-instance", '  db_engine = "mysql"\n'))).toEqual([
    "resources/main.tf: module it: write resources.mysql: docs/tenant-resources/mysql.md",
  ]);
});

test("accounts of pipelines and of pods are fields of the file", async () => {
  expect(await left(moduleOf("serviceaccount") + moduleOf("irsa"))).toEqual([
    "resources/main.tf: module it: write deploy, which needs no token",
    "resources/main.tf: module it: write serviceAccounts: docs/tenant-resources.md",
  ]);
});

test("a setting of one module says nothing of the next", async () => {
  const text = `${moduleOf("sqs", "  nested {\n  }\n")}${moduleOf("rds-instance", '  db_engine = "mysql"\n')}`;

  expect((await left(text)).map((line) => line.split("resources.")[1])).toEqual([
    "queue: docs/tenant-resources/queue.md",
    "mysql: docs/tenant-resources/mysql.md",
  ]);
});

test("a block may be one line", async () => {
  const text = moduleOf("sqs").replaceAll("\n", " ");

  expect(await left(`${text}\n${moduleOf("sns-topic")}`)).toEqual([
    "resources/main.tf: module it: write resources.queue: docs/tenant-resources/queue.md",
    "resources/main.tf: module it: write resources.topic: docs/tenant-resources/topic.md",
  ]);
});

test.each([
  ["aws_route53_zone", "write resources.zone: docs/tenant-resources/zone.md"],
  ["aws_acm_certificate", "write resources.certificate: docs/tenant-resources/certificate.md"],
  ["aws_lambda_function", "keep it in Terraform of the team's own"],
])("a resource of type %s is told of", async (type, fix) => {
  expect(await left(`resource "${type}" "this" {\n}\n`)).toEqual([
    `resources/main.tf: resource ${type}.this: ${fix}`,
  ]);
});
