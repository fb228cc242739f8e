import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchProducts } from "../support/products";
import { checkTenants } from "../../src/settings/define/products";
import { organisation } from "../support/organisation";

const wrong = fc.oneof(
  fc.anything(),
  fc.string(),
  fc.constantFrom("", "*", "#", "alphagov/", "..", "${x}", "a\nb"),
);

/** A valid entry in which some settings are something else altogether. */
const spoilt = <T extends object>(entry: T) =>
  fc
    .dictionary(fc.oneof(fc.constantFrom(...Object.keys(entry)), fc.string()), wrong, { maxKeys: 3 })
    .map((settings) => ({ ...entry, ...settings }));

const application = {
  namespace: "apps",
  repository: "alphagov/search",
  images: ["search"],
  hosts: ["search"],
};

const product = {
  product: "search",
  owner: { team: "search", channel: "#govuk-search" },
  namespaces: { apps: { sharedWith: [] as string[] } },
  applications: { search: application },
};

const problemsOf = (settings: object) =>
  checkTenants(searchProducts(undefined, JSON.stringify(settings)), [], organisation).problems;

const PROBLEM = /^tenants\/search\/search\.yaml:\d+: [^]*expected [^]+, got [^]+; [^]+$/;

describe("any applications", () => {
  it("are accepted or refused in words with a line, and never anything else", () => {
    const names = fc.oneof(fc.string(), fc.constantFrom("search", "constructor", "__proto__", "SEARCH"));
    const settings = fc.record({
      applications: fc.dictionary(names, spoilt(application), { maxKeys: 3 }),
      namespaces: fc.oneof(fc.dictionary(names, wrong, { maxKeys: 2 }), fc.constant(product.namespaces)),
    });

    fc.assert(
      fc.property(settings, (differences) => {
        for (const problem of problemsOf({ ...product, ...differences })) {
          expect(problem).toMatch(PROBLEM);
        }
      }),
    );
  });

  it("are refused when a host has two owners, wherever the two stand", () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/);
    const hosts = fc.uniqueArray(
      label.filter((host) => !["alertmanager", "argo", "dex", "grafana", "prometheus"].includes(host)),
      { minLength: 2, maxLength: 12 },
    );

    fc.assert(
      fc.property(hosts, fc.nat(), fc.nat(), (names, from, to) => {
        const owner = from % names.length;
        const thief = (owner + 1 + (to % (names.length - 1))) % names.length;
        const withHosts = (hostOf: (name: string, index: number) => string | undefined) => ({
          ...product,
          applications: Object.fromEntries(
            names.map((name, index) => [name, { namespace: "apps", hosts: [hostOf(name, index)] }]),
          ),
        });

        expect(problemsOf(withHosts((name) => name))).toEqual([]);
        expect(problemsOf(withHosts((name, index) => (index === thief ? names[owner] : name)))).toEqual([
          expect.stringContaining("T19 applications."),
        ]);
      }),
    );
  });
});
