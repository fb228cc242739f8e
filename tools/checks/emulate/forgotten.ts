import type { Json } from "../../../src/output/leaves";
import { isList, isMap, type JsonMap, valueAt } from "../../terraform-json/json-map";
import type { Gaps } from "./gaps";
import type { ShownPlan } from "./planned-changes";

/** Part of Terraform's state with the values of resources. */
export interface State {
  readonly resources: readonly {
    readonly module?: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly index_key?: string | number; readonly attributes: JsonMap }[];
  }[];
}

/** Arguments, as {@link nameOfForgotten} names them, whose applied value differs from the plan. */
export function forgottenIn(
  { resource_changes = [] }: ShownPlan,
  state: State,
  { forgotten }: Gaps,
): string[] {
  const made = new Map(state.resources.flatMap(addressed));
  const names = resource_changes.flatMap(({ address, type, change: { after } }) =>
    argumentsOf(type, forgotten)
      .filter(
        (name) =>
          made.has(address) && !holds(made.get(address)![name], valueAt((after ?? {}) as JsonMap, name)),
      )
      .map((name) => nameOfForgotten(type, name)),
  );
  return [...new Set(names)];
}

/** Name such as `aws_eks_cluster tags`. */
export const nameOfForgotten = (type: string, argument: string): string => `${type} ${argument}`;

const argumentsOf = (type: string, forgotten: Gaps["forgotten"]): readonly string[] =>
  Object.hasOwn(forgotten, type) ? forgotten[type]!.arguments : [];

const addressed = ({ module, type, name, instances }: State["resources"][number]): [string, JsonMap][] =>
  instances.map(({ index_key: key, attributes }) => [
    `${module === undefined ? "" : `${module}.`}${type}.${name}${key === undefined ? "" : `[${JSON.stringify(key)}]`}`,
    attributes,
  ]);

/** True if a value is as planned, apart from parts that were unknown then. */
function holds(value: Json | undefined, planned: Json | undefined): boolean {
  if (isList(value) && isList(planned)) {
    return value.length === planned.length && value.every((item, index) => holds(item, planned[index]));
  }
  if (isMap(value) && isMap(planned)) {
    return Object.entries(planned).every(([key, item]) => holds(valueAt(value, key), item));
  }
  return planned === undefined || value === planned;
}
