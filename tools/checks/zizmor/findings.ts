import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { Json } from "../../../src/output/leaves";

/** Fault that zizmor found in a workflow, an action or Dependabot's settings. */
export interface Finding {
  /** Name of the audit, such as `template-injection`. */
  readonly audit: string;
  readonly severity: string;
  readonly file: string;

  /** Line, from 1. */
  readonly line: number;
  readonly says: string;
}

/** Reads zizmor's report (`--format=json-v1`). */
export const findingsIn = (output: string): Finding[] =>
  asList(JSON.parse(output) as Json)
    .filter(isMap)
    .map(findingOf);

function findingOf({ ident, desc, determinations, locations }: JsonMap): Finding {
  const places = asList(locations).filter(isMap);
  const place = places.find(({ symbolic }) => asMap(symbolic).kind === "Primary") ?? places[0] ?? {};
  const { key, annotation } = asMap(place.symbolic);
  const { start_point: start } = asMap(asMap(asMap(place.concrete).location));
  return {
    audit: textOf(ident),
    severity: textOf(asMap(determinations).severity),
    file: textOf(asMap(asMap(key).Local).verbatim_path),
    line: Number(asMap(start).row) + 1,
    says: `${textOf(desc)}: ${textOf(annotation)}`,
  };
}
