import "../constructs/without-stack-traces";
import { defineEnvironments } from "../config/define-environment";
import { environmentSettings } from "../config/environments";
import { STACK_NAMES } from "../config/stack-names";
import { stackId } from "../stacks/platform-stack";
import { CommandError } from "./command-error";
import { listWorkspaces } from "./deploy/workspaces";
import { HCP_TERRAFORM, tokenVariable } from "./hcp-terraform";
import { runCommand } from "./run-command";

/** The stacks, of all environments in HCP Terraform, that have a workspace there. Prints them as JSON. */
void runCommand(async () => {
  const existing: string[] = [];
  for (const environment of defineEnvironments(environmentSettings)) {
    const { backend } = environment;
    if (backend.type === "cloud") {
      const { organization, hostname = HCP_TERRAFORM } = backend;
      const names = await listWorkspaces({ hostname, organization }, tokenFor(hostname));
      existing.push(...STACK_NAMES.map((name) => stackId(name, environment)).filter((id) => names.has(id)));
    }
  }
  console.log(JSON.stringify(existing));
  return 0;
});

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
