import { tenantStackId } from "../../../src/names/tenant-names";
import type { Platform } from "../../../src/settings/define-platform";
import { clusterLabel } from "../../../src/settings/environment/stack-names";

/** Stacks that one job of a workflow runs. */
export interface TenantJob {
  readonly environment: string;

  /** Number of the job within its environment, from 1. */
  readonly shard: number;
  readonly stacks: readonly string[];
}

/** Jobs that GitHub makes of one matrix at most. */
const MOST_JOBS = 256;

/** Stacks that are worth a job: a checkout and its packages take as long as about as many plans. */
const FEWEST_STACKS = 10;

/**
 * Splits stacks of tenants into jobs for each environment, of about the same size and so few that one matrix has room for
 * all. Other stacks are left out, and those of tenants on hold.
 */
export function tenantJobs(
  ids: readonly string[],
  { environments, tenants: { products } }: Pick<Platform, "environments" | "tenants">,
): TenantJob[] {
  const wanted = new Set(ids);
  const most = Math.floor(MOST_JOBS / Math.max(1, environments.length));
  return environments.flatMap(({ name: environment, clusters }) => {
    const labels = new Set(clusters.map(clusterLabel));
    const stacks = (products?.tenants ?? [])
      .filter(({ cluster, settings }) => labels.has(cluster) && settings.hold === undefined)
      .map(({ cluster, namespace }) => tenantStackId(cluster, namespace))
      .filter((id) => wanted.has(id))
      .sort();
    return dealt(stacks, Math.min(most, Math.ceil(stacks.length / FEWEST_STACKS))).map((some, index) => ({
      environment,
      shard: index + 1,
      stacks: some,
    }));
  });
}

/** Hands of about the same size. */
const dealt = (stacks: readonly string[], hands: number): string[][] =>
  Array.from({ length: hands }, (_, hand) => stacks.filter((_id, index) => index % hands === hand));
