import { asList, asMap, isMap, type JsonMap } from "../terraform-json/json-map";

/** True if the status of an object says that a condition of a type holds, such as `Ready`. */
export const holds = (type: string, { status }: JsonMap): boolean =>
  asList(asMap(status).conditions)
    .filter(isMap)
    .some((condition) => condition.type === type && condition.status === "True");
