import { ownValue } from "../../../src/settings/checking/own-value";
import type { Json } from "../../../src/output/leaves";
import type { JsonMap } from "../../terraform-json/json-map";
import { LONG_LIVED } from "./long-lived";

/** Reasons why a new version of an engine is refused, or loses what is in it. */
type EngineChange = (old: JsonMap, now: JsonMap) => readonly string[];

/** Number of a version with or without the name of its engine, such as `OpenSearch_2.19`; `undefined` for any other text. */
const numberIn = (version: Json | undefined): string | undefined =>
  typeof version === "string" ? /^(?:[A-Za-z]+_)?(\d[\d.]*)$/.exec(version)?.[1] : undefined;

/** Negative where the first of two versions, such as `1.9` and `1.10`, is the older. */
function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split(".").map(Number));
  const differing = a!.findIndex((part, index) => part !== (b![index] ?? 0));
  return differing < 0 ? a!.length - b!.length : a![differing]! - (b![differing] ?? 0);
}

const goesBack =
  (words: (before: string, after: string) => string): EngineChange =>
  ({ engine_version: before }, { engine_version: after }) => {
    const [old, now] = [numberIn(before), numberIn(after)];
    return old !== undefined && now !== undefined && compareVersions(now, old) < 0 ? [words(old, now)] : [];
  };

const refusedBy = (engine: string): EngineChange =>
  goesBack(
    (before, after) => `is refused: ${engine} never goes back from ${before} to ${after}; keep ${before}`,
  );

/** Change in place of which the provider destroys the thing, and makes an empty one. */
const emptied = (type: string): EngineChange =>
  goesBack(
    (before, after) =>
      `is replaced, because its engine goes back from ${before} to ${after}, and loses ${LONG_LIVED[type]}; keep ${before}`,
  );

const ENGINES: Readonly<Record<string, EngineChange>> = {
  /** @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html */
  aws_db_instance: refusedBy("RDS"),
  /** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.HowTo.html */
  aws_elasticache_replication_group: emptied("aws_elasticache_replication_group"),
  /** @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain#engine_version-1 */
  aws_opensearch_domain: emptied("aws_opensearch_domain"),
  /** @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_UpgradeDBInstance.PostgreSQL.html */
  aws_rds_cluster: refusedBy("Aurora"),
};

/** Looks for versions of an engine that go back, by type. */
export function engineOf(type: string): readonly EngineChange[] {
  const change = ownValue(ENGINES, type);
  return change === undefined ? [] : [change];
}
