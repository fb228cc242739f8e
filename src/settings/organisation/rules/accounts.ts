import { DNS_LABEL } from "../../checking/dns-label";
import { problem, show } from "../../checking/problem";
import type { OrganisationConfig } from "../schema";

/**
 * Checks accounts. Each has one pair of roles, which trusts the workspaces of one environment; all ephemeral
 * environments share one account.
 */
export const problemsOfAccounts = ({ accounts }: OrganisationConfig): string[] => {
  const owners = new Map<string, string>();

  return Object.entries(accounts).flatMap(([name, account]) => {
    const path = ["organisation", "accounts", name];
    if (!DNS_LABEL.test(name)) {
      const fix = "use lower-case letters, digits and hyphens";
      return [problem(path, "the name of an environment, a DNS label", show(name), fix)];
    }
    if (!/^\d{12}$/.test(account)) {
      return [problem(path, "the twelve digits of an AWS account", show(account), "copy them from AWS")];
    }
    const owner = owners.get(account);
    owners.set(account, owner ?? name);
    const got = `${show(account)}, which ${owner} has`;
    return owner === undefined
      ? []
      : [problem(path, "an account of its own", got, "give each environment another")];
  });
};
