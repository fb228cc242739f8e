import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const problemsOf = (kubePrometheusStack: object) => problemsWith({ addons: { kubePrometheusStack } });
const wrong = (text: string) => `production clusters.govuk.addons.kubePrometheusStack.${text}`;

describe("addons.kubePrometheusStack.retentionDays", () => {
  it.each([1, 90, 730])("may be %d", (retentionDays) => {
    expect(problemsOf({ retentionDays })).toEqual([]);
  });

  it.each([0, 1.5, 731])("may not be %d", (retentionDays) => {
    expect(problemsOf({ retentionDays })).toEqual([
      wrong(
        `retentionDays: expected a whole number of days from 1 to 730, got ${retentionDays}; keep what must last ` +
          "longer elsewhere, by remote write",
      ),
    ]);
  });
});

describe("addons.kubePrometheusStack.storageGib", () => {
  it.each([10, 16384])("may be %d", (storageGib) => {
    expect(problemsOf({ storageGib })).toEqual([]);
  });

  it.each([9, 16385])("may not be %d", (storageGib) => {
    expect(problemsOf({ storageGib })).toEqual([
      wrong(
        `storageGib: expected a whole number of GiB from 10 to 16384, got ${storageGib}; EBS can make a volume larger ` +
          "later, but never smaller",
      ),
    ]);
  });
});
