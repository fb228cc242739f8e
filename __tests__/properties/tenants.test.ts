import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { application, problemsOfTenants, smallTenants, team } from "../support/tenants";

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

const tenants = fc.oneof(
  fc.anything(),
  fc.record({
    teams: fc.oneof(fc.array(fc.oneof(fc.constant(team), spoilt(team)), { maxLength: 4 }), fc.anything()),
    applications: fc.oneof(
      fc.array(fc.oneof(fc.constant(application), spoilt(application)), { maxLength: 4 }),
      fc.anything(),
    ),
  }),
);

const PROBLEM = /^tenants \S[^]*: expected [^]+, got [^]+; [^]+$/;

describe("any tenants", () => {
  it("are accepted or refused in words, and never anything else", () => {
    fc.assert(
      fc.property(tenants, (settings) => {
        const problems = problemsOfTenants(settings);
        problems.forEach((problem) => expect(problem).toMatch(PROBLEM));
        return true;
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
        const entries = names.map((name) => ({ ...application, name, images: [name], hosts: [name] }));
        const stolen = entries.map((entry, index) =>
          index === thief ? { ...entry, hosts: [names[owner]] } : entry,
        );

        expect(problemsOfTenants({ ...smallTenants, applications: entries })).toEqual([]);
        expect(problemsOfTenants({ ...smallTenants, applications: stolen })).toEqual([
          expect.stringContaining("expected a host of its own"),
        ]);
      }),
    );
  });
});
