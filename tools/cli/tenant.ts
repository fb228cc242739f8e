import { defineCommand } from "../kit/run-command";
import { TENANT, TENANTS_FOLDER } from "../operate/tenants/arguments";
import type { TenantList } from "../operate/tenants/list";
import { liveLine } from "../operate/tenants/live";
import { movesSince } from "../operate/tenants/moved";
import { ownersOf } from "../operate/tenants/owners";
import { scopeSince } from "../operate/tenants/scope";
import { tenant } from "../operate/tenants/tenant";

export const command = defineCommand(TENANT, async (asked, signal) => {
  const { folder = TENANTS_FOLDER, base, live, organisation } = asked.options;
  const result = async (): Promise<TenantList> => {
    switch (asked.args[0]) {
      case "scope":
        return scopeSince(base, folder, signal);
      case "moves":
        return movesSince(base, folder, signal, live?.split(","));
      case "live":
        return { text: liveLine((await import("../../src/platform")).platform), isWrong: false };
      case "owners":
        return { text: ownersOf(folder, organisation, await teamsOf(asked.options.folder)), isWrong: false };
      default:
        return tenant(asked, new Date().toISOString().slice(0, 10));
    }
  };
  const { text, isWrong } = await result();
  console.log(text);
  return isWrong ? 1 : 0;
});

/** Teams of the platform, unless the folder may be another's. */
const teamsOf = async (folder: string | undefined) =>
  folder === undefined ? (await import("../../src/platform")).platform.products?.teams : undefined;
