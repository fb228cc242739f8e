import { isMap, type JsonMap } from "./json-map";

/** A stack's resources of one type, by their ids. */
export const blocksOf = ({ resource }: JsonMap, type: string): Readonly<Record<string, JsonMap>> =>
  (isMap(resource) && isMap(resource[type]) ? resource[type] : {}) as Readonly<Record<string, JsonMap>>;
