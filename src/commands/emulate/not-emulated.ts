import type { JsonMap } from "../changes/json-map";

/** Why something is left to the real AWS. */
export interface NotEmulated {
  readonly reason: string;

  /**
   * What other blocks read in its place.
   *
   * @default - nothing: no other block reads it
   */
  readonly standIn?: JsonMap;
}

/** What moto lacks, by type. Blocks of these types are left out of the copies that are planned and applied. */
export const NOT_EMULATED: Readonly<Record<string, NotEmulated>> = {
  aws_accessanalyzer_analyzer: { reason: "moto has no IAM Access Analyzer" },
  aws_cloudwatch_query_definition: { reason: "moto's CloudWatch Logs keeps no queries" },
  aws_eks_addon: { reason: "moto's EKS has no add-ons" },
  aws_networkflowmonitor_monitor: { reason: "moto has no Network Flow Monitor" },
  aws_networkflowmonitor_scope: { reason: "moto has no Network Flow Monitor" },
  "data.aws_rds_engine_version": {
    reason: "moto's RDS does not list engines",
    standIn: { version: "16.8", version_actual: "16.8" },
  },
};

/** What moto takes and forgets, by type, so that a second plan would set it again. */
export const FORGOTTEN: Readonly<
  Record<string, { readonly reason: string; readonly arguments: readonly string[] }>
> = {};
