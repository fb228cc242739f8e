import type { ResourceAlarmProps } from "../alarm";

/** Value of a database that its team is told of. */
export interface Alarm extends Pick<
  ResourceAlarmProps,
  "metric" | "dimensions" | "statistic" | "threshold" | "below"
> {
  /** Word in the alarm's name. */
  readonly measure: string;

  /** End of a sentence that begins with the database. */
  readonly words: string;
}

/** Per cent of a processor or of a capacity that is much. */
const MUCH = 90;

const GIBIBYTE = 1024 ** 3;

/** Alarm about the processor. */
export const processorAlarm = (dimensions: Alarm["dimensions"]): Alarm => ({
  measure: "cpu",
  words: `uses ${MUCH} per cent of its processor`,
  metric: "CPUUtilization",
  dimensions,
  statistic: "Average",
  threshold: MUCH,
});

/** Alarm about connections, of which the engine takes one and a half times as many. */
export const connectionsAlarm = (dimensions: Alarm["dimensions"], most: number): Alarm => ({
  measure: "connections",
  words: `has ${most} connections or more`,
  metric: "DatabaseConnections",
  dimensions,
  statistic: "Maximum",
  threshold: most,
});

/** Alarm about the disk of an instance, a tenth of which is left. */
export const diskAlarm = (dimensions: Alarm["dimensions"], gibibytes: number): Alarm => ({
  measure: "storage",
  words: `has ${gibibytes / 10} GiB of its disk left`,
  metric: "FreeStorageSpace",
  dimensions,
  statistic: "Minimum",
  threshold: (gibibytes / 10) * GIBIBYTE,
  below: true,
});

/** Alarm about the capacity of Aurora. */
export const capacityAlarm = (dimensions: Alarm["dimensions"]): Alarm => ({
  measure: "capacity",
  words: `uses ${MUCH} per cent of its most capacity`,
  metric: "ACUUtilization",
  dimensions,
  statistic: "Average",
  threshold: MUCH,
});
