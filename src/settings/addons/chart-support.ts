import { kubernetesMinor } from "../cluster/kubernetes-versions";

/** Kubernetes minors from one to another, both included. */
export interface KubernetesRange {
  /**
   * The first that works.
   *
   * @default - upstream names none
   */
  readonly oldest?: string;

  /**
   * The last that upstream supports or tests.
   *
   * @default - upstream names none
   */
  readonly newest?: string;
}

/** A release of a chart, and where it runs. */
export interface ChartRelease {
  readonly version: string;
  readonly kubernetes: KubernetesRange;

  /** Where upstream says so, and where to look for what has come since. */
  readonly source: string;
}

/** What is on record of a chart; the release itself is the one that the platform installs. */
export interface ChartSupport extends ChartRelease {
  readonly chart: string;

  /**
   * The file to write in what has come since.
   *
   * @default "src/settings/addons/charts-on-record.ts"
   */
  readonly record?: string;

  /**
   * A newer minor than upstream supports on which this release is right all the same, and why.
   *
   * @default - none
   */
  readonly exception?: { readonly newest: string; readonly reason: string };

  /**
   * Releases on record that run on other minors than the installed one, newest first.
   *
   * @default - none
   */
  readonly others?: readonly ChartRelease[];
}

/** Whether a Kubernetes minor lies in a range. */
export function includes({ oldest, newest }: KubernetesRange, version: string): boolean {
  const minor = kubernetesMinor(version)!;
  return (
    (oldest === undefined || minor >= kubernetesMinor(oldest)!) &&
    (newest === undefined || minor <= kubernetesMinor(newest)!)
  );
}

/** Where the installed release runs, by upstream's word or by ours. */
export const acceptedRange = ({ kubernetes, exception }: ChartSupport): KubernetesRange => ({
  ...kubernetes,
  ...(exception && { newest: exception.newest }),
});

/** What to do about an installed release that does not support a minor. */
export function remedyFor(support: ChartSupport, version: string): string {
  const release = releaseFor(support, version);
  const { chart, source, record = "src/settings/addons/charts-on-record.ts" } = support;
  return release
    ? `take chart version ${release.version} in src/addons/${chart}/${chart}.ts (${release.source})`
    : `no release on record supports it: look for one at ${source} and write it down in ${record}`;
}

/** The release to take on a minor that the installed one does not support; `undefined` where none is on record. */
export const releaseFor = ({ others = [] }: ChartSupport, version: string): ChartRelease | undefined =>
  others.find(({ kubernetes }) => includes(kubernetes, version));

/** `1.25 to 1.35`, `1.25 or newer`, `1.35 or older` */
export const rangeText = ({ oldest, newest }: KubernetesRange): string =>
  [
    oldest !== undefined && newest !== undefined ? `${oldest} to ${newest}` : (oldest ?? newest ?? "any"),
    ...(newest === undefined && oldest !== undefined ? ["or newer"] : []),
    ...(oldest === undefined && newest !== undefined ? ["or older"] : []),
  ].join(" ");
