/** A published Helm chart at one version. */
export interface Chart {
  /** `https://…` of a repository's index, or `oci://…` of the folder that holds the chart. */
  readonly repository: string;
  readonly name: string;

  /** Exact, such as `1.21.1`. */
  readonly version: string;
}
