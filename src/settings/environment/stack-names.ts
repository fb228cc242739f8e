import type { EnvironmentConfig } from "./environment";

/** The stacks of one environment, in the order they are applied. One of all environments has `ecr`. */
export const STACK_NAMES = [
  "ecr",
  "vpc",
  "root-dns",
  "cluster-infrastructure",
  "cluster-access",
  "cluster-services",
  "external-services",
] as const;

/** What a person applies once, before any of them: see docs/terraform-cloud.md and docs/backends.md. */
export const SETUP_STACK_NAMES = ["tfc-aws-config", "terraform-state"] as const;

export type StackName = (typeof STACK_NAMES)[number] | (typeof SETUP_STACK_NAMES)[number];

/** The stacks that an environment has. */
export function stackNames({
  name: environment,
  organisation: { containerRegistry: registry },
  backend,
  network,
  externalServices: { sentry, uptime },
}: Pick<
  EnvironmentConfig,
  "name" | "organisation" | "backend" | "network" | "externalServices"
>): StackName[] {
  const had: Partial<Record<StackName, boolean>> = {
    "tfc-aws-config": backend.type === "cloud",
    "terraform-state": backend.type === "s3",
    ecr: registry !== false && environment === registry.environment,
    vpc: !("existing" in network.vpc),
    "external-services": sentry || uptime !== false,
  };
  return [...SETUP_STACK_NAMES, ...STACK_NAMES].filter((name) => had[name] ?? true);
}
