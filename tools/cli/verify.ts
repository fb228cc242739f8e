import { liveLine } from "../kit/live-line";
import { defineCommand } from "../kit/run-command";
import { toolCache } from "../toolbox/tools";
import { DEFAULT_PLATFORM, indexOf } from "../toolbox/bundle-platform";
import { platformFolder } from "../toolbox/platform-command";
import { argumentsOf, VERIFY } from "../verify/arguments";

export const command = defineCommand(VERIFY, async (asked, signal) => {
  lookAt(asked.options.platform);
  const { VERIFICATIONS } = await import("../verify/verifications");
  const { lanes, list, complete, again } = argumentsOf(VERIFICATIONS, asked);
  if (list) {
    const width = Math.max(...VERIFICATIONS.flat().map(({ name }) => name.length));
    console.log(
      VERIFICATIONS.flat()
        .map(({ name, proves }) => `${name.padEnd(width)}  ${proves}`)
        .join("\n"),
    );
    return 0;
  }
  const { judge } = await import("../verify/judge");
  const { verifyReport } = await import("../verify/report");
  const { fails } = await import("../verify/verdict");
  const { equipment } = await import("../verify/equipment");
  const { greenRuns } = await import("../verify/green-runs");
  const judgements = await judge({
    lanes,
    line: liveLine(process.stderr),
    signal,
    greenRuns: greenRuns({ project: process.cwd(), folder: toolCache("green-runs"), equipment }),
    again,
  });
  console.log(verifyReport(judgements));
  return judgements.some((verdict) => fails(verdict, complete)) ? 1 : 0;
});

/**
 * Has verifications, and the programs that they start, look at the platform of a folder, too.
 *
 * @throws CommandError if the folder holds no platform
 */
function lookAt(asked: string | undefined): void {
  const folder = platformFolder(asked);
  if (folder !== DEFAULT_PLATFORM) {
    indexOf(folder);
    process.env.PLATFORM_FOLDER = folder;
  }
}
