import type { JsonMap } from "../../terraform-json/json-map";
import { type Limit, LIMITS } from "./limits";

/** Limits that a stack breaks, each with its source. */
export const brokenLimits = (stack: string, json: JsonMap): string[] =>
  LIMITS.flatMap((limit) =>
    limit
      .measure(json)
      .filter(({ value }) => !isWithin(limit, value))
      .map(
        ({ of, value }) =>
          `${stack} ${of}: expected ${limit.says} of ${words(limit)}, got ${value}; write a rule that refuses the settings (${limit.source})`,
      ),
  );

/** True for a value within a limit. A value that is no number breaks each. */
const isWithin = ({ least = -Infinity, most = Infinity }: Limit, value: number): boolean =>
  value >= least && value <= most;

const words = ({ least, most }: Limit): string =>
  [least === undefined ? [] : `${least} at least`, most === undefined ? [] : `${most} at most`]
    .flat()
    .join(", ");
