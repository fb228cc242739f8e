import "../../../src/constructs/without-stack-traces";
import { defineEnvironments } from "../../samples/platform";
import { environmentSettings } from "../../../src/platform/environments";
import { STACK_NAMES } from "../../../src/settings/environment/stack-names";
import { stacksOf } from "../../../src/settings/environment/stack-names";
import { CommandError } from "../../kit/command-error";
import { listWorkspaces } from "./workspaces";
import { HCP_TERRAFORM, tokenVariable } from "../../kit/hcp-terraform";

/** Prints, as JSON, the stacks of all environments in HCP Terraform that have a workspace there. */
export async function printWorkspaces(): Promise<void> {
  const existing: string[] = [];
  for (const environment of defineEnvironments(environmentSettings)) {
    const { backend } = environment;
    if (backend.type === "cloud") {
      const { organization, hostname = HCP_TERRAFORM } = backend;
      const names = await listWorkspaces({ hostname, organization }, tokenFor(hostname));
      existing.push(
        ...stacksOf(environment)
          .filter(({ name, id }) => (STACK_NAMES as readonly string[]).includes(name) && names.has(id))
          .map(({ id }) => id),
      );
    }
  }
  console.log(JSON.stringify(existing));
}

function tokenFor(hostname: string): string {
  const variable = tokenVariable(hostname);
  const token = process.env[variable];
  if (!token) {
    throw new CommandError(
      `${variable}: expected a token for ${hostname}, got none; set it, in GitHub as the secret TF_PLAN_TOKEN (docs/deploying.md)`,
    );
  }
  return token;
}
