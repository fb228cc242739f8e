import type { PolicyCases } from "./policy.cases";
import type { Manifest } from "../../../constructs/manifests";

const deployment = (labels: Readonly<Record<string, string>>): Manifest => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "whitehall", namespace: "apps", labels },
  spec: {},
});

/** Evidence for the policy required-labels. */
export const REQUIRED_LABELS_CASES: PolicyCases = {
  parameters: { labels: ["app.kubernetes.io/name", "app.kubernetes.io/instance"] },
  cases: [
    {
      name: "with every label",
      object: deployment({
        "app.kubernetes.io/name": "whitehall",
        "app.kubernetes.io/instance": "whitehall",
      }),
    },
    {
      name: "without one of them",
      object: deployment({ "app.kubernetes.io/name": "whitehall" }),
      refusal: "metadata.labels: expected app.kubernetes.io/instance, got none",
    },
    {
      name: "with an empty one",
      object: deployment({ "app.kubernetes.io/name": "", "app.kubernetes.io/instance": "whitehall" }),
      refusal: "metadata.labels: expected app.kubernetes.io/name, got none",
    },
  ],
};
