import { describe, expect, it } from "vitest";
import { checkOrganisation } from "../../../src/settings/define/organisation";
import { BINDINGS } from "../../../src/settings/organisation/provider-versions";
import { organisation as settings } from "../../../src/platform/organisation";

const check = (providerVersions: object) => checkOrganisation({ ...settings, providerVersions });
const major = (version: string) => Number(version.split(".")[0]);

describe("versions of providers", () => {
  it("are those of the bindings where none is written", () => {
    expect(check({}).value.providerVersions).toEqual(BINDINGS);
  });

  it("may be newer than the bindings within their major", () => {
    expect(check({ aws: `${major(BINDINGS.aws)}.999.0` }).problems).toEqual([]);
  });

  it.each(["latest", "~> 6.54", "6.54", "6.0.0", `${major(BINDINGS.aws) + 1}.0.0`])(
    'are refused as "%s"',
    (aws) => {
      expect(check({ aws }).problems).toEqual([
        `organisation.providerVersions.aws: expected one version from ${BINDINGS.aws} on with the major ${major(BINDINGS.aws)}, as its bindings have, got "${aws}"; leave it out for ${BINDINGS.aws}, or raise @cdktf/provider-aws first`,
      ]);
    },
  );

  it("are of providers that stacks have", () => {
    expect(check({ google: "7.0.0" }).problems).toEqual([
      expect.stringContaining("organisation.providerVersions.google"),
    ]);
  });
});
