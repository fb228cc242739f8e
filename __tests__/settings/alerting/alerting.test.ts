import { describe, expect, it } from "vitest";
import { ephemeral } from "../../support/organisation";
import { permanentSettings } from "../../../src/platform/environments";
import { NO_ALERTING } from "../../../src/settings/alerting/no-alerting";
import { tenants } from "../../support/organisation";
import { mainClustersOf, withoutAccess } from "../../support/environments";

const alerting = Object.fromEntries(
  mainClustersOf(permanentSettings).map(({ name, addons: { kubePrometheusStack } }) => [
    name,
    kubePrometheusStack === false ? NO_ALERTING : kubePrometheusStack.alerting,
  ]),
);

const kindsIn = (environment: string) =>
  [...new Set(Object.values(alerting[environment]!.receivers).map(({ kind }) => kind))].sort();

describe("who hears of alerts", () => {
  it("is woken, e-mailed or given a ticket by production alone", () => {
    expect(kindsIn("production")).toEqual(["email", "pagerduty", "slack", "sns", "zendesk"]);
    expect(kindsIn("staging")).toEqual(["slack", "sns"]);
    expect(kindsIn("integration")).toEqual(["slack", "sns"]);
  });

  it("is left in peace outside working hours by every environment that is not production", () => {
    for (const environment of ["integration", "staging"]) {
      const always = alerting[environment]!.routes.filter(({ during }) => during === undefined);

      expect(always.map(({ receiver }) => receiver)).toEqual(["watchdog"]);
    }
  });

  it.each(tenants.teams)("is team $name in its own channel, everywhere", ({ name, slackChannel }) => {
    for (const { receivers } of Object.values(alerting)) {
      const receiver = receivers[`slack-${name}`];

      expect(receiver).toMatchObject({ kind: "slack" });
      // The platform's own team hears of the platform's alerts where it gives support.
      expect(receiver && "channel" in receiver && receiver.channel).toBe(
        name === "platform-engineering" ? "#govuk-platform-support" : slackChannel,
      );
    }
  });

  it("is nobody in an environment that lives for days", () => {
    const [living] = mainClustersOf([withoutAccess(ephemeral({ id: "eph-abc123" }))]);

    expect(living!.addons.kubePrometheusStack).toMatchObject({ alerting: NO_ALERTING });
  });
});
