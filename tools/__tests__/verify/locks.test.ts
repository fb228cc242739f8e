import { expect, test } from "vitest";
import { verdictOf } from "../../verify/locks";

const aws = { name: "aws", source: "aws", version: "6.54.0" };
const KEY = "registry.terraform.io/hashicorp/aws 6.54.0";

const packages = ["a", "b", "c", "d"].map((letter) => `h1:${letter.repeat(43)}=`);
const archive = `zh:${"0".repeat(64)}`;

test("has nothing to say of a provider with hashes for every machine", () => {
  expect(verdictOf([aws], { [KEY]: [...packages, archive] })).toMatchObject({
    checked: "1 of 1 providers",
    findings: [],
    notChecked: [],
  });
});

test("says aloud which provider has no hashes", () => {
  expect(verdictOf([aws], {})).toMatchObject({
    checked: "0 of 1 providers",
    findings: [],
    notChecked: [expect.stringMatching(`^WITHOUT LOCK ${KEY}: `)],
  });
});

test("finds hashes of a version that no stack needs any more", () => {
  expect(verdictOf([{ ...aws, version: "6.55.0" }], { [KEY]: [...packages, archive] }).findings).toEqual([
    `src/output/provider-hashes.json: ${KEY}: expected a provider that some stack needs; run npm run lock`,
  ]);
});

test.each([
  ["a platform less", [...packages.slice(1), archive]],
  ["none of the registry's archives", packages],
  ["something that is no hash", [...packages, archive, "h1:short="]],
])("finds a record with %s", (_, hashes) => {
  expect(verdictOf([aws], { [KEY]: hashes }).findings).toEqual([
    expect.stringContaining(`${KEY}: expected a hash`),
  ]);
});
