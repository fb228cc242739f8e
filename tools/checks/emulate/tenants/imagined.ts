import type { Json } from "../../../../src/output/leaves";
import { asList, asMap, isList, isMap, type JsonMap, textOf } from "../../../terraform-json/json-map";
import type { ShownPlan } from "../planned-changes";

/** Plan that says in which version of a schema it writes values. */
export interface PlanWithVersions extends ShownPlan {
  readonly planned_values?: {
    readonly root_module?: {
      readonly resources?: readonly { readonly address: string; readonly schema_version: number }[];
    };
  };
}

/** Arguments that are the id of a resource in AWS, for the types that an emulator lacks. */
const IDS = ["alarm_name", "user_group_id", "replication_group_id", "domain_name", "name"];

/** Provider as states name it. */
const AWS = 'provider["registry.terraform.io/hashicorp/aws"]';

/**
 * State in which AWS also has what an emulator lacks, with the values of a plan that makes it. Terraform reads nothing of it from
 * AWS where it is told not to refresh, and says by it what a change would do.
 */
export function withImagined(
  state: JsonMap,
  { resource_changes = [], planned_values = {} }: PlanWithVersions,
): JsonMap {
  const planned = new Map(
    (planned_values.root_module?.resources ?? []).map((each) => [each.address, each.schema_version]),
  );
  const imagined = resource_changes
    .filter(({ change, address }) => change.actions.includes("create") && !address.startsWith("module."))
    .map(({ address, type, change }): JsonMap => {
      const attributes = asMap(change.after as JsonMap);
      const id = IDS.map((argument) => attributes[argument]).find((value) => value !== undefined);
      return {
        mode: "managed",
        type,
        name: textOf(address).slice(type.length + 1),
        provider: AWS,
        instances: [
          { schema_version: planned.get(address) ?? 0, attributes: { ...attributes, id: id ?? "imagined" } },
        ],
      };
    });
  return { ...state, resources: [...asList(state.resources).map(compact), ...imagined] };
}

/** Values as they were, and texts of JSON without the spaces that an emulator puts between their parts. */
function compact(value: Json): Json {
  if (isList(value)) {
    return value.map(compact);
  }
  if (isMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, compact(item)]));
  }
  if (typeof value !== "string" || !value.startsWith("{")) {
    return value;
  }
  try {
    return JSON.stringify(JSON.parse(value));
  } catch {
    return value;
  }
}
