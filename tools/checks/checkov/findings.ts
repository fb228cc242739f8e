import { keysAtLine } from "../../terraform-json/keys-at-line";
import { asList, isList, isMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import type { Json } from "../../../src/output/leaves";
import type { Scanned } from "./scanned";

/** Findings of one check about one resource, in one or more environments. */
export interface Finding {
  readonly check: string;

  /** Demand of the check, in Checkov's words. */
  readonly asks: string;

  /** Stack without its environment, and the address: `vpc: aws_vpc.network_vpc`. */
  readonly where: string;

  /** True if only a plan shows it. */
  readonly onlyInPlan: boolean;
}

/** Number of resources that Checkov looked at, and its findings. */
export interface Report {
  readonly passed: number;
  readonly findings: readonly Finding[];

  /** Files that it could not read. */
  readonly unread: readonly string[];
}

/** Reads checkov's report, each finding once. */
export function reportOf(output: string, scanned: Scanned): Report {
  const parts = asList(JSON.parse(output) as Json).filter(isMap);
  const findings = parts.flatMap((part) =>
    listAt(part, "failed_checks").map((check) => findingOf(check, textOf(part.check_type), scanned)),
  );
  const byKey = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.check} ${finding.where}`;
    const onlyInPlan = finding.onlyInPlan && (byKey.get(key)?.onlyInPlan ?? true);
    byKey.set(key, { ...finding, onlyInPlan });
  }
  return {
    passed: parts.reduce((sum, { summary }) => sum + (isMap(summary) ? Number(summary.passed) : 0), 0),
    findings: [...byKey.values()].sort((one, other) => one.where.localeCompare(other.where)),
    unread: parts.flatMap((part) =>
      asList(isMap(part.results) ? part.results.parsing_errors : undefined).map(textOf),
    ),
  };
}

const listAt = (part: JsonMap, key: string): JsonMap[] =>
  isMap(part.results) ? asList(part.results[key]).filter(isMap) : [];

function findingOf(check: JsonMap, type: string, scanned: Scanned): Finding {
  const file = textOf(check.file_path).replace(/^\//, "");
  return {
    check: textOf(check.check_id),
    asks: textOf(check.check_name),
    where: `${scanned.stackOf(file)}: ${addressOf(check, scanned.textOf(file))}`,
    onlyInPlan: type === "terraform_plan",
  };
}

/**
 * Address of a resource. For some resources of JSON, Checkov reports the name but not the type: that is in
 * the line where they begin.
 */
function addressOf({ resource, file_line_range: range }: JsonMap, text: string | undefined): string {
  const [, section, name] = /^(resource|data)\.([^.]+)$/.exec(textOf(resource)) ?? [];
  if (section === undefined || text === undefined || !isList(range)) {
    return textOf(resource);
  }
  const [, type = ""] = keysAtLine(text, Number(range[0]));
  return `${section === "data" ? "data." : ""}${type}.${name}`;
}
