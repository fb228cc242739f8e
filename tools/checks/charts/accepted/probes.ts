import type { Accepted } from "./accepted-finding";

/** Containers without probes of their own. */
export const PROBES: readonly Accepted[] = [
  {
    release: "cluster-autoscaler",
    finding: /: container aws-cluster-autoscaler has no readinessProbe/,
    because: "nothing sends it requests, and its chart knows no such probe",
  },
  {
    release: "argo-workflows",
    finding: /^Deployment argo-workflows-workflow-controller: container controller has no readinessProbe/,
    because: "nothing sends it requests, and its chart knows no such probe",
  },
  {
    release: "kyverno",
    finding:
      /^Deployment kyverno-reports-controller: container controller has no livenessProbe, readinessProbe/,
    because: "nothing sends it requests, and its chart knows no probes for it",
  },
  {
    release: "grafana",
    finding: /^Deployment grafana: container grafana-sc-dashboard has no livenessProbe, readinessProbe/,
    because: "without it Grafana goes on with the dashboards that it has",
  },
  {
    release: "argo-cd",
    finding: /: container application-controller has no livenessProbe/,
    because: "its chart knows no such probe",
  },
  {
    release: "cert-manager",
    finding: /^Deployment cert-manager: container cert-manager-controller has no readinessProbe/,
    because: "nothing sends it requests, and its chart knows no such probe",
  },
  {
    release: "cert-manager",
    finding:
      /^Deployment cert-manager-cainjector: container cert-manager-cainjector has no livenessProbe, readinessProbe/,
    because:
      "nothing sends it requests, and its chart knows no probes for it; it ends where it loses its lease",
  },
];
