import { platformCommand } from "../toolbox/platform-command";
import { argumentsOf, KUBECONFIG } from "../operate/kubeconfig/arguments";

export const command = platformCommand(KUBECONFIG, async (asked, signal) => {
  const { defineEnvironments, environmentSettings } = await import("../samples/platform");
  const { kubeconfig } = await import("../operate/kubeconfig/kubeconfig");

  console.log(await kubeconfig(argumentsOf(asked, defineEnvironments(environmentSettings)), signal));
  return 0;
});
