import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

/** Everything that a cluster of Flux does without, which the environment of the tests has. */
const WITHOUT_ARGO = { reloader: { installedBy: "terraform" } } as const;

const problemsOf = (flux: unknown, addons: object = {}) =>
  problemsWith({ cluster: { gitops: "flux" }, addons: { ...WITHOUT_ARGO, ...addons, flux } });
const wrong = (text: string) => `production clusters.govuk.${text}`;

const SOURCE = { repository: "alphagov/fleet", branch: "main", path: "platform" };
const CUSTOMERS = { repository: "alphagov/customers", branch: "main", path: "clusters/govuk" };

describe("gitops", () => {
  it("is Argo CD or Flux, and nothing else", () => {
    expect(problemsWith({ cluster: { gitops: "fluxcd" } })).toEqual([
      wrong('gitops: expected one of "argo-cd", "flux", "eks-argo-cd", got "fluxcd"; write one of them'),
    ]);
  });

  it("lets Flux deliver without Argo CD and its workflows", () => {
    expect(problemsOf({ platform: SOURCE, customers: CUSTOMERS })).toEqual([]);
  });

  it("lets Flux deliver beside no Argo CD", () => {
    expect(problemsOf({}, { argoCd: { bannerColour: "#d4351c" } })).toContain(
      wrong(
        'addons.argoCd: expected false, since gitops is "flux", got settings; leave it out, or write gitops: ' +
          '"argo-cd": two programs would undo each other\'s changes',
      ),
    );
  });

  it("lets Argo CD deliver beside no Flux", () => {
    expect(problemsWith({ addons: { flux: {} } })).toEqual([
      wrong(
        'addons.flux: expected false, since gitops is "argo-cd", got settings; leave it out, or write gitops: ' +
          '"flux": two programs would undo each other\'s changes',
      ),
    ]);
  });

  it("delivers by no Flux that is off", () => {
    expect(problemsOf(false)).toEqual([
      wrong(
        'addons.flux: expected on, since gitops is "flux", got false; leave it out, and name a release that has the ' +
          "chart flux2; or leave gitops out",
      ),
    ]);
  });

  it("leaves no add-on to an Argo CD that is not there", () => {
    expect(problemsOf({}, { reloader: { installedBy: "argo-cd" } })[0]).toContain(
      "argoCd on, since reloader needs it for installing it",
    );
  });
});

describe("addons.flux", () => {
  it("needs the kind of its monitors", () => {
    expect(problemsOf({}, { prometheusOperatorCrds: false })).toContain(
      wrong(
        "addons.prometheusOperatorCrds: expected prometheusOperatorCrds on, since flux needs it for its PodMonitors, " +
          "got false; switch prometheusOperatorCrds on, or flux off as well",
      ),
    );
  });

  it("reads the organisation's repositories alone, and folders of theirs", () => {
    const source = { repository: "someone/fleet", branch: "main branch", path: "../fleet" };

    expect(problemsOf({ platform: source })).toEqual([
      wrong(
        'addons.flux.platform.repository: expected a repository of alphagov such as "alphagov/gitops", got ' +
          '"someone/fleet"; its content is applied, so no other organisation may change it',
      ),
      wrong(
        'addons.flux.platform.branch: expected a branch such as "main", got "main branch"; use letters, digits and -, _, . ' +
          "or / between them",
      ),
      wrong(
        'addons.flux.platform.path: expected a folder such as "clusters/production", got "../fleet"; write it as seen ' +
          "from the repository's root, without a slash at either end",
      ),
    ]);
  });

  it("lets customers write to another repository than the platform's", () => {
    expect(
      problemsOf({ platform: SOURCE, customers: { ...CUSTOMERS, repository: SOURCE.repository } }),
    ).toEqual([
      wrong(
        'addons.flux.customers.repository: expected another repository than the platform\'s, got "alphagov/fleet"; give ' +
          "customers one of their own: what they write to the platform's is applied with every right",
      ),
    ]);
  });

  it("reads credentials that External Secrets may read", () => {
    expect(problemsOf({ platform: { ...SOURCE, credentialsPath: "elsewhere/app" } })).toEqual([
      wrong(
        'addons.flux.platform.credentialsPath: expected a path below govuk/, got "elsewhere/app"; External Secrets may read ' +
          "nothing else; store it there",
      ),
    ]);
    expect(
      problemsOf({ platform: { ...SOURCE, credentialsPath: "govuk/app" } }, { externalSecrets: false }),
    ).toContain(
      wrong(
        "addons.externalSecrets: expected externalSecrets on, since flux needs it for its credentials, got false; switch " +
          "externalSecrets on, or flux off as well",
      ),
    );
  });

  it("has customers' credentials copied into each of their namespaces", () => {
    expect(problemsOf({ customers: { ...CUSTOMERS, secretName: "github-app" } })).toEqual([
      wrong(
        "addons.flux.customers.secretName: expected a copy in apps, licensify, datagovuk by forApplications of " +
          'addons.externalSecrets, got "github-app"; add { path, name, namespace, reason } there for each',
      ),
    ]);
  });

  it("keeps what holds its two instances apart", () => {
    expect(problemsOf({ values: { watchAllNamespaces: true } })).toEqual([
      expect.stringContaining("two instances run from this chart, and what keeps them apart is the add-on's"),
    ]);
  });
});
