/** A published Helm chart at one version. */
export interface Chart {
  /** Repository's index as `https://…`, or folder that holds the chart as `oci://…`. */
  readonly repository: string;
  readonly name: string;

  /** Exact, such as `1.21.1`. */
  readonly version: string;
}

/** Exact versions of charts, by their names. */
export type ChartVersions = Readonly<Record<string, string>>;

/** Chart at the version that a release of the platform has; at its own where the release, or a cluster, says nothing. */
export const pinned = ({ repository, name, version }: Chart, versions: ChartVersions = {}): Chart => ({
  repository,
  name,
  version: versions[name] ?? version,
});
