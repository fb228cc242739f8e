/** Capacity and price of a class of database instances. */
interface DatabaseClass {
  readonly memoryGib: number;

  /** USD an hour in us-east-1, on demand, in one zone. docs/tenant-resources.md says where prices come from. */
  readonly hourly: number;
}

/** Classes that a team chooses by itself. */
export const CLASSES_WITHIN = [
  "db.t4g.micro",
  "db.t4g.small",
  "db.t4g.medium",
  "db.t4g.large",
  "db.m7g.large",
] as const;

/** Classes to which a person consents: the smallest costs about 175 USD a month in one zone. */
export const CLASSES_BEYOND = [
  "db.r7g.large",
  "db.m7g.xlarge",
  "db.r7g.xlarge",
  "db.m7g.2xlarge",
  "db.r7g.2xlarge",
] as const;

/** Class of a database instance. */
export type DatabaseClassName = (typeof CLASSES_WITHIN)[number] | (typeof CLASSES_BEYOND)[number];

/**
 * Classes of databases, all of Graviton processors.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html
 */
export const DATABASE_CLASSES: Readonly<Record<DatabaseClassName, DatabaseClass>> = {
  "db.t4g.micro": { memoryGib: 1, hourly: 0.016 },
  "db.t4g.small": { memoryGib: 2, hourly: 0.032 },
  "db.t4g.medium": { memoryGib: 4, hourly: 0.065 },
  "db.t4g.large": { memoryGib: 8, hourly: 0.129 },
  "db.m7g.large": { memoryGib: 8, hourly: 0.168 },
  "db.r7g.large": { memoryGib: 16, hourly: 0.239 },
  "db.m7g.xlarge": { memoryGib: 16, hourly: 0.337 },
  "db.r7g.xlarge": { memoryGib: 32, hourly: 0.478 },
  "db.m7g.2xlarge": { memoryGib: 32, hourly: 0.674 },
  "db.r7g.2xlarge": { memoryGib: 64, hourly: 0.956 },
};
