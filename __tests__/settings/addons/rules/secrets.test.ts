import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";
import { foundation } from "../../../support/services";

const secret = { path: "govuk/demo", name: "demo", namespace: "monitoring" };
const problemsOf = (externalSecrets: object, settings = {}) =>
  problemsWith({
    addons: {
      ...foundation,
      dex: { signIn: { password: true, reason: "Made for a test." } },
      externalSecrets,
    },
    ...settings,
  });
const wrong = (text: string) => `production clusters.govuk.addons.externalSecrets.${text}`;

describe("addons.externalSecrets.secrets", () => {
  it("may be copied to the same name in different namespaces", () => {
    expect(problemsOf({ secrets: [secret, { ...secret, namespace: "cluster-services" }] })).toEqual([]);
  });

  it.each(["other/demo", "govuk", "govuk/", "govuk-secrets/demo", "/govuk/demo"])(
    "may not come from %o, which the operator may not read",
    (path) => {
      expect(problemsOf({ secrets: [{ ...secret, path }] })).toEqual([
        wrong(
          `secrets[0].path: expected a path below govuk/, got "${path}"; External Secrets may read nothing else; ` +
            "store it there",
        ),
      ]);
    },
  );

  it("may be among those made for a cluster of another name", () => {
    const settings = { cluster: { name: "blue" } };

    expect(problemsOf({ secrets: [{ ...secret, path: "blue/demo" }] }, settings)).toEqual([]);
    expect(problemsOf({}, settings)).toEqual([]);
  });

  it("may not be copied to one name twice", () => {
    expect(problemsOf({ secrets: [secret, { ...secret, path: "govuk/other" }] })).toEqual([
      wrong(
        'secrets[1].name: expected a name of its own in its namespace, got "demo"; rename one of the two',
      ),
    ]);
  });

  it("need the store that they come from", () => {
    const stores = { secretsManager: false, parameterStore: true };

    expect(problemsOf({ stores, secrets: [secret] })).toEqual([
      wrong(
        "stores.secretsManager: expected secretsManager on, since the secrets come from it, got false; switch it " +
          "on, or set addons.externalSecrets.secrets to []",
      ),
    ]);
    expect(problemsOf({ stores, secrets: [] })).toEqual([]);
    expect(problemsOf({ stores, secretsFrom: "parameterStore", secrets: [secret] })).toEqual([]);
    expect(problemsOf({ secretsFrom: "parameterStore", secrets: [secret] })).toEqual([
      wrong(
        "stores.parameterStore: expected parameterStore on, since the secrets come from it, got false; switch it " +
          "on, or set addons.externalSecrets.secrets to []",
      ),
    ]);
  });

  it("copy what Dex signs people in through GitHub with, unless it does not", () => {
    const problems = (dex: object) =>
      problemsWith({ addons: { ...foundation, dex, externalSecrets: { secrets: [] } } });

    expect(problems({})).toEqual([
      wrong(
        "secrets: expected a copy named govuk-dex-github in cluster-services, with which Dex signs people in through " +
          "GitHub, got none; copy govuk/dex/github, as environments do that list no secrets",
      ),
    ]);
    expect(problems({ signIn: { password: true, reason: "Made for a test." } })).toEqual([]);
  });
});

describe("addons.externalSecrets.forApplications", () => {
  const copy = {
    path: "govuk/slack-webhook-url",
    name: "slack-webhook-url",
    namespace: "apps",
    reason: "No chart copies it.",
  };
  const problems = (...copies: object[]) =>
    problemsOf({ forApplications: copies.map((one) => ({ ...copy, ...one })) });

  it("may be copied into namespaces of applications", () => {
    expect(problems({}, { namespace: "licensify" })).toEqual([]);
  });

  it("come from below the organisation's prefix, and go into no namespace of the platform", () => {
    expect(problems({ path: "other/demo" }, { namespace: "monitoring" })).toEqual([
      expect.stringContaining("forApplications[0].path: expected a path below govuk/, got "),
      expect.stringContaining("forApplications[1].namespace: expected one of apps, "),
    ]);
  });

  it("have a name of their own, and a reason", () => {
    expect(problems({}, {}, { name: "A b", reason: "" })).toEqual([
      wrong(
        'forApplications[1].name: expected a DNS label of its own in its namespace, got "slack-webhook-url"; use lower-case letters, digits and hyphens, and each name once',
      ),
      wrong(
        'forApplications[2].name: expected a DNS label of its own in its namespace, got "A b"; use lower-case letters, digits and hyphens, and each name once',
      ),
      wrong(
        'forApplications[2].reason: expected a sentence, got ""; say why the applications\' charts do not copy it',
      ),
    ]);
  });

  it("need Secrets Manager", () => {
    const stores = { secretsManager: false, parameterStore: true };

    expect(problemsOf({ stores, secrets: [], forApplications: [copy] })).toEqual([
      wrong(
        "stores.secretsManager: expected true, since forApplications comes from it, got false; switch it on, or leave forApplications out",
      ),
    ]);
  });
});

describe("addons.externalSecrets.shared", () => {
  const shared = {
    store: "aws-secretsmanager",
    names: { apps: ["govuk/signon/*", "govuk/licensify"] },
    reason: "Charts name secrets so.",
  };

  it("may list names of an application's namespace, with a reason", () => {
    expect(problemsOf({ shared })).toEqual([]);
  });

  it.each(["govuk/*", "govuk/signon*", "govuk/*/mysql", "other/signon/*", "*", "govuk/", "govuk/a?"])(
    "may not list %o, which would stand for names of others",
    (name) => {
      const problem = wrong(
        `shared.names.apps[0]: expected a name below govuk/, such as govuk/website/*, got "${name}"; ` +
          "write whole names, with a * only after the last slash",
      );

      expect(problemsOf({ shared: { ...shared, names: { apps: [name] } } })).toEqual([problem]);
    },
  );

  it("may serve no namespace of the platform", () => {
    expect(problemsOf({ shared: { ...shared, names: { monitoring: ["govuk/grafana/*"] } } })).toEqual([
      expect.stringContaining("shared.names.monitoring: expected "),
    ]);
  });

  it.each(["aws-secretsmanager-platform", "aws-secretsmanager-apps"])(
    "may not be called %o, as another store is",
    (store) => {
      expect(problemsOf({ shared: { ...shared, store } })).toEqual([
        wrong(`shared.store: expected a name of its own, got "${store}"; call it aws-secretsmanager`),
      ]);
    },
  );

  it("needs a reason", () => {
    expect(problemsOf({ shared: { ...shared, reason: "" } })).toEqual([
      wrong(
        'shared.reason: expected a sentence, got ""; say why the names cannot begin with their namespace',
      ),
    ]);
  });
});
