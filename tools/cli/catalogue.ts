import { platformCommand } from "../toolbox/platform-command";
import { CATALOGUE } from "../reports/catalogue/arguments";

export const command = platformCommand(CATALOGUE, async (asked) => {
  const { catalogue } = await import("../reports/catalogue/run");
  console.log(catalogue(asked));
  return 0;
});
