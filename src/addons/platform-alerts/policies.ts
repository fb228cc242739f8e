import type { AlertGroup } from "./alert-rule";

/** Rules about the policies that judge objects. */
export const POLICIES: AlertGroup = {
  name: "policies",
  rules: [
    {
      name: "ObjectsNotJudged",
      summary: "A webhook did not answer, so objects came into the cluster without its judgement.",
      description: "The API server admitted objects without an answer of webhook {{ $labels.name }}.",
      impact: "Applications run as before; an object that breaks a policy may be among those admitted.",
      firstLook: "Look first at what the audit of Gatekeeper found since, and at the webhook's pods.",
      levels: {
        warning: {
          expr: "sum by (name) (increase(apiserver_admission_webhook_fail_open_count[15m])) > 0",
          for: "5m",
        },
      },
    },
  ],
};
