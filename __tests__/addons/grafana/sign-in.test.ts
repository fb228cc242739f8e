import { describe, expect, it } from "vitest";
import { type GrafanaTeams, signInSettings } from "../../../src/addons/grafana/sign-in";
import type { Block } from "../../support/terraform";

const oauth = (teams: GrafanaTeams | false): Block =>
  (signInSettings("https://dex.example", teams) as Block)["auth.generic_oauth"];

describe("signing in to Grafana", () => {
  it("goes through Dex, at once", () => {
    expect(oauth(false)).toMatchObject({
      enabled: true,
      auto_login: true,
      use_pkce: true,
      auth_url: "https://dex.example/auth",
      token_url: "https://dex.example/token",
      api_url: "https://dex.example/userinfo",
      scopes: "openid profile email groups",
    });
  });

  it("is possible in no other way", () => {
    expect(signInSettings("https://dex.example", false)).toMatchObject({
      auth: { disable_login_form: true },
      "auth.basic": { enabled: false },
    });
  });

  it("makes members of the read-write team administrators, and lets those of others look", () => {
    const teams = { admins: "alphagov:deploy", viewers: ["alphagov:all", "alphagov:testers"] };

    expect(oauth(teams).role_attribute_path).toBe(
      "contains(groups[*], 'alphagov:deploy') && 'Admin' || " +
        "contains(groups[*], 'alphagov:all') && 'Viewer' || " +
        "contains(groups[*], 'alphagov:testers') && 'Viewer'",
    );
  });

  it("turns away who is in no team", () => {
    expect(oauth({ admins: "alphagov:deploy", viewers: [] }).role_attribute_strict).toBe(true);
  });

  it("makes everybody an administrator where there are no teams", () => {
    expect(oauth(false).role_attribute_path).toBe("'Admin'");
  });

  it("has people sign in again within a day, so that who left a team is out", () => {
    expect((signInSettings("https://dex.example", false) as Block).auth.login_maximum_lifetime_duration).toBe(
      "12h",
    );
  });
});
