import { z } from "zod";
import { countTo, countWithin } from "../fields";
import { sizeWithin } from "./approval";
import { COMMON } from "./common";
import { CLASSES_BEYOND, CLASSES_WITHIN } from "./database-classes";

/** Gibibytes of the smallest disk of RDS's type gp3, and of the largest that a team chooses by itself. */
const DISK = { least: 20, most: 1_000 };

/** Days for which RDS keeps backups at most. */
const LONGEST_BACKUP = 35;

/** Settings of a relational database, whatever its engine. */
export const DATABASE = {
  ...COMMON,

  /**
   * Class of the instance.
   *
   * @default db.t4g.micro
   */
  class: sizeWithin(z.enum(CLASSES_WITHIN), z.enum(CLASSES_BEYOND)).optional(),

  /**
   * Gibibytes of the disk. It grows by itself, to twice as many.
   *
   * @default 20
   */
  storageGib: countWithin(DISK.least, DISK.most).optional(),

  /**
   * Keeps a second instance in another zone, which takes over when the first fails.
   *
   * @default - true on a live cluster
   */
  multiZone: z.boolean().optional(),

  /**
   * Days of which any second can be restored.
   *
   * @default - 14 on a live cluster, 3 elsewhere
   */
  backupDays: countTo(LONGEST_BACKUP).optional(),

  /**
   * Records which statements take the time, for seven days, free of charge.
   *
   * @default false
   */
  insights: z.boolean().optional(),
};

/** Days of backups of a database that names none. */
export const backupDaysOf = (
  { backupDays }: { readonly backupDays?: number | undefined },
  live: boolean,
): number => backupDays ?? (live ? 14 : 3);
