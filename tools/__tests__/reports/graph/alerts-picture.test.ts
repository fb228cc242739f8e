import { expect, test } from "vitest";
import { alertsPicture } from "../../../reports/graph/alerts-picture";
import { mainCluster } from "../../../../src/settings/environment/environment";
import { environment } from "../../../../__tests__/support/environments";
import { environments } from "../../../../__tests__/support/platform";

const { boxes, arrows } = alertsPicture(mainCluster(environments.find(({ name }) => name === "production")!));

/** Lines of the alerts of a receiver. */
const alertsOf = (receiver: string) => boxes.find(({ id }) => id === `alerts ${receiver}`)!.lines;

test("tells which alerts a receiver gets, and when", () => {
  expect(alertsOf("slack-search")).toEqual(["destination=slack-search, only in-hours"]);
  expect(arrows.map(({ from, to }) => [from, to])).toContainEqual([
    "alerts slack-search",
    "receiver slack-search",
  ]);
});

test("tells of a route for alerts without a label that they have none", () => {
  expect(alertsOf("slack-platform-engineering-low-priority")).toContain(
    "severity=critical, namespace=none, only in-hours",
  );
});

test("names the channel, address or account behind a receiver", () => {
  const receivers = boxes
    .filter(({ colour }) => colour === "yellow")
    .map(({ title, lines }) => [title, ...lines]);

  expect(receivers).toContainEqual(["Slack", "#govuk-search"]);
  expect(receivers).toContainEqual(["Zendesk", "govuk.zendesk.com"]);
});

test("is empty where no alerts are sent", () => {
  expect(
    alertsPicture(
      environment({
        addons: { kubePrometheusStack: false, grafana: false, oauth2Proxy: false, tempo: false },
      }),
    ).boxes,
  ).toEqual([]);
});
