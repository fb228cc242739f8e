import { join } from "node:path";
import { defineEnvironments } from "../samples/platform";
import { environmentSettings } from "../../src/platform/environments";
import { casesOf, checkConfiguration } from "../checks/alertmanager/check-configuration";
import { configurationsOf, fleetConfigurations } from "../checks/alertmanager/configurations";
import { TEMPLATE_CASES } from "../checks/alertmanager/template-cases";
import { exampleEnvironments, synthesiseExamples } from "../samples/examples";
import { synthesise } from "../samples/synthesise";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { goTool } from "../toolbox/go-tools";
import type { Verification } from "./verdict";

/**
 * Checks that Alertmanager takes the configuration of every environment, sends the alerts of every case to
 * the right receivers, and renders the templates as intended.
 */
export const alertmanager: Verification = async (progress, signal) => {
  progress("amtool");
  const tool = await goTool("amtool", signal);
  if ("missing" in tool) {
    return { tool: "amtool", version: "", checked: "", findings: [], missing: tool.missing };
  }
  return inTemporaryFolder("alertmanager", async (folder) => {
    const defined = defineEnvironments(environmentSettings);
    const examples = synthesiseExamples(join(folder, "examples"));
    const configurations = [
      ...configurationsOf(synthesise(defined, join(folder, "environments")), defined),
      ...configurationsOf(examples, exampleEnvironments()),
      ...fleetConfigurations(examples, exampleEnvironments()),
    ];
    const findings: string[] = [];

    for (const configuration of configurations) {
      progress(configuration.environment);
      const found = await checkConfiguration(configuration, { program: tool.program, folder, signal });
      findings.push(...found.map((problem) => `${configuration.environment}: ${problem}`));
    }
    const cases = configurations.flatMap(casesOf).length;
    return {
      tool: "amtool",
      version: tool.version,
      checked: `${configurations.length} configurations, ${cases} routed alerts, ${TEMPLATE_CASES.length} messages`,
      findings,
      caveats: tool.caveats,
    };
  });
};
