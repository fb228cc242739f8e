import type { Block } from "./terraform";

type State = "ALARM" | "OK" | "INSUFFICIENT_DATA";

const COMPARISONS: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/**
 * State of an alarm at CloudWatch after periods in which its metric had these values, or none, the oldest first.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export function stateOf(alarm: Block, values: readonly (number | undefined)[]): State {
  const periods = alarm.evaluation_periods as number;
  const breaches = COMPARISONS[alarm.comparison_operator as string]!;
  const silenceBreaches = alarm.treat_missing_data === "breaching";

  const judged = values.slice(-periods);
  const breaching = judged.filter((value) =>
    value === undefined ? silenceBreaches : breaches(value, alarm.threshold as number),
  );
  if (breaching.length >= ((alarm.datapoints_to_alarm ?? periods) as number)) {
    return "ALARM";
  }
  const unknown = alarm.treat_missing_data === undefined && judged.every((value) => value === undefined);
  return unknown ? "INSUFFICIENT_DATA" : "OK";
}
