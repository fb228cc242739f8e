import { PRIORITY_CLASS } from "../../constructs/availability";
import type { HelmValues } from "../../constructs/helm-values";
import { mirroredImageParts, type Registries } from "../../constructs/registries";

/** The operator and its webhooks. It runs once, since running pods do not need it. */
export const operatorValues = (registries: Registries | undefined): HelmValues => ({
  prometheusOperator: {
    image: mirroredImageParts(registries, "quay.io/prometheus-operator/prometheus-operator"),
    prometheusConfigReloader: {
      image: mirroredImageParts(registries, "quay.io/prometheus-operator/prometheus-config-reloader"),
      resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "128Mi" } },
    },
    admissionWebhooks: {
      patch: {
        image: mirroredImageParts(registries, "ghcr.io/jkroepke/kube-webhook-certgen"),
        resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "128Mi" } },
      },
    },
    // Nothing runs Thanos here, but the operator is told where its image is.
    thanosImage: mirroredImageParts(registries, "quay.io/thanos/thanos"),
    priorityClassName: PRIORITY_CLASS,
    resources: { requests: { cpu: "50m", memory: "128Mi" }, limits: { memory: "512Mi" } },
  },
});
