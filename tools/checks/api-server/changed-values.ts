import type { Json } from "../../../src/output/leaves";
import { isList, isMap, textOf, valueAt } from "../../terraform-json/json-map";

/** A value that the API server keeps in another form than it was sent. */
export interface ChangedValue {
  /** Place of the value in its object, as `spec.limits[0].max.memory`. */
  readonly path: string;
  readonly sent: string;

  /** Value that is kept; `undefined` if there is none. */
  readonly kept: string | undefined;
}

/** Values that the API server changed. A field that it adds is no change. */
export function changedValues(sent: Json, kept: Json | undefined, path = ""): ChangedValue[] {
  if (isMap(sent) && isMap(kept)) {
    return Object.entries(sent).flatMap(([key, value]) =>
      changedValues(value, valueAt(kept, key), path === "" ? key : `${path}.${key}`),
    );
  }
  if (isList(sent) && isList(kept) && sent.length === kept.length) {
    return sent.flatMap((value, index) => changedValues(value, kept[index], `${path}[${index}]`));
  }
  if (isEmpty(sent) && kept === undefined) {
    return [];
  }
  return textOf(sent) === textOf(kept)
    ? []
    : [{ path, sent: textOf(sent), kept: kept === undefined ? undefined : textOf(kept) }];
}

/** True for a list or map of nothing, for which the API server and Terraform both take nothing at all. */
const isEmpty = (value: Json): boolean =>
  (isList(value) && value.length === 0) || (isMap(value) && Object.keys(value).length === 0);
