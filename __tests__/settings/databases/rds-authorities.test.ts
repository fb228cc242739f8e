import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { rdsAuthorities } from "../../../src/settings/databases/rds-authorities";

const YEAR = 365 * 24 * 60 * 60 * 1000;

describe.each(["eu-west-1", "eu-west-2", "eu-central-1"])("rdsAuthorities of %s", (region) => {
  const certificates = rdsAuthorities(region).map((pem) => new X509Certificate(pem));

  it("are the region's own, and authorities", () => {
    expect(certificates.filter(({ subject, ca }) => !subject.includes(` ${region} `) || !ca)).toEqual([]);
  });

  it("have one for each kind of key that a database may ask for", () => {
    expect(certificates.map(({ subject }) => /Root CA (\w+)/.exec(subject)?.[1]).sort()).toEqual([
      "ECC384",
      "RSA2048",
      "RSA4096",
    ]);
  });

  it("are valid for a year and more", () => {
    expect(certificates.filter(({ validTo }) => Date.parse(validTo) < Date.now() + YEAR)).toEqual([]);
  });
});

it("are none for a region that is not known", () => {
  expect(rdsAuthorities("eu-nowhere-1")).toEqual([]);
});
