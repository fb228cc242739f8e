import { kubernetesMinor } from "../checking/kubernetes-minor";
import { problem, show } from "../checking/problem";
import type { OrganisationConfig } from "../organisation/schema";
import { madeReleases, NEXT_RELEASE } from "../releases/release";
import type { Releases } from "../releases/schema";

/** Refuses a release with an older Kubernetes than the one before it, or one more than a minor newer. */
export function releasesGoForward({ releases }: Pick<OrganisationConfig, "releases">): string[] {
  const order = [...madeReleases(releases), ...(Object.hasOwn(releases, NEXT_RELEASE) ? [NEXT_RELEASE] : [])];
  return order.slice(1).flatMap((name, index) => problemOfStep(order[index]!, name, releases));
}

function problemOfStep(before: string, name: string, releases: Releases): string[] {
  const [from, to] = [releases[before]!.kubernetes, releases[name]!.kubernetes];
  const [old, young] = [kubernetesMinor(from), kubernetesMinor(to)];
  if (old === undefined || young === undefined || (young >= old && young <= old + 1)) {
    return [];
  }
  return [
    problem(
      ["organisation", "releases", name, "kubernetes"],
      `${from} or 1.${old + 1}, since release ${before} has ${from}`,
      show(to),
      "a control plane goes forward, one minor at a time: clusters take every release between",
    ),
  ];
}
