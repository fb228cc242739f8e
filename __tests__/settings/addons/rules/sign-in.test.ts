import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";
import { SAML_CERTIFICATE } from "../../../../tools/samples/saml-certificate";

const problemsOf = (addons: object) => problemsWith({ addons });
const wrong = (text: string) => `production clusters.govuk.addons.${text}`;

describe("addons.dex.teams", () => {
  it.each(["gov-uk", "alphagov:", ":gov-uk", "alphagov/gov-uk", "alphagov:gov uk", "a:b:c"])(
    "may not contain %o, which lacks an organisation or a team",
    (team) => {
      expect(problemsOf({ dex: { teams: ["alphagov:gov-uk-production-deploy", team] } })).toEqual([
        wrong(
          'dex.teams[1]: expected a team with its GitHub organisation such as "example:platform", ' +
            `got "${team}"; write <organisation>:<team's slug>`,
        ),
      ]);
    },
  );

  it("may not be empty, which would let everybody in", () => {
    expect(problemsOf({ dex: { teams: [] } })).toEqual([
      wrong(
        "dex.teams: expected one team at least, got an empty list; without any, everybody with an account at the " +
          "provider could sign in",
      ),
    ]);
  });
});

describe("addons.dex.readWriteTeam", () => {
  it("may be any of the teams that sign in", () => {
    expect(problemsOf({ dex: { readWriteTeam: "alphagov:gov-uk" } })).toEqual([]);
  });

  it("may not be a team that cannot sign in", () => {
    expect(problemsOf({ dex: { teams: ["alphagov:gov-uk", "alphagov:data"] } })).toEqual([
      wrong(
        'dex.readWriteTeam: expected alphagov:gov-uk or alphagov:data, got "alphagov:gov-uk-production-deploy"; add ' +
          "it to addons.dex.teams, or no team could change anything",
      ),
    ]);
  });

  it("gives way to a password only for a sentence that says why", () => {
    expect(problemsOf({ dex: { signIn: { password: true, reason: "TODO" } } })).toEqual([
      wrong(
        'dex.signIn.reason: expected a sentence, got "TODO"; say why one shared password makes an ' +
          'administrator, or set signIn to "github"',
      ),
    ]);
  });

  it("means nothing where everybody signs in by password", () => {
    expect(
      problemsOf({ dex: { signIn: { password: true, reason: "Made for a test." }, teams: [] } }),
    ).toEqual([]);
  });
});

describe("addons.dex.signIn at another provider", () => {
  const teams = { teams: ["platform", "readers"], readWriteTeam: "platform" };
  const oidc = { name: "Entra ID", issuer: "https://login.example.org/v2.0" };
  const saml = {
    name: "Login",
    ssoUrl: "https://login.example.org/saml2",
    ssoIssuer: "login",
    certificate: SAML_CERTIFICATE,
  };
  const signingIn = (signIn: object, others: object = {}) =>
    problemsOf({ dex: { ...teams, signIn, ...others } });

  it("may speak OpenID Connect or SAML, with groups of any name", () => {
    expect(signingIn({ oidc })).toEqual([]);
    expect(signingIn({ saml })).toEqual([]);
    expect(signingIn({ oidc }, { teams: ["platform", "0f0e-11 Admins (UK)"] })).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      "speaks no HTTPS",
      { oidc: { ...oidc, issuer: "http://login.example.org" } },
      'oidc.issuer: expected an address such as https://login.example.org, got "http://login.example.org"; begin with https://',
    ],
    [
      "has a name of spaces",
      { oidc: { ...oidc, name: " " } },
      'oidc.name: expected a name for the page that users sign in at, got " "; such as "Entra ID"',
    ],
    [
      "asks for openid twice",
      { oidc: { ...oidc, scopes: ["openid", "groups"] } },
      "oidc.scopes: expected scopes beside openid, got a list; remove openid: Dex always asks for it",
    ],
    [
      "is trusted without a reason",
      { oidc: { ...oidc, unverifiedEmails: { reason: "yes" } } },
      'oidc.unverifiedEmails.reason: expected a sentence, got "yes"; say why the provider\'s addresses can be trusted',
    ],
    [
      "has a certificate that is none",
      { saml: { ...saml, certificate: "MIIB" } },
      'saml.certificate: expected a certificate in PEM, got "MIIB"; copy the signing certificate of the provider, from -----BEGIN CERTIFICATE----- to its end',
    ],
    [
      "has no name of its own",
      { saml: { ...saml, ssoIssuer: "" } },
      'saml.ssoIssuer: expected the provider\'s entity id, got ""; copy it from its metadata',
    ],
  ])("is refused where it %s", (_, signIn, problem) => {
    expect(signingIn(signIn)).toEqual([wrong(`dex.signIn.${problem}`)]);
  });

  it("may not have a group that policies cannot hold", () => {
    expect(signingIn({ oidc }, { teams: ["platform", "a, b"] })).toEqual([
      wrong(
        'dex.teams[1]: expected the name or the id of a group, as the provider sends it, got "a, b"; write at most ' +
          "256 characters without quotes, commas and backslashes, and no space at either end",
      ),
    ]);
  });

  it("needs a group too, or everybody with an account could sign in", () => {
    expect(signingIn({ saml }, { teams: [] })).toEqual([
      expect.stringContaining("dex.teams: expected one team at least"),
    ]);
  });

  it("needs a copy of its credentials where it has any", () => {
    const without = (signIn: object) =>
      problemsOf({ dex: { ...teams, signIn }, externalSecrets: { secrets: [] } }).filter((text) =>
        text.includes("dex-"),
      );

    expect(without({ saml })).toEqual([]);
    expect(without({ oidc })).toEqual([
      expect.stringContaining(
        "a copy named govuk-dex-oidc in cluster-services, with which Dex signs people in through Entra ID",
      ),
    ]);
  });
});
