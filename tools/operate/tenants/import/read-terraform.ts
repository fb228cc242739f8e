import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Call of a module, or a resource, to the next line that begins with a word. */
const BLOCK = /^(module|resource)\s+"([^"]+)"(?:\s+"([^"]+)")?[^]*?(?=^[a-z]|(?![^]))/gm;

/** Address of a module. */
const SOURCE = /\bsource\s*=\s*"([^"]+)"/;

/** Kinds of resources in place of the Ministry's modules, by the end of the module's name. */
const KIND_OF_MODULE: Readonly<Record<string, string>> = {
  "rds-instance": "postgres",
  "rds-aurora": "postgres",
  "elasticache-cluster": "redis",
  sqs: "queue",
  "sns-topic": "topic",
  "s3-bucket": "bucket",
  "dynamodb-cluster": "table",
  opensearch: "search",
  "ecr-credentials": "registry",
  "secrets-manager": "secret",
  cloudfront: "cdn",
};

/** Advice for types of resources. */
const FIX_OF_TYPE: Readonly<Record<string, string>> = {
  aws_route53_zone: written("zone"),
  aws_route53_record: "write it into records of resources.zone: docs/tenant-resources/zone.md",
  aws_acm_certificate: written("certificate"),
  aws_acm_certificate_validation: "leave it out: resources.certificate waits for its records",
  aws_sns_topic_subscription: "write subscriptions of resources.queue: docs/tenant-resources/queue.md",
  aws_sqs_queue_policy: "leave it out: subscriptions of resources.queue bring it",
  kubernetes_secret: "leave it out: each resource brings its Secret and its lines of the ConfigMap",
  kubernetes_config_map: "leave it out: each resource brings its Secret and its lines of the ConfigMap",
  kubernetes_service_account: "write serviceAccounts",
};

/** Modules and resources of a folder, each with the advice what to write in its place. */
export const leftInTerraform = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(".tf"))
        .sort()
        .flatMap((file) =>
          [...readFileSync(join(folder, file), "utf8").matchAll(BLOCK)].map(
            ([block, kind, first, second]) =>
              `resources/${file}: ${kind} ${[first, second].filter(Boolean).join(".")}: ${
                kind === "module" ? fixOfModule(block, first!) : (FIX_OF_TYPE[first!] ?? KEEP)
              }`,
          ),
        )
    : [];

const KEEP = "keep it in Terraform of the team's own";

function fixOfModule(block: string, label: string): string {
  const name = /cloud-platform-terraform-([a-z0-9-]+)/.exec(SOURCE.exec(block)?.[1] ?? "")?.[1] ?? label;
  if (/^service-?_?account/.test(name)) {
    return "write deploy, which needs no token";
  }
  if (name === "irsa") {
    return "write serviceAccounts: docs/tenant-resources.md";
  }
  const kind = /db_engine\s*=\s*"mysql"/.test(block) ? "mysql" : KIND_OF_MODULE[name];
  return kind === undefined ? KEEP : written(kind);
}

/** Words for a resource that has a page. */
function written(kind: string): string {
  return `write resources.${kind}: docs/tenant-resources/${kind}.md`;
}
