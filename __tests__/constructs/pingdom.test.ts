import { describe, expect, it } from "vitest";
import { PingdomCheck } from "../../src/constructs/pingdom/check";
import { PINGDOM } from "../../src/constructs/pingdom/provider";
import { PingdomTeam } from "../../src/constructs/pingdom/team";
import { RegistryProviderBlock } from "../../src/constructs/registry-provider";
import { Terraform } from "../support/terraform";

const { json } = Terraform.of((scope) => {
  new RegistryProviderBlock(scope, PINGDOM);
  new PingdomCheck(scope, "site", {
    name: "production: site",
    host: "www.gov.uk",
    path: "/healthz",
    shouldContain: undefined,
    intervalMinutes: 1,
    teamIds: [new PingdomTeam(scope, "team", "GOV.UK on call").teamId],
    tags: ["production", "govuk"],
  });
});

describe("a check of Pingdom's", () => {
  it("asks the host for the path, over HTTPS, as often as it is told", () => {
    expect(json.resource.pingdom_check.site).toMatchObject({
      type: "http",
      host: "www.gov.uk",
      url: "/healthz",
      encryption: true,
      port: 443,
      resolution: 1,
    });
    expect(json.resource.pingdom_check.site).not.toHaveProperty("shouldcontain");
  });

  it("tells the team after two failures in a row, and when there is an answer again", () => {
    expect(json.data.pingdom_team.team).toEqual({ name: "GOV.UK on call" });
    expect(json.resource.pingdom_check.site).toMatchObject({
      teamids: ["${data.pingdom_team.team.id}"],
      sendnotificationwhendown: 2,
      notifywhenbackup: true,
    });
  });

  it("takes a certificate that is not trusted, or will not be in a week, for an outage", () => {
    expect(json.resource.pingdom_check.site).toMatchObject({
      verify_certificate: true,
      ssl_down_days_before: 7,
    });
  });

  it("has its tags in the order that the provider reads them back in", () => {
    expect(json.resource.pingdom_check.site.tags).toBe("govuk,production");
  });

  it("is made by the provider at its exact version, which signs in with what the workspace has", () => {
    expect(json.terraform.required_providers.pingdom).toEqual({
      source: PINGDOM.source,
      version: PINGDOM.version,
    });
    expect(json.provider.pingdom).toEqual([{}]);
  });
});
