import { describe, expect, it } from "vitest";
import { environment, problemsWith } from "../../../support/environments";

const problemsOf = (fluentBit: object): string => problemsWith({ addons: { fluentBit } }).join("\n");

const domainArn = "arn:aws:es:eu-west-1:123456789012:domain/logs";

describe("logs", () => {
  it.each([
    [{ type: "logstash", secret: "govuk/logit-host" }],
    [{ type: "cloudwatch", retentionDays: 30 }],
    [{ type: "opensearch", endpoint: "logs.eu-west-1.es.amazonaws.com", domainArn }],
  ])("may go to %o", (destination) => {
    expect(problemsOf({ destination })).toBe("");
  });

  it.each([
    [
      "a secret that nobody may read",
      { type: "logstash", secret: "elsewhere/logit" },
      "secret: expected a secret below govuk/",
    ],
    [
      "days that CloudWatch does not take",
      { type: "cloudwatch", retentionDays: 31 },
      "retentionDays: expected one of 1, 3, 5",
    ],
    [
      "an address where a host belongs",
      { type: "opensearch", endpoint: "https://logs.example", domainArn },
      "endpoint: expected the domain's host",
    ],
    [
      "what is no domain",
      { type: "opensearch", endpoint: "logs.example", domainArn: "logs" },
      "domainArn: expected an ARN",
    ],
    [
      "a domain of another region, which would not know the signature",
      {
        type: "opensearch",
        endpoint: "logs.example",
        domainArn: domainArn.replace("eu-west-1", "eu-west-2"),
      },
      'domainArn: expected an ARN such as "arn:aws:es:eu-west-1:',
    ],
    ["a destination that there is none of", { type: "papyrus" }, "addons.fluentBit"],
  ])("are refused with %s", (_, destination, message) => {
    expect(problemsOf({ destination })).toContain(message);
  });

  it.each([
    "http://logs.example",
    "logs.example",
    "https://${logs}.example",
    "https://",
    "https://user@logs.example",
  ])("of the control plane are not sent on to %s", (url) => {
    expect(problemsOf({ controlPlane: { url, secret: "govuk/logs" } })).toContain(
      "addons.fluentBit.controlPlane.url: expected an HTTPS address",
    );
  });

  it("need no address of Logstash where they go elsewhere", () => {
    const copied = (fluentBit: object | false) => {
      const { externalSecrets } = environment({ addons: { fluentBit } as never }).addons;
      return externalSecrets ? externalSecrets.secrets.map(({ name }) => name) : [];
    };

    expect(copied({})).toContain("logit-host");
    expect(copied(false)).not.toContain("logit-host");
    expect(copied({ destination: { type: "cloudwatch", retentionDays: 30 } })).not.toContain("logit-host");
  });

  it.each([
    ["no copy", []],
    ["a copy elsewhere", [{ path: "govuk/logit-host", name: "logit-host", namespace: "cluster-services" }]],
    [
      "a copy without the port",
      [{ path: "govuk/logit-host", name: "logit-host", namespace: "monitoring", keys: ["host"] }],
    ],
  ])("are refused where their address is not copied: %s", (_, secrets) => {
    const problems = (settings: object) =>
      problemsWith({ addons: { externalSecrets: { secrets }, ...settings } }).join("\n");

    expect(problems({})).toContain(
      "production clusters.govuk.addons.externalSecrets.secrets: expected a copy named logit-host in monitoring with host and port, " +
        "from which Fluent Bit knows Logstash, got none; copy govuk/logit-host, or send logs elsewhere",
    );
    expect(problems({ fluentBit: false })).not.toContain("logit-host");
    expect(problems({ fluentBit: { destination: { type: "cloudwatch", retentionDays: 30 } } })).not.toContain(
      "logit-host",
    );
  });

  it("need External Secrets for the address of Logstash alone", () => {
    const problems = (destination: object) =>
      problemsWith({ addons: { externalSecrets: false, fluentBit: { destination } } }).join("\n");

    expect(problems({ type: "logstash", secret: "govuk/logit-host" })).toContain(
      "since fluentBit needs it for the address of Logstash",
    );
    expect(problems({ type: "cloudwatch", retentionDays: 30 })).not.toContain("fluentBit");
  });
});
