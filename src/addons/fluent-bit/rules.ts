import { HTTPS, type Needs, type Reach } from "../../settings/addon-definition/definition";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import type { ControlPlaneLogsConfig, LogDestinationConfig } from "./settings";
import { isDomainName } from "../../settings/dns/rules";
import { LOG_RETENTION_DAYS } from "../../settings/checking/log-retention";
import { oneOf, problem, show } from "../../settings/checking/problem";
import { SECRET_NAME } from "../../settings/checking/secret-path";

const AT = ["addons", "fluentBit"];

/** Logstash's address comes from Secrets Manager. */
export function needsOfLogs({ addons: { fluentBit } }: ClusterEnvironmentConfig): Needs {
  return fluentBit !== false && fluentBit.destination.type === "logstash"
    ? { externalSecrets: "the address of Logstash" }
    : {};
}

/** The port of Logstash is in a secret, so that every port is open; everything else is AWS. */
export function reachOfLogs({ addons: { fluentBit } }: ClusterEnvironmentConfig): Reach {
  return fluentBit !== false && fluentBit.destination.type === "logstash" ? { "": "every" } : HTTPS();
}

/** Logs can get to where they are sent. */
export function problemsOfLogs({
  organisation: { secretsPrefix },
  region,
  addons: { fluentBit },
}: ClusterEnvironmentConfig): string[] {
  return fluentBit === false
    ? []
    : [
        ...problemsOfDestination(fluentBit.destination, region, secretsPrefix),
        ...(fluentBit.controlPlane ? problemsOfControlPlane(fluentBit.controlPlane, secretsPrefix) : []),
      ];
}

const DOMAIN_ARN = /^arn:aws:es:([a-z0-9-]+):\d{12}:domain\/[a-z][a-z0-9-]{2,27}$/;

function problemsOfDestination(
  destination: LogDestinationConfig,
  region: string,
  secretsPrefix: string,
): string[] {
  const at = [...AT, "destination"];
  switch (destination.type) {
    case "logstash":
      return problemsOfSecret([...at, "secret"], destination.secret, secretsPrefix);
    case "cloudwatch":
      return LOG_RETENTION_DAYS.includes(destination.retentionDays)
        ? []
        : [
            problem(
              [...at, "retentionDays"],
              oneOf(LOG_RETENTION_DAYS.map(String)),
              show(destination.retentionDays),
              "CloudWatch takes no other",
            ),
          ];
    case "opensearch":
      return [
        ...(isDomainName(destination.endpoint)
          ? []
          : [
              problem(
                [...at, "endpoint"],
                "the domain's host",
                show(destination.endpoint),
                "leave out the scheme and whatever comes after the host",
              ),
            ]),
        ...(DOMAIN_ARN.exec(destination.domainArn)?.[1] === region
          ? []
          : [
              problem(
                [...at, "domainArn"],
                `an ARN such as "arn:aws:es:${region}:<account>:domain/logs"`,
                show(destination.domainArn),
                "see aws opensearch describe-domain; requests are signed for the environment's region",
              ),
            ]),
      ];
  }
}

const problemsOfControlPlane = ({ url, secret }: ControlPlaneLogsConfig, secretsPrefix: string): string[] => [
  ...(isHttps(url) && !/[$%\s]/.test(url)
    ? []
    : [
        problem(
          [...AT, "controlPlane", "url"],
          'an HTTPS address such as "https://logs.example/firehose"',
          show(url),
          "Data Firehose sends over nothing else; a user or password belongs in the secret",
        ),
      ]),
  ...problemsOfSecret([...AT, "controlPlane", "secret"], secret, secretsPrefix),
];

function isHttps(text: string): boolean {
  const { protocol, username, password } = URL.canParse(text) ? new URL(text) : { protocol: undefined };
  return protocol === "https:" && username === "" && password === "";
}

const problemsOfSecret = (path: readonly string[], secret: string, secretsPrefix: string): string[] =>
  SECRET_NAME.test(secret) && secret.startsWith(`${secretsPrefix}/`)
    ? []
    : [
        problem(
          path,
          `a secret below ${secretsPrefix}/`,
          show(secret),
          "External Secrets may read nothing else; store it there",
        ),
      ];
