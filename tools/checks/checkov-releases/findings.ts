import type { Json } from "../../../src/output/leaves";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/** Findings of one check about one object, in one or more clusters. */
export interface Finding {
  readonly check: string;

  /** Demand of the check, in Checkov's words. */
  readonly asks: string;

  /** Release and object, as `<release>: <Kind>/<name>`. */
  readonly where: string;
}

export interface Report {
  readonly passed: number;
  readonly findings: readonly Finding[];

  /** Files that Checkov could not read. */
  readonly unread: readonly string[];
}

/** Reads Checkov's report on a folder that has a file for each rendering, named after its release. */
export function reportOf(output: string): Report {
  const parts = asList(JSON.parse(output) as Json).filter(isMap);
  const findings = parts.flatMap(({ results }) =>
    asList(asMap(results).failed_checks).filter(isMap).map(findingOf),
  );
  return {
    passed: parts.reduce((sum, { summary }) => sum + Number(asMap(summary).passed ?? 0), 0),
    findings: [...new Map(findings.map((one) => [`${one.check} ${one.where}`, one])).values()].sort(
      (one, other) => one.where.localeCompare(other.where),
    ),
    unread: parts.flatMap(({ results }) => asList(asMap(results).parsing_errors).map(textOf)),
  };
}

function findingOf({ check_id: check, check_name: asks, file_path: file, resource }: JsonMap): Finding {
  const release = textOf(file).replace(/^\//, "").replace(/\/.*$/, "");
  // Checkov writes `Deployment.<namespace>.<name>`, and after it what a template adds.
  const [kind = "", , name = ""] = textOf(resource).split(".");
  return { check: textOf(check), asks: textOf(asks), where: `${release}: ${kind}/${name}` };
}
