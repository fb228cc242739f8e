import { showProgress } from "../kit/check-report";
import { platformCommand, platformFolder } from "../toolbox/platform-command";
import { CHANGES } from "../reports/changes/arguments";

export const command = platformCommand(CHANGES, async (asked, signal) => {
  const { compare } = await import("../reports/changes/compare");
  const { text, code } = await compare({
    asked,
    project: process.cwd(),
    progress: showProgress(process.stderr),
    signal,
    productsSince: async (commit) => {
      const { reachSince } = await import("../operate/synth/synth-tenants");
      return (await reachSince(platformFolder(), commit, signal)).files;
    },
  });
  console.log(text);
  return code;
});
