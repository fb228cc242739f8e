import { textOf } from "../../../terraform-json/json-map";
import { mapAt, selects } from "../objects";
import type { Rule } from "../rendered";

/** Refuses spread constraints that count other pods than their own. */
export const spreadCountsItsPods: Rule = ({ workloads }) =>
  workloads.flatMap(({ name, labels, spread }) =>
    spread
      .filter(
        (constraint) => !selects(mapAt(constraint, "labelSelector"), labels) || !constraint.labelSelector,
      )
      .map(
        ({ topologyKey, labelSelector }) =>
          `${name}: spread over ${textOf(topologyKey)} counts pods with ${textOf(labelSelector ?? {})}, its own have ${textOf(labels)}`,
      ),
  );
