import { defineCommand } from "../kit/run-command";
import { argumentsOf, KUBECONFIG } from "../operate/kubeconfig/arguments";

export const command = defineCommand(KUBECONFIG, async (asked, signal) => {
  const { defineEnvironments } = await import("../samples/platform");
  const { environmentSettings } = await import("../../src/platform/environments");
  const { kubeconfig } = await import("../operate/kubeconfig/kubeconfig");

  console.log(await kubeconfig(argumentsOf(asked, defineEnvironments(environmentSettings)), signal));
  return 0;
});
