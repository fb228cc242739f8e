import { nearest } from "../checking/nearest";
import { oneOf, problem, show } from "../checking/problem";
import {
  type ClusterEnvironmentConfig,
  EPHEMERAL_NAME,
  type EnvironmentConfig,
} from "../environment/environment";
import type { OrganisationConfig } from "../organisation/schema";
import { madeReleases, NEXT_RELEASE } from "../releases/release";
import type { Releases } from "../releases/schema";
import { runsItsRelease } from "./release-differences";
import { clusterProblem } from "./cluster-problem";
import { noStageRunsAhead } from "./release-promotion";

/** Problems of releases and of the clusters that name them. */
export function problemsOfReleasedClusters(
  environments: readonly EnvironmentConfig[],
  organisation: Pick<OrganisationConfig, "promotion" | "releases">,
): string[] {
  const clusters = environments.flatMap((environment) => environment.clusters);
  return [
    ...everyReleaseIsNamed(clusters, organisation.releases),
    ...clusters.flatMap((cluster) => releaseExists(cluster, organisation.releases)),
    ...clusters.flatMap(runsItsRelease),
    ...noStageRunsAhead(environments, organisation),
  ];
}

/** Refuses a cluster without a release where there are some, and one whose release does not exist, or not yet. */
function releaseExists(config: ClusterEnvironmentConfig, releases: Releases): string[] {
  const { release } = config.cluster;
  const lasts = !EPHEMERAL_NAME.test(config.name);
  const known = lasts ? madeReleases(releases) : Object.keys(releases);
  if (release === undefined ? !lasts || known.length === 0 : known.includes(release)) {
    return [];
  }
  const expected = known.length === 0 ? "none, since the organisation has no releases" : oneOf(known);
  return [clusterProblem(config, ["release"], expected, show(release), remedy(release, known, lasts))];
}

function remedy(release: string | undefined, known: readonly string[], lasts: boolean): string {
  if (release === NEXT_RELEASE && lasts) {
    return "make it a release first: npm run release -- new";
  }
  const meant = nearest(release ?? "", known) ?? known.at(-1);
  if (meant === undefined) {
    return "leave it out";
  }
  return release === undefined ? "name one" : `did you mean ${meant}?`;
}

/** Refuses a release that nothing names: no cluster tries it, and its versions stay on record for ever. */
function everyReleaseIsNamed(clusters: readonly ClusterEnvironmentConfig[], releases: Releases): string[] {
  const named = new Set(clusters.map(({ cluster }) => cluster.release));
  return madeReleases(releases)
    .filter((name) => !named.has(name))
    .map((name) =>
      problem(
        ["organisation", "releases", name],
        "a release that a cluster names",
        "one that none names",
        "name it in a cluster, or remove it",
      ),
    );
}
