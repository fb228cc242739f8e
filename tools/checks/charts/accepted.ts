import type { ReleaseResult } from "./check-stack";

/** A finding that stays as it is. */
export interface Accepted {
  readonly release: string;
  readonly finding: RegExp;
  readonly because: string;
}

/** Findings that stay, each with its reason. An entry that no longer occurs is an error. */
export const ACCEPTED: readonly Accepted[] = [
  {
    release: "roles",
    finding: /^role renovate-irsa-\S+ trusts \S+, which no release makes$/,
    because: "Argo CD installs Renovate itself",
  },
  {
    release: "gatekeeper",
    finding: /^has neither a ServiceMonitor nor a PodMonitor/,
    because: "its chart has none: ours comes with its templates",
  },
  {
    release: "seal",
    finding: /^has neither a ServiceMonitor nor a PodMonitor/,
    because: "its jobs run for seconds; kube-state-metrics says whether they failed",
  },
];

/** Results without the findings that are accepted. */
export const withoutAccepted = (
  results: readonly ReleaseResult[],
  accepted = ACCEPTED,
): readonly ReleaseResult[] =>
  results.map((result) => ({
    ...result,
    findings: result.findings.filter(
      (finding) => !accepted.some((one) => isAbout(one, result.release, finding)),
    ),
  }));

/** Accepted findings that no longer occur, unless they may be in a release that was not rendered. */
export const noLongerFound = (results: readonly ReleaseResult[], accepted = ACCEPTED): string[] =>
  results.some(({ notRendered }) => notRendered !== undefined)
    ? []
    : accepted
        .filter(
          (one) =>
            !results.some(({ release, findings }) => findings.some((text) => isAbout(one, release, text))),
        )
        .map(
          ({ release, finding }) =>
            `tools/checks/charts/accepted.ts: ${release} no longer has ${finding.source}; remove it`,
        );

const isAbout = (one: Accepted, release: string, finding: string): boolean =>
  one.release === release && one.finding.test(finding);
