/** A published Helm chart at one version. */
export interface Chart {
  /** Repository's index as `https://…`, or folder that holds the chart as `oci://…`. */
  readonly repository: string;
  readonly name: string;

  /** Exact, such as `1.21.1`. */
  readonly version: string;
}
