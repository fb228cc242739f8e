import type { DeployOrder } from "./deploy-order";

/** Stacks that one job plans, with the token of one environment. */
export interface PlanJob {
  readonly environment: string;

  /** Name by which GitHub's environments know it: all that live for days share one token. */
  readonly token: string;
  readonly stacks: readonly string[];
}

/** Splits what a pull request changes, or all that is deployed, into a job for each environment. */
export function planMatrix(
  { registry, environments, ephemeral }: DeployOrder,
  registryEnvironment: string | undefined,
): PlanJob[] {
  const permanent = Object.entries(environments).map(([environment, ids]) => ({
    environment,
    token: environment,
    stacks: environment === registryEnvironment ? [...registry, ...ids] : ids,
  }));
  const shortLived = Object.entries(ephemeral).map(([environment, stacks]) => ({
    environment,
    token: "ephemeral",
    stacks,
  }));
  return [...permanent, ...shortLived].filter(({ stacks }) => stacks.length > 0);
}
