import { textOf } from "../../../terraform-json/json-map";
import { mapAt, selects } from "../objects";
import type { Rule } from "../rendered";

/** What spreads pods over zones and nodes counts the pods that it is meant for. */
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
