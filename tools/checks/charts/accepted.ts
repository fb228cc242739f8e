import type { Accepted } from "./accepted/accepted-finding";
import { CILIUM } from "./accepted/cilium";
import { CSI_DRIVERS } from "./accepted/csi-drivers";
import { DRIVERS_OF_EKS } from "./accepted/drivers-of-eks";
import { PROBES } from "./accepted/probes";
import type { ReleaseResult } from "./check-stacks";

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
  {
    release: "grafana-database-user",
    finding: /^has neither a ServiceMonitor nor a PodMonitor/,
    because: "its Job runs for seconds, and its release fails where it fails",
  },
  {
    release: "argo-workflows-database-user",
    finding: /^has neither a ServiceMonitor nor a PodMonitor/,
    because: "its Job runs for seconds, and its release fails where it fails",
  },
  {
    release: "fluent-bit",
    finding: /^DaemonSet fluent-bit: container fluent-bit: expected runAsNonRoot: true, no capabilities\.add/,
    because: "the logs of containers belong to root; it has the capability to read, and no other",
  },
  {
    release: "fluent-bit",
    finding:
      /^DaemonSet fluent-bit: expected no file of its node, got hostPath \/(var\/log|etc\/machine-id|var\/lib\/fluent-bit) ?/,
    because: "it reads the node's logs, and keeps its place in them there",
  },
  {
    release: "kube-prometheus-stack",
    finding:
      /^DaemonSet kube-prometheus-stack-prometheus-node-exporter: expected no (hostNetwork|hostPID) of its node/,
    because: "it measures the network and the processes of its node",
  },
  {
    release: "kube-prometheus-stack",
    finding:
      /^DaemonSet kube-prometheus-stack-prometheus-node-exporter: expected no file of its node, got hostPath \/(proc|sys)?/,
    because: "it measures its node's file systems, as a user that owns nothing there",
  },
  {
    release: "service account tokens",
    finding: /^Deployment external-secrets-webhook: /,
    because: "it does not start without a token, though no role is bound to the account",
  },
  ...CILIUM,
  ...CSI_DRIVERS,
  ...DRIVERS_OF_EKS,
  ...PROBES,
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
            `tools/checks/charts/accepted: ${release} no longer has ${finding.source}; remove it`,
        );

const isAbout = (one: Accepted, release: string, finding: string): boolean =>
  one.release === release && one.finding.test(finding);
