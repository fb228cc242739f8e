import { kubernetesMinor } from "../checking/kubernetes-minor";
import type { HeldValues } from "./held-values";

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

  /** Page on which upstream says so, and that has later versions. */
  readonly source: string;

  /**
   * A newer minor than upstream supports on which this release is right all the same, and why.
   *
   * @default - none
   */
  readonly exception?: { readonly newest: string; readonly reason: string };

  /**
   * CRDs of this release that Helm does not upgrade.
   *
   * @default - none
   */
  readonly crds?: ChartCrds;
}

/** Values that a chart has: top-level keys, each with those below it or `null` where any may stand there. */
export interface KnownValues {
  readonly version: string;
  readonly keys: Readonly<Record<string, readonly string[] | null>>;

  /** Further words that the templates of the chart and of its sub-charts read, with a space between them. */
  readonly words: string;

  /**
   * Words that may stand below one key only, with a space between them, by key.
   *
   * @default - none
   */
  readonly below?: Readonly<Record<string, string>>;

  /**
   * Keys of deeper maps of which templates read single keys and never the whole, besides `words`, with a space between them,
   * by the keys that lead to the map, with ` > ` between those.
   *
   * @default - any key may stand in a deeper map
   */
  readonly readByKey?: Readonly<Record<string, string>>;
}

/** CRDs in a chart's folder `crds`, which Helm installs once and never upgrades. */
export interface ChartCrds {
  readonly names: readonly string[];

  /** Digest of their specs. `npm run charts` prints the one of a new version. */
  readonly digest: string;

  /**
   * Program that upgrades them in Helm's place.
   *
   * @default - nothing: an engineer applies them before the version moves
   */
  readonly upgradedBy?: string;
}

/** The release of a chart that an add-on is written for, and others that it can install. */
export interface ChartSupport extends ChartRelease {
  /** Name of the chart, and of its folder in `src/addons`. */
  readonly name: string;

  /**
   * The file in which a newer minor is entered.
   *
   * @default - the chart's own
   */
  readonly record?: string;

  /**
   * Other releases that the add-on can install, newest first: those for other minors, and those that releases of the
   * platform have.
   *
   * @default - none
   */
  readonly others?: readonly ChartRelease[];
}

/** The chart of an add-on. */
export interface AddonChart extends ChartSupport {
  /** Repository's index as `https://…`. */
  readonly repository: string;

  /** Written by `npm run chart-values`. */
  readonly known: KnownValues;

  /**
   * Values on which other parts of the platform depend, besides those that are held of every chart.
   *
   * @default - none
   */
  readonly holds?: HeldValues;

  /**
   * Keys below which nothing depends on the values that are held of every chart: parts that are off or not watched.
   *
   * @default - none
   */
  readonly free?: readonly string[];
}

/** File that holds the facts of a chart. */
export const chartFile = ({ name }: ChartSupport): string => `src/addons/${name}/chart.ts`;

/** Versions of a chart that its add-on can install, the one that it is written for first. */
export const versionsOnRecord = ({ version, others = [] }: ChartSupport): string[] => [
  version,
  ...others.map((other) => other.version),
];

/** Chart as another of its versions on record has it; as it is at its own, and at one that is not on record. */
export function chartAt(chart: ChartSupport, version?: string): ChartSupport {
  const { name, record, others = [], ...own } = chart;
  const other = others.find((one) => one.version === version);
  return other === undefined
    ? chart
    : {
        name,
        ...(record !== undefined && { record }),
        ...other,
        others: [
          { version: own.version, kubernetes: own.kubernetes, source: own.source },
          ...others.filter((one) => one !== other),
        ],
      };
}

/** Step that the CRDs of a chart need before another version is installed; none where Helm or the chart takes it. */
export const crdsFirst = ({ crds }: ChartSupport): string[] =>
  crds && crds.upgradedBy === undefined
    ? [`first its ${crds.names.length} CRDs, which Helm does not upgrade: docs/upgrades.md#crds-of-charts`]
    : [];

/** True if a Kubernetes minor lies in a range. */
export function includes({ oldest, newest }: KubernetesRange, version: string): boolean {
  const minor = kubernetesMinor(version)!;
  return (
    (oldest === undefined || minor >= kubernetesMinor(oldest)!) &&
    (newest === undefined || minor <= kubernetesMinor(newest)!)
  );
}

/** Kubernetes versions that the installed release supports, by upstream's word or by ours. */
export const acceptedRange = ({ kubernetes, exception }: ChartSupport): KubernetesRange => ({
  ...kubernetes,
  ...(exception && { newest: exception.newest }),
});

/** Remedy for an installed release that does not support a minor, at the place that says which one is installed. */
export function remedyFor(support: ChartSupport, version: string, place = chartFile(support)): string {
  const release = releaseFor(support, version);
  const { source, record = chartFile(support) } = support;
  return release
    ? `take chart version ${release.version} in ${place} (${release.source})`
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
