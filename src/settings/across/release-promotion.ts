import { show } from "../checking/problem";
import type { ClusterEnvironmentConfig, EnvironmentConfig } from "../environment/environment";
import type { OrganisationConfig } from "../organisation/schema";
import { isLater, madeReleases } from "../releases/release";
import { clusterProblem } from "./cluster-problem";

/** Refuses a release in a stage before a cluster of the stage before it runs that one or a later one. */
export const noStageRunsAhead = (
  environments: readonly EnvironmentConfig[],
  { promotion, releases }: Pick<OrganisationConfig, "promotion" | "releases">,
): string[] =>
  promotion.slice(1).flatMap((stage, index) => {
    const before = promotion[index]!;
    const made = madeReleases(releases);
    const newest = clustersOf(environments, before)
      .flatMap(({ cluster: { release = "" } }) => (made.includes(release) ? [release] : []))
      .reduce<string | undefined>((one, next) => (one && isLater(one, next) ? one : next), undefined);

    return clustersOf(environments, stage)
      .filter(({ cluster: { release = "" } }) => {
        return newest !== undefined && made.includes(release) && isLater(release, newest);
      })
      .map((config) => ahead(config, before, newest!));
  });

const clustersOf = (environments: readonly EnvironmentConfig[], stage: string): ClusterEnvironmentConfig[] =>
  environments.filter(({ name }) => name === stage).flatMap(({ clusters }) => clusters);

function ahead(config: ClusterEnvironmentConfig, before: string, newest: string): string {
  const { release } = config.cluster;
  return clusterProblem(
    config,
    ["release"],
    `${newest} or an earlier one, since ${before} runs no later one`,
    show(release),
    `move ${before} first: npm run upgrade -- --to ${release} ${before}`,
  );
}
