import type { AlertCases } from "./alert-case.cases";

const NOT_ASKED =
  'apiserver_admission_webhook_fail_open_count{name="validation.gatekeeper.sh",type="validating",instance="10.13.19.5:443"}';

/** Evidence for rules about the policies that judge objects. */
export const POLICIES_CASES: AlertCases = {
  ObjectsNotJudged: [
    {
      when: "Gatekeeper does not answer for two minutes",
      series: { [NOT_ASKED]: "0x10 4 9x30" },
      at: "18m",
      alerts: [
        {
          severity: "warning",
          since: "16m",
          labels: { name: "validation.gatekeeper.sh" },
          description:
            "The API server admitted objects without an answer of webhook validation.gatekeeper.sh.",
        },
      ],
    },
    { when: "it answers again", series: { [NOT_ASKED]: "0x10 4 9x60" }, at: "40m", alerts: [] },
    { when: "it always answered", series: { [NOT_ASKED]: "9x60" }, at: "40m", alerts: [] },
  ],
};
