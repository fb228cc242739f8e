import { expect, it } from "vitest";
import { exceptionsTable, expired, farOff, remaining } from "../../../checks/policies/exceptions";
import { environment } from "../../../../__tests__/support/environments";

const excepting = environment({
  addons: {
    gatekeeper: {
      exceptions: [
        {
          policy: "no-host-access",
          namespace: "monitoring",
          name: "fluent-bit-*",
          reason: "It reads files of the node.",
          until: "2027-03-31",
        },
      ],
    },
  },
});

it("is content on the last day of an exception", () => {
  expect(expired(remaining([excepting], "2027-03-31"))).toEqual([]);
});

it("names, the day after, the exception and what is to be mended", () => {
  expect(expired(remaining([excepting], "2027-04-01"))).toEqual([
    'production clusters.govuk.addons.gatekeeper.exceptions[0].until: expected today or later, got "2027-03-31"; correct monitoring/fluent-bit-* so that it keeps no-host-access, or say again why it cannot',
  ]);
});

it("names one that has more than two years to go, which nobody would look at again", () => {
  expect(farOff(remaining([excepting], "2025-03-30"))).toEqual([]);
  expect(farOff(remaining([excepting], "2025-03-29"))).toEqual([
    'production clusters.govuk.addons.gatekeeper.exceptions[0].until: expected a day within two years, got "2027-03-31"; choose when to look at it again',
  ]);
});

const beside = { ...excepting, cluster: { ...excepting.cluster, name: "blue", main: false } };

it("shows an exception that several clusters have once, with how long it holds", () => {
  const [head, ...rows] = exceptionsTable(remaining([excepting, beside], "2027-03-30")).split("\n");

  expect(head).toMatch(/^policy +object +until +left +because +in$/);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(/^no-host-access .* 2027-03-31 +1 days .* production, production-blue$/);
});
