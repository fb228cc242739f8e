import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DASHBOARDS, DASHBOARDS_OF_FLEETS } from "../../src/addons/grafana/dashboards";
import { METRICS_OF_SPANS } from "../../src/addons/grafana/trace-links";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { runProcess } from "../kit/run-process";
import { goTool } from "../toolbox/go-tools";
import type { Verification } from "./verdict";

const EVERY_DASHBOARD = [...DASHBOARDS, ...DASHBOARDS_OF_FLEETS];

interface NamedQuery {
  readonly where: string;
  readonly promql: string;
}

/**
 * Checks that Prometheus takes every query of every dashboard, and those that lead from a trace to metrics.
 */
export const dashboards: Verification = async (progress, signal) => {
  progress("promtool");
  const tool = await goTool("promtool", signal);
  if ("missing" in tool) {
    return { tool: "promtool", version: "", checked: "", findings: [], missing: tool.missing };
  }
  const queries = [...queriesOfPanels(), ...queriesOfSpans()];
  const output = await inTemporaryFolder("dashboards", async (folder) => {
    const file = join(folder, "queries.json");
    writeFileSync(file, JSON.stringify(asRules(queries)));
    const { stdout, stderr } = await runProcess([tool.program, "check", "rules", file], {
      cwd: folder,
      signal,
    });
    return `${stdout}\n${stderr}`;
  });
  return {
    tool: "promtool",
    version: tool.version,
    checked: `${queries.length} queries of ${EVERY_DASHBOARD.length} dashboards and of traces`,
    findings: findingsIn(output, queries),
    caveats: tool.caveats,
  };
};

const queriesOfPanels = (): NamedQuery[] =>
  EVERY_DASHBOARD.flatMap(({ uid, rows }) =>
    rows.flatMap(({ panels }) =>
      panels.flatMap(({ title, queries }) =>
        queries.flatMap((query) =>
          "promql" in query ? [{ where: `${uid}: ${title}`, promql: query.promql }] : [],
        ),
      ),
    ),
  );

const queriesOfSpans = (): NamedQuery[] =>
  METRICS_OF_SPANS.map(({ name, query }) => ({ where: `traces: ${name}`, promql: query }));

/** Query with values in place of Grafana's variables: a time, and labels of a span. */
const completed = (promql: string): string =>
  promql.replaceAll("$__rate_interval", "5m").replaceAll("$$__tags", 'service="any"');

/** Queries as rules, since promtool checks rules. */
const asRules = (queries: readonly NamedQuery[]) => ({
  groups: [
    {
      name: "queries",
      rules: queries.map(({ promql }, index) => ({ record: `query:${index + 1}`, expr: completed(promql) })),
    },
  ],
});

const FINDING = /rule (\d+), "[^"]*": (.+)$/gm;

/** Findings of promtool by query; other failures in promtool's own words. */
function findingsIn(output: string, queries: readonly NamedQuery[]): string[] {
  const found = [...output.matchAll(FINDING)].map(
    ([, rule, text]) => `${queries[Number(rule) - 1]?.where}: ${text}`,
  );
  return found.length > 0 || output.includes("SUCCESS") ? found : [output.trim()];
}
