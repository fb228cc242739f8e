import { describe, expect, it } from "vitest";
import type { ExternalServicesSettings } from "../../../src/settings/external-services/external-services";
import { problemsWith } from "../../support/environments";

const problemsOf = (externalServices: ExternalServicesSettings): string =>
  problemsWith({ externalServices }).join("\n");

const checks = (name: string, check: object) =>
  ({
    uptime: { checks: { [name]: { host: "www.gov.uk", severity: "page", ...check } } },
  }) as ExternalServicesSettings;

describe("uptime checks", () => {
  it("are accepted with a host, a path and a text", () => {
    expect(problemsOf(checks("site", { path: "/healthz", shouldContain: "ok" }))).toBe("");
  });

  it.each([
    [
      "a scheme in the host",
      "site",
      { host: "https://www.gov.uk" },
      "externalServices.uptime.checks.site.host: expected a host",
    ],
    [
      "a path without a slash",
      "site",
      { path: "healthz" },
      "externalServices.uptime.checks.site.path: expected a path",
    ],
    [
      "a query in the path",
      "site",
      { path: "/?a=${b}" },
      "externalServices.uptime.checks.site.path: expected a path",
    ],
    [
      "an address of numbers, which no certificate is for",
      "site",
      { host: "10.0.0.1" },
      "externalServices.uptime.checks.site.host: expected a host",
    ],
    [
      "a host that nobody outside can ask",
      "site",
      { host: "cms.production.govuk-internal.digital" },
      'checks.site.host: expected a host that can be asked from outside, got "cms.production.govuk-internal.digital"; ask one of a public zone',
    ],
    [
      "a path that Route 53 would refuse",
      "site",
      { path: `/${"a".repeat(255)}` },
      "externalServices.uptime.checks.site.path: expected a path of at most 255",
    ],
    [
      "an empty text",
      "site",
      { shouldContain: " " },
      "externalServices.uptime.checks.site.shouldContain: expected a text of 1 to 255",
    ],
    [
      "a text that Terraform would take for its own",
      "site",
      { shouldContain: "Hello ${name}" },
      "checks.site.shouldContain: expected a text",
    ],
    [
      "a text of several lines",
      "site",
      { shouldContain: "one\ntwo" },
      "checks.site.shouldContain: expected a text",
    ],
    [
      "a text that Route 53 would refuse",
      "site",
      { shouldContain: "a".repeat(256) },
      "checks.site.shouldContain: expected a text",
    ],
    [
      "a name that no alarm could have",
      "Site!",
      {},
      'externalServices.uptime.checks["Site!"]: expected a name',
    ],
    [
      "an unknown severity",
      "site",
      { severity: "shout" },
      "externalServices.uptime.checks.site.severity: expected",
    ],
  ])("are refused with %s", (_, name, check, message) => {
    expect(problemsOf(checks(name, check))).toContain(message);
  });

  it("are refused where two ask the same", () => {
    const same = { host: "www.gov.uk", severity: "page" } as const;

    expect(problemsOf({ uptime: { checks: { one: same, two: { ...same, path: "/" } } } })).toContain(
      'externalServices.uptime.checks.two: expected a host and path that no other check asks, got those of "one"; remove one',
    );
  });

  it("are refused where nobody would hear of an outage", () => {
    const destination = { pingdomTeam: " ", emailSecret: "not a name" };
    const message = problemsOf({ uptime: { destinations: { page: destination, warning: destination } } });

    expect(message).toContain("destinations.warning.pingdomTeam: expected the name of a team at Pingdom");
    expect(message).toContain("destinations.warning.emailSecret: expected the name of a secret");
    expect(message).not.toContain("destinations.page");
  });

  it("are refused with a team that Terraform would take for its own", () => {
    const destination = { pingdomTeam: "${team}", emailSecret: "govuk/uptime" };

    expect(problemsOf({ uptime: { destinations: { page: destination, warning: destination } } })).toContain(
      'destinations.warning.pingdomTeam: expected the name of a team at Pingdom, got "${team}"',
    );
  });
});
