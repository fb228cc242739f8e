import { z } from "zod";
import { exactObject } from "../../checking/exact-object";
import { DATABASE } from "./database";

/**
 * Major versions, with the day on which the standard support of RDS ends. AWS charges for what is older.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html
 */
export const MYSQL_VERSIONS = { 8.4: "2029-07-31" } as const;

/** Classes on which RDS records no statements of MySQL. */
const WITHOUT_INSIGHTS: readonly unknown[] = [undefined, "db.t4g.micro", "db.t4g.small"];

/** Database of MySQL in RDS, to which pods sign in with their role. */
export const mysql = exactObject({
  ...DATABASE,

  /** Major version. RDS takes up minor ones by itself. */
  version: z.literal([8.4]),
}).refine(
  (settings) => settings.insights !== true || !WITHOUT_INSIGHTS.includes(settings.class),
  "insights on a class from db.t4g.medium",
);

/** Settings of a database of MySQL. */
export type MysqlConfig = z.infer<typeof mysql>;

/** Settings of an instance, whatever its engine. */
export type InstanceSettings = Omit<MysqlConfig, "version">;
