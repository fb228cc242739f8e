import type { Json } from "../../../src/output/leaves";
import { blocksOf } from "../../terraform-json/blocks";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { TriedObject } from "./tried-object";

/** Folder of the chart that takes objects as its values. */
const CHART = "./assets/manifests-chart/";

/** Objects that a stack hands to Helm as they are, such as those of a tenant's namespace. No chart has to be had for them. */
export const manifestObjects = (json: JsonMap): TriedObject[] =>
  Object.entries(blocksOf(json, "helm_release"))
    .filter(([, { chart }]) => textOf(chart).startsWith(CHART))
    .flatMap(([id, { values, namespace }]) =>
      asList(values)
        .flatMap((text) => asList(asMap(JSON.parse(textOf(text)) as Json).objects))
        .filter(isMap)
        .map((object) => ({
          place: `helm_release.${id}`,
          object: { ...object, metadata: { namespace: textOf(namespace), ...asMap(object.metadata) } },
          isCompared: false,
        })),
    );
