import { isMap, type JsonMap } from "./json-map";

/** Resources of one type in a stack, by their ids. */
export const blocksOf = ({ resource }: JsonMap, type: string): Readonly<Record<string, JsonMap>> =>
  (isMap(resource) && isMap(resource[type]) ? resource[type] : {}) as Readonly<Record<string, JsonMap>>;
