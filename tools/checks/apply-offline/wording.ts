import { columns } from "../../kit/columns";
import { findingsOf, otherVersions } from "../../offline/findings";
import type { Providers } from "../../toolbox/providers";
import type { Applications } from "./apply-all";
import type { Applied } from "./apply-cluster";

/** One row per cluster: resources, releases left out, result, and the seconds of each step. */
const table = (clusters: readonly Applied[]): string =>
  columns(
    clusters.map(({ stack, resources, leftOut, findings, steps }) => [
      stack,
      `${resources} resources`,
      leftOut.length === 0 ? "" : `${leftOut.length} releases left out`,
      findings.length === 0 ? "built, changed, destroyed, built again" : `${findings.length} findings`,
      steps.map(({ name, seconds }) => `${name} ${seconds.toFixed(0)} s`).join(", "),
    ]),
  ).join("\n");

/** Parts that this machine could not check, each with the reason. */
export function gapsIn({ clusters, providers }: Applications): string[] {
  const leftOut = [...new Set(clusters.flatMap((cluster) => cluster.leftOut))].sort();
  return [
    ...missingProviders(providers).map(
      (name) => `${name}_*: no provider ${name}; well-formed values stand in for what it makes`,
    ),
    ...leftOut.map((release) => `release ${release}`),
  ];
}

const missingProviders = (providers: Providers): string[] =>
  [...providers.values()].flatMap((one) => ("missing" in one ? [one.name] : []));

/** Table of how each cluster fared, followed by gaps, caveats and findings. */
export function reportOf(applications: Applications) {
  const findings = findingsOf(applications.clusters);
  const lines = [
    table(applications.clusters),
    ...applications.clusters.flatMap(({ stack, notes }) => notes.map((note) => `${stack} ${note}`)),
    ...gapsIn(applications).map((gap) => `NOT CHECKED: ${gap}`),
    ...otherVersions(applications.providers),
    ...findings,
  ];
  return { text: lines.join("\n"), isWrong: findings.length > 0 };
}
