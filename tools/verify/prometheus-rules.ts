import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ALERT_CASES } from "../../src/addons/platform-alerts/groups.cases";
import type { AlertGroup } from "../../src/addons/platform-alerts/alert-rule";
import { ALERT_GROUPS } from "../../src/addons/platform-alerts/groups";
import { defineEnvironments } from "../samples/platform";
import { environmentSettings } from "../../src/platform/environments";
import { synthesise } from "../samples/synthesise";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { sampleEnvironments } from "../samples/sample-environments";
import { type EnvironmentRules, environmentRules } from "../checks/prometheus-rules/alert-rules";
import { unitTests } from "../checks/prometheus-rules/unit-tests";
import { runProcess } from "../kit/run-process";
import { goTool } from "../toolbox/go-tools";
import type { Verification } from "./verdict";

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
    // They have the add-ons that no environment has, and with them the rules that watch those.
    const samples = sampleEnvironments();
    const environments = environmentRules(
      [...synthesise(defined, join(folder, "environments")), ...synthesise(samples, join(folder, "samples"))],
      [...defined, ...samples],
    );
    const findings = ALERT_GROUPS.filter((group) => !environments.some((rules) => has(rules, group))).map(
      ({ name }) => `${name}: expected an environment that has the group, got none; add one to tools/samples`,
    );

    // Environments with the same rules are checked once.
    const different = new Map(environments.map((rules) => [JSON.stringify(rules.groups), rules]));
    for (const rules of different.values()) {
      progress(rules.environment);
      const [ruleFile, testFile] = [join(folder, "rules.json"), join(folder, "tests.json")];
      writeFileSync(ruleFile, JSON.stringify({ groups: rules.groups }));
      writeFileSync(testFile, JSON.stringify(unitTests(groupsOf(rules), ALERT_CASES, rules, ruleFile)));
      for (const command of [
        ["check", "rules", "--lint=all", "--lint-fatal", ruleFile],
        ["test", "rules", testFile],
      ]) {
        const { code, stdout, stderr } = await runProcess([tool.program, ...command], {
          cwd: folder,
          signal,
        });
        if (code !== 0) {
          findings.push(`${rules.environment}: ${[stdout, stderr].join("\n").trim()}`);
        }
      }
    }
    const alerts = ALERT_GROUPS.flatMap(({ rules }) => rules);
    return {
      tool: "promtool",
      version: tool.version,
      checked:
        `${alerts.length} alerts with ${Object.values(ALERT_CASES).flat().length} cases in ` +
        `${environments.length} environments`,
      findings,
      caveats: tool.caveats,
    };
  });
};

const has = ({ groups }: EnvironmentRules, { name }: AlertGroup): boolean =>
  groups.some((group) => group.name === `platform-${name}`);

/** Groups of the platform's alerts that an environment has: not all add-ons run everywhere. */
const groupsOf = (rules: EnvironmentRules): AlertGroup[] => ALERT_GROUPS.filter((group) => has(rules, group));
