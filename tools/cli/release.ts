import { actionOf, RELEASE } from "../operate/release/arguments";
import { platformCommand } from "../toolbox/platform-command";

export const command = platformCommand(RELEASE, async (asked) => {
  await import("../../src/constructs/without-stack-traces");
  const { releases } = (await import("../samples/platform")).organisation;
  const action = actionOf(asked, releases);
  if (action.name === "diff") {
    const { diffOf } = await import("../operate/release/diff");
    console.log(diffOf(releases, action.from, action.to));
  } else {
    const { makeRelease } = await import("../operate/release/make");
    console.log(makeRelease(releases));
  }
  return 0;
});
