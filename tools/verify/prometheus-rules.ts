import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AlertCases } from "../../src/addons/platform-alerts/alert-case.cases";
import { ALERT_CASES } from "../../src/addons/platform-alerts/groups.cases";
import type { AlertGroup } from "../../src/addons/platform-alerts/alert-rule";
import { fleetAlerts } from "../../src/addons/platform-alerts/fleet";
import { FLEET_CASES } from "../../src/addons/platform-alerts/fleet.cases";
import { ALERT_GROUPS } from "../../src/addons/platform-alerts/groups";
import { defineEnvironments } from "../samples/platform";
import { environmentSettings } from "../../src/platform/environments";
import { synthesise } from "../samples/synthesise";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { exampleEnvironments, synthesiseExamples } from "../samples/examples";
import { sampleEnvironments } from "../samples/sample-environments";
import { type EnvironmentRules, environmentRules, fleetRules } from "../checks/prometheus-rules/alert-rules";
import { unitTests } from "../checks/prometheus-rules/unit-tests";
import { runProcess } from "../kit/run-process";
import { goTool } from "../toolbox/go-tools";
import type { Verification } from "./verdict";

/** Groups of a cluster's Prometheus, and the one that AWS evaluates for a fleet. */
const GROUPS: readonly AlertGroup[] = [...ALERT_GROUPS, fleetAlerts([])];

const CASES: AlertCases = { ...ALERT_CASES, ...FLEET_CASES };

/**
 * Checks that Prometheus takes the rules of every environment, and that each rule fires in its cases as
 * expected and nowhere else. The operator writes Prometheus's own configuration, in the cluster.
 */
export const prometheusRules: Verification = async (progress, signal) => {
  progress("promtool");
  const tool = await goTool("promtool", signal);
  if ("missing" in tool) {
    return { tool: "promtool", version: "", checked: "", findings: [], missing: tool.missing };
  }
  return inTemporaryFolder("prometheus-rules", async (folder) => {
    const defined = defineEnvironments(environmentSettings);
    // Samples and examples have the add-ons that no environment has, and with them the rules that watch those.
    const samples = sampleEnvironments();
    const stacks = [
      ...synthesise(defined, join(folder, "environments")),
      ...synthesise(samples, join(folder, "samples")),
      ...synthesiseExamples(folder),
    ];
    const all = [...defined, ...samples, ...exampleEnvironments()];
    const environments = [...environmentRules(stacks, all), ...fleetRules(stacks, all)];
    const findings = GROUPS.filter((group) => !environments.some((rules) => has(rules, group))).map(
      ({ name }) =>
        `${name}: expected an environment that has the group, got none; add one to tools/samples or examples`,
    );

    const promtool = async (name: string, ...command: readonly string[]): Promise<string[]> => {
      const { code, stdout, stderr } = await runProcess([tool.program, ...command], { cwd: folder, signal });
      return code === 0 ? [] : [`${name}: ${[stdout, stderr].join("\n").trim()}`];
    };
    const [ruleFile, testFile] = [join(folder, "rules.json"), join(folder, "tests.json")];
    const writeRules = (groups: EnvironmentRules["groups"]): void =>
      writeFileSync(ruleFile, JSON.stringify({ groups }));

    for (const { environment, groups } of unlike(environments, (rules) => rules.groups)) {
      progress(environment);
      writeRules(groups);
      findings.push(
        ...(await promtool(environment, "check", "rules", "--lint=all", "--lint-fatal", ruleFile)),
      );
    }
    for (const [group, rules] of testedGroups(environments)) {
      progress(`cases of ${group.name}`);
      writeRules(rules.groups);
      writeFileSync(testFile, JSON.stringify(unitTests([group], CASES, rules, ruleFile)));
      findings.push(...(await promtool(rules.environment, "test", "rules", testFile)));
    }
    const alerts = GROUPS.flatMap(({ rules }) => rules);
    return {
      tool: "promtool",
      version: tool.version,
      checked:
        `${alerts.length} alerts with ${Object.values(CASES).flat().length} cases in ` +
        `${environments.length} environments`,
      findings,
      caveats: tool.caveats,
    };
  });
};

const has = ({ groups }: EnvironmentRules, group: AlertGroup): boolean =>
  groups.some((rules) => isOf(rules, group));

const isOf = (rules: EnvironmentRules["groups"][number], { name }: AlertGroup): boolean =>
  rules.name === `platform-${name}`;

/** Groups of the platform's alerts, each alone with its rules in an environment: promtool evaluates a whole file for every case. */
const testedGroups = (environments: readonly EnvironmentRules[]): [AlertGroup, EnvironmentRules][] =>
  GROUPS.flatMap((group) =>
    unlike(
      environments.filter((rules) => has(rules, group)),
      ({ groups }) => groups.filter((rules) => isOf(rules, group)),
    ).map(({ environment, groups }): [AlertGroup, EnvironmentRules] => [
      group,
      { environment, groups: groups.filter((rules) => isOf(rules, group)) },
    ]),
  );

/** The last of those that are alike in a part. */
const unlike = <T>(things: readonly T[], part: (thing: T) => unknown): T[] => [
  ...new Map(things.map((thing) => [JSON.stringify(part(thing)), thing])).values(),
];
