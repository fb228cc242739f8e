import { expect, test } from "vitest";
import { largeRecords, reasonsFor } from "../../../checks/apply-offline/asked/record-sizes";

const LIMIT = 1_048_576;

const record = (release: string, share: number) => ({
  name: `services/sh.helm.release.v1.${release}.v1`,
  bytes: Math.round(share * LIMIT),
});

test("takes a record for too large from four fifths of a Secret on", () => {
  expect(largeRecords([record("dex", 0.79), record("grafana", 0.81)])).toEqual([
    `services/sh.helm.release.v1.grafana.v1: expected at most 80 % of the 1048576 bytes that a Secret has, got 849347; split the release`,
  ]);
});

test("lets a record be larger whose chart cannot be split, as far as the next version may fit", () => {
  expect(largeRecords([record("kyverno", 0.92)])).toEqual([]);
  expect(largeRecords([record("kyverno", 0.96)])).toEqual([expect.stringContaining("at most 95 %")]);
});

test("gives the reason for a record that is larger than others may be", () => {
  expect(reasonsFor([record("dex", 0.5), record("kyverno", 0.92)])).toEqual([
    expect.stringMatching(/kyverno\.v1 fills 92 % of a Secret: Kyverno's CRDs are most of it/),
  ]);
});
