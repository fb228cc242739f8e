import { describe, expect, it } from "vitest";
import { mainCluster } from "../../../src/settings/environment/environment";
import { defineEnvironment } from "../../support/organisation";
import { problemsWith, productionLike, withOneCluster } from "../../support/environments";

const PATH = "production clusters.govuk.addons.certManager";
const ZONE = "eks.production.govuk.digital";

const withCertificate = (certificate: object, namespace = "apps", secret = "api") =>
  problemsWith({
    addons: {
      certManager: {
        certificates: { [namespace]: { [secret]: { names: [`api.${ZONE}`], ...certificate } } },
      },
    },
  });

describe("addons.certManager", () => {
  it("is off unless a cluster asks for it, and then has Let's Encrypt and its staging service", () => {
    const addonsWith = (addons: object) =>
      mainCluster(defineEnvironment(withOneCluster({ ...productionLike, addons }))).addons;

    expect(addonsWith({}).certManager).toBe(false);
    expect(addonsWith({ certManager: {} }).certManager).toMatchObject({
      issuers: {
        letsencrypt: { authority: "letsencrypt" },
        "letsencrypt-staging": { authority: "letsencrypt-staging" },
      },
    });
  });

  it("takes names of the cluster's zone, with a * before the first dot too", () => {
    expect(withCertificate({ names: [ZONE, `api.${ZONE}`, `*.apps.${ZONE}`] })).toEqual([]);
  });

  it.each(["api.example.org", `evil${ZONE}`, `a.*.${ZONE}`, `API.${ZONE}`])("refuses the name %s", (name) => {
    expect(withCertificate({ names: [name] })).toEqual([
      `${PATH}.certificates.apps.api.names[0]: expected a name in the cluster's zone ${ZONE}, got "${name}"; ` +
        "cert-manager may prove no other: it writes records in no other zone",
    ]);
  });

  it("refuses a certificate without a name", () => {
    expect(withCertificate({ names: [] })).toEqual([
      `${PATH}.certificates.apps.api.names: expected from 1 to 100 names, got none; ` +
        "write the names at which its pods are called, or more than one certificate",
    ]);
  });

  it("refuses an issuer that is not there", () => {
    expect(withCertificate({ issuer: "zerossl" })).toEqual([
      `${PATH}.certificates.apps.api.issuer: expected letsencrypt or letsencrypt-staging, got "zerossl"; ` +
        "name an issuer of addons.certManager.issuers, or add it there",
    ]);
  });

  it("refuses a certificate in a namespace that is no application's", () => {
    expect(withCertificate({}, "kube-system")[0]).toContain(`${PATH}.certificates.kube-system: expected `);
  });

  it("refuses a Secret whose name Kubernetes would not take", () => {
    expect(withCertificate({}, "apps", "API")).toEqual([
      `${PATH}.certificates.apps.API: expected a name of a Secret in kebab-case, got "API"; ` +
        "write lower-case letters, digits and hyphens",
    ]);
  });

  it("refuses an issuer without a mailbox", () => {
    expect(
      problemsWith({
        addons: { certManager: { issuers: { letsencrypt: { authority: "letsencrypt", email: "#team" } } } },
      }),
    ).toEqual([
      `${PATH}.issuers.letsencrypt.email: expected an address such as team@example.org, got "#team"; name a mailbox`,
    ]);
  });

  it("refuses values that would have Ingresses make certificates", () => {
    expect(
      problemsWith({ addons: { certManager: { values: { extraArgs: ["--controllers=*"] } } } })[0],
    ).toContain("which certificates there are");
  });
});
