import { join } from "node:path";
import { defineEnvironments } from "../samples/platform";
import { environmentSettings } from "../../src/platform/environments";
import { sampleEnvironments } from "../samples/sample-environments";
import { synthesiseExamples } from "../samples/examples";
import { synthesise } from "../samples/synthesise";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { signInsOf } from "../checks/dex/sign-in";
import { trySignIn } from "../checks/dex/try-sign-in";
import { withDex } from "../checks/dex/with-dex";
import { withProvider } from "../checks/dex/with-provider";
import { goTool } from "../toolbox/go-tools";
import type { Verification } from "./verdict";

/**
 * Checks that Dex takes the configuration of every environment, and admits users to each of its clients: at
 * the registered redirect address and no other, with the client's own secret.
 */
export const dex: Verification = async (progress, signal) => {
  progress("dex");
  const tool = await goTool("dex", signal);
  if ("missing" in tool) {
    return { tool: "dex", version: "", checked: "", findings: [], missing: tool.missing };
  }
  const signIns = await inTemporaryFolder("dex", (folder) =>
    Promise.resolve([
      ...signInsOf(synthesise(defineEnvironments(environmentSettings), join(folder, "environments"))),
      ...signInsOf(synthesise(sampleEnvironments(), join(folder, "samples"))),
      ...signInsOf(synthesiseExamples(join(folder, "examples"))),
    ]),
  );
  const findings: string[] = [];
  for (const signIn of signIns) {
    progress(signIn.stack);
    const found = await withProvider(signIn, (given) =>
      withDex(tool.program, given, signal, (address) => trySignIn(given, address)),
    );
    const problems = "refused" in found ? [`Dex refuses its configuration: ${found.refused}`] : found;
    findings.push(...problems.map((problem) => `${signIn.stack}: ${problem}`));
  }
  const clients = signIns.flatMap((signIn) => signIn.clients).length;
  return {
    tool: "dex",
    version: tool.version,
    checked: `${signIns.length} configurations, ${clients} clients`,
    findings,
    caveats: tool.caveats,
  };
};
