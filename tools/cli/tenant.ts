import { defineCommand } from "../kit/run-command";
import { TENANT } from "../operate/tenants/arguments";
import { tenant } from "../operate/tenants/tenant";

export const command = defineCommand(TENANT, async (asked) => {
  const { text, isWrong } = await Promise.resolve(tenant(asked, new Date().toISOString().slice(0, 10)));
  console.log(text);
  return isWrong ? 1 : 0;
});
