import { asList, type JsonMap } from "../../terraform-json/json-map";
import { ownValue } from "../../../src/settings/checking/own-value";
import type { Json } from "../../../src/output/leaves";

/** Reasons why a change ends the life of what was kept, or lets it end unseen. */
type Keeping = (old: JsonMap, now: JsonMap) => readonly string[];

/** Days that an argument keeps something for. */
const daysOf = (value: Json | undefined, unsaid: number): number =>
  typeof value === "number" && value > 0 ? value : unsaid;

const inWords = (days: number): string => (days === Infinity ? "for ever" : `for ${days} days`);

const keepsShorter =
  (attribute: string, kept: string, unsaid: number): Keeping =>
  (old, now) => {
    const [before, after] = [daysOf(old[attribute], unsaid), daysOf(now[attribute], unsaid)];
    return after < before
      ? [
          `deletes ${kept} older than ${after} days, which were kept ${inWords(before)}: nothing brings them back`,
        ]
      : [];
  };

const sendsLess =
  (attribute: string): Keeping =>
  (old, now) => {
    const kept = asList(now[attribute]);
    const gone = asList(old[attribute]).filter((log) => !kept.includes(log));
    return gone.length > 0
      ? [`ends the logs ${gone.join(", ")}: what happens from then on is not written down`]
      : [];
  };

/** Arguments that let Terraform destroy a thing with all that is in it, each with its consequence. */
const LETS_GO: Readonly<Record<string, string>> = {
  force_delete: "AWS would now delete it with all that is in it",
  force_destroy: "Terraform would now destroy it with all that is in it",
  skip_final_snapshot: "its destruction would now leave no snapshot",
};

const isOn = (value: Json | undefined): boolean => value === true || value === "true";

const letsGo: Keeping = (old, now) =>
  Object.entries(LETS_GO).flatMap(([attribute, consequence]) =>
    isOn(now[attribute]) && !isOn(old[attribute]) ? [`loses its protection: ${consequence}`] : [],
  );

const KEEPING: Readonly<Record<string, readonly Keeping[]>> = {
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
  aws_cloudwatch_log_group: [keepsShorter("retention_in_days", "log lines", Infinity)],
  aws_eks_cluster: [sendsLess("enabled_cluster_log_types")],
  /** @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html */
  aws_rds_cluster: [
    keepsShorter("backup_retention_period", "backups", 1),
    sendsLess("enabled_cloudwatch_logs_exports"),
  ],
};

/** Looks for changes that keep less of what was written down or backed up, by type. */
export const keepingOf = (type: string): readonly Keeping[] => [...(ownValue(KEEPING, type) ?? []), letsGo];
