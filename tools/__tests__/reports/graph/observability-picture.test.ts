import { describe, expect, test } from "vitest";
import { observabilityPicture } from "../../../reports/graph/observability-picture";
import { mainCluster } from "../../../../src/settings/environment/environment";
import { environments } from "../../../../__tests__/support/platform";
import { environment } from "../../../../__tests__/support/environments";

const production = observabilityPicture(mainCluster(environments.find(({ name }) => name === "production")!));

const titles = (picture: typeof production) => picture.boxes.map(({ title }) => title);

describe("the picture of observability", () => {
  test("leads from an application to the engineer who is woken", () => {
    const path = ["applications prometheus", "prometheus alertmanager", "alertmanager receivers pagerduty"];
    const arrows = production.arrows.map(({ from, to }) => `${from} ${to}`);

    expect(arrows).toEqual(expect.arrayContaining(path));
  });

  test("tells CloudWatch of the silence of the topic that must never fall silent", () => {
    expect(production.arrows).toContainEqual(
      expect.objectContaining({ from: "receivers sns", to: "cloudwatch", dashed: true }),
    );
  });

  test("draws no arrow to or from a box that is not there", () => {
    const ids = new Set(production.boxes.map(({ id }) => id));

    expect(production.arrows.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
  });

  test("leaves out what is switched off", () => {
    const quiet = observabilityPicture(
      environment({
        addons: { fluentBit: false, tempo: false },
        externalServices: { sentry: false, uptime: false },
        alarmEmailSecret: false,
      }),
    );

    expect(titles(production)).toEqual(expect.arrayContaining(["Tempo", "Fluent Bit", "Sentry", "alarms"]));
    expect(titles(quiet)).not.toEqual(expect.arrayContaining(["Tempo"]));
    expect(titles(quiet).filter((title) => ["Fluent Bit", "Sentry", "alarms"].includes(title))).toEqual([]);
  });

  test.each([
    [{ type: "cloudwatch", retentionDays: 30 }, "CloudWatch, 30 days"],
    [
      {
        type: "opensearch",
        endpoint: "logs.eu-west-1.es.amazonaws.com",
        domainArn: "arn:aws:es:eu-west-1:123456789012:domain/logs",
      },
      "logs.eu-west-1.es.amazonaws.com",
    ],
  ] as const)("says where logs go: %o", (destination, words) => {
    const { boxes } = observabilityPicture(environment({ addons: { fluentBit: { destination } } }));

    expect(boxes.find(({ id }) => id === "logs")!.lines.join(" ")).toBe(words);
  });
});
