import type { HelmValues } from "../../../constructs/helm-values";
import type { Manifest } from "../../../constructs/manifests";
import type { PolicyCase, PolicyCases } from "./policy.cases";

const TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount/token";

const monitor = (kind: string, spec: HelmValues): Manifest => ({
  apiVersion: kind === "ScrapeConfig" ? "monitoring.coreos.com/v1alpha1" : "monitoring.coreos.com/v1",
  kind,
  metadata: { name: "whitehall", namespace: "apps" },
  spec,
});

const endpoint = (settings: HelmValues): Manifest =>
  monitor("ServiceMonitor", { endpoints: [{ port: "metrics", ...settings }] });

const refused = (path: string, object: Manifest): PolicyCase => ({
  name: `with a file at ${path} of a ${object.kind}`,
  object,
  refusal: `spec.${path}: expected a reference to a Secret, got a file of Prometheus`,
});

/** Evidence for the policy no-monitor-files. */
export const NO_MONITOR_FILES_CASES: PolicyCases = {
  parameters: {},
  cases: [
    { name: "that needs no credentials", object: endpoint({}) },
    {
      name: "with credentials of a Secret",
      object: endpoint({
        authorization: { credentials: { name: "metrics", key: "token" } },
        tlsConfig: { ca: { secret: { name: "metrics", key: "ca" } } },
      }),
    },
    refused("endpoints.0.bearerTokenFile", endpoint({ bearerTokenFile: TOKEN })),
    refused(
      "endpoints.0.authorization.credentialsFile",
      endpoint({ authorization: { credentialsFile: TOKEN } }),
    ),
    refused("endpoints.0.tlsConfig.caFile", endpoint({ tlsConfig: { caFile: TOKEN } })),
    refused("endpoints.0.tlsConfig.certFile", endpoint({ tlsConfig: { certFile: TOKEN } })),
    refused("endpoints.0.tlsConfig.keyFile", endpoint({ tlsConfig: { keyFile: TOKEN } })),
    refused(
      "podMetricsEndpoints.0.bearerTokenFile",
      monitor("PodMonitor", { podMetricsEndpoints: [{ bearerTokenFile: TOKEN }] }),
    ),
    refused("tlsConfig.keyFile", monitor("Probe", { tlsConfig: { keyFile: TOKEN } })),
    refused("fileSDConfigs", monitor("ScrapeConfig", { fileSDConfigs: [{ files: [TOKEN] }] })),
  ],
};
