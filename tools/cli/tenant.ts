import { defineCommand } from "../kit/run-command";
import { TENANT, TENANTS_FOLDER } from "../operate/tenants/arguments";
import { scopeSince } from "../operate/tenants/scope";
import { tenant } from "../operate/tenants/tenant";

export const command = defineCommand(TENANT, async (asked, signal) => {
  const { folder = TENANTS_FOLDER, base } = asked.options;
  const { text, isWrong } =
    asked.args[0] === "scope"
      ? await scopeSince(base, folder, signal)
      : tenant(asked, new Date().toISOString().slice(0, 10));
  console.log(text);
  return isWrong ? 1 : 0;
});
