import { defineCommand } from "../kit/run-command";
import { TENANT, TENANTS_FOLDER } from "../operate/tenants/arguments";
import type { TenantList } from "../operate/tenants/list";
import { movesSince } from "../operate/tenants/moved";
import { scopeSince } from "../operate/tenants/scope";
import { tenant } from "../operate/tenants/tenant";

export const command = defineCommand(TENANT, async (asked, signal) => {
  const { folder = TENANTS_FOLDER, base, live } = asked.options;
  const result = (): TenantList | Promise<TenantList> => {
    switch (asked.args[0]) {
      case "scope":
        return scopeSince(base, folder, signal);
      case "moves":
        return movesSince(base, folder, signal, live?.split(","));
      default:
        return tenant(asked, new Date().toISOString().slice(0, 10));
    }
  };
  const { text, isWrong } = await result();
  console.log(text);
  return isWrong ? 1 : 0;
});
