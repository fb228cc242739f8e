import type { Rule } from "../rendered";

/**
 * Largest Secret that the API server accepts, in bytes of its data.
 *
 * @see https://kubernetes.io/docs/concepts/configuration/secret/#restriction-data-size
 */
const SECRET_BYTES = 1024 * 1024;

/** Part of the limit that a release may take. The rest is for its chart's next versions and for more settings. */
const LARGEST_SHARE = 0.95;

/**
 * Refuses a release whose record does not fit Helm's Secret, or will soon not fit.
 *
 * @see https://helm.sh/docs/topics/advanced/#storage-backends
 */
export const recordFitsItsSecret: Rule = ({ recordBytes }) =>
  recordBytes <= LARGEST_SHARE * SECRET_BYTES
    ? []
    : [
        `Helm's record of the release: expected at most ${percent(LARGEST_SHARE)} of a Secret's 1 MiB, got ${percent(recordBytes / SECRET_BYTES)}; ` +
          "switch off CRDs and dashboards that nobody uses, or install the chart's CRDs as a release of their own",
      ];

const percent = (share: number): string => `${Math.round(share * 100)} %`;
