import { describe, expect, it } from "vitest";
import { parseAccessFile } from "../../../../src/settings/access/access-file";
import { noAccess, problemsWith } from "../../../support/environments";

const PROVIDER = { issuer: "https://login.example.org/tenant/v2.0", clientId: "kubernetes" };
const LEVELS = ["developer", "readonly"];

/** Problems of a cluster with a provider, and of the access file that says who has which level. */
const problemsOf = (identityProvider: object | undefined, file = "") =>
  problemsWith({
    cluster: { ...(identityProvider !== undefined && { identityProvider }) } as object,
    access: file === "" ? noAccess : parseAccessFile("src/platform/access/production.yaml", file, LEVELS),
  });

describe("a cluster's identity provider", () => {
  it("is one whose groups have levels", () => {
    expect(
      problemsOf(PROVIDER, "readonly:\n  groups: [44444444-4444-4444-8444-444444444444, Readers of Maps]"),
    ).toEqual([]);
  });

  it.each([
    "http://login.example.org",
    "https://login.example.org?tenant=1",
    "login.example.org",
    "https://localhost",
    "https://user@login.example.org",
  ])("is not found at %s", (issuer) => {
    expect(problemsOf({ ...PROVIDER, issuer })).toEqual([
      `production clusters.govuk.identityProvider.issuer: expected an address such as "https://login.example.org", got ${JSON.stringify(issuer)}; copy the issuer of the provider's .well-known/openid-configuration, without a query`,
    ]);
  });

  it("knows the cluster by an id, and names claims that tokens can have", () => {
    expect(problemsOf({ ...PROVIDER, clientId: "", usernameClaim: "e mail", groupsClaim: "" })).toEqual([
      expect.stringContaining("identityProvider.clientId: expected the id of an application"),
      expect.stringContaining('identityProvider.usernameClaim: expected a claim such as "groups"'),
      expect.stringContaining('identityProvider.groupsClaim: expected a claim such as "groups"'),
    ]);
  });

  it("is there where an access file names groups", () => {
    expect(problemsOf(undefined, "readonly:\n  groups: [readers, others]")).toEqual([
      'production clusters.govuk.identityProvider: expected a provider of OpenID Connect, since src/platform/access/production.yaml or organisation.accessTemplates gives readonly to groups, got groups "readers" and others without one; write { issuer, clientId }, or give readonly to IAM roles',
    ]);
  });
});

describe("groups in an access file", () => {
  it("have one level each", () => {
    expect(problemsOf(PROVIDER, "readonly:\n  groups: [readers]\ndeveloper:\n  groups: [readers]")).toEqual([
      expect.stringMatching(/readonly\.groups\[0\]: expected a group that stands once, got "readers"/),
    ]);
  });

  it.each(["", " readers", "a\nb", "x".repeat(129), "$".concat("{path.cwd}")])(
    "are no text such as %j",
    (group) => {
      expect(problemsOf(PROVIDER, `readonly:\n  groups: [${JSON.stringify(group)}]`)).toEqual([
        expect.stringContaining('expected a group such as "platform-operators"'),
      ]);
    },
  );
});
