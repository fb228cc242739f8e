import type { ReleaseResult } from "./check-stack";

/** A finding that stays as it is. */
export interface Accepted {
  readonly release: string;
  readonly finding: RegExp;
  readonly because: string;
}

/** Everything that is found and not mended, with its reason. What no longer occurs must go. */
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

/** What is accepted but no longer found, unless it may be in what was not rendered. */
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
