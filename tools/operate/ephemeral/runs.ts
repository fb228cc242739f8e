import type { Environment } from "../../../src/settings/environment/environment";
import { workspacesOf } from "../../../src/settings/organisation/terraform-cloud";
import { stacksOf } from "../../../src/settings/environment/stack-names";
import type { StackName } from "../../../src/settings/state/stack-names";

/** A run of Terraform that an engineer starts. */
export interface Run {
  readonly workspace: string;

  /** Purpose of the run. */
  readonly what: string;

  /** Steps that must come first. */
  readonly waitsFor: string;
}

const MAKES: Readonly<Record<StackName, string>> = {
  "tfc-aws-config": "roles for the other runs",
  "terraform-state": "the bucket that keeps states",
  ecr: "the registry of all environments",
  vpc: "the network",
  "root-dns": "the zones and their delegation",
  "cluster-infrastructure": "the cluster and its nodes",
  "cluster-access": "who may do what, and the namespaces",
  "cluster-services": "the add-ons",
  "external-services": "what services outside AWS do for it",
};

const CONFIGURATION = "tfc-configuration";

/** Runs that make an environment, in order. */
export function creation(environment: Environment): Run[] {
  const stacks = stacksOf(environment).map(({ id, name }) => ({
    workspace: id,
    what: described(name, environment),
  }));
  const runs = [{ workspace: CONFIGURATION, what: "the project and its workspaces" }, ...stacks];
  return chained(runs, "the merge of the configuration");
}

/** Runs that destroy it, in order: the reverse, but for those that make the workspaces. */
export function destruction(environment: Environment): Run[] {
  const runs = stacksOf(environment)
    .reverse()
    .map(({ id, name }) => ({ workspace: id, what: described(name, environment) }));
  return chained(runs, "step 1");
}

const described = (name: StackName, environment: Environment): string =>
  name === "tfc-aws-config"
    ? `${MAKES[name]}, by an administrator of ${workspacesOf(environment).account}`
    : MAKES[name];

const chained = (runs: readonly Omit<Run, "waitsFor">[], first: string): Run[] =>
  runs.map((run, index) => ({ ...run, waitsFor: runs[index - 1]?.workspace ?? first }));

/** Runs as a table. */
export function runTable(runs: readonly Run[], what: string): string {
  const rows = [
    ["", "workspace", what, "waits for"],
    ...runs.map((run, index) => [String(index + 1), run.workspace, run.what, run.waitsFor]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((cells) => cells[column]!.length)));

  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
