import type { AlertingConfig, ReceiverConfig, SmtpConfig } from "../alerting";
import { EMAIL } from "../../checking/email";
import { KEBAB_CASE } from "../../checking/matches";
import { isWhole, LAST_PORT } from "../../checking/numbers";
import { type Path, problem, show } from "../../checking/problem";
import { SLACK_CHANNEL } from "../../checking/slack-channel";

/** Problems of the receivers of alerts and of the server for e-mails. */
export const problemsOfReceivers = ({ receivers, routes, smtp }: AlertingConfig, path: Path): string[] => [
  ...Object.entries(receivers).flatMap(([name, receiver]) => [
    ...problemsOfName(name, [...path, "receivers", name]),
    ...problemsOfReceiver(receiver, [...path, "receivers", name]),
    ...(routes.some((route) => route.receiver === name)
      ? []
      : [
          problem(
            [...path, "receivers", name],
            "a route to it",
            "none",
            "add one to routes, or leave it out",
          ),
        ]),
  ]),
  ...(smtp === undefined && Object.values(receivers).some(isEmailed)
    ? [
        problem(
          [...path, "smtp"],
          "the server that e-mails go through, since a receiver is e-mailed",
          "nothing",
          "add it, or take the receivers of kind email and zendesk away",
        ),
      ]
    : []),
  ...(smtp === undefined ? [] : problemsOfServer(smtp, [...path, "smtp"])),
];

const isEmailed = ({ kind }: ReceiverConfig): boolean => kind === "email" || kind === "zendesk";

/** True for text such as `smtp.example:587`. */
const isHostAndPort = (text: string): boolean => {
  const [, port] = /^[a-z0-9.-]+:(\d{1,5})$/.exec(text) ?? [];
  return isWhole(Number(port), 1, LAST_PORT);
};

const problemsOfServer = ({ smarthost, from }: SmtpConfig, path: Path): string[] => [
  ...(isHostAndPort(smarthost)
    ? []
    : [
        problem(
          [...path, "smarthost"],
          "host and port such as smtp.example:587",
          show(smarthost),
          "write no scheme",
        ),
      ]),
  ...(EMAIL.test(from)
    ? []
    : [problem([...path, "from"], "an e-mail address", show(from), "write one, without a name")]),
];

/** Name of the receiver that Alertmanager's configuration already has, for alerts without a route. */
const NOBODY = "nobody";

const problemsOfName = (name: string, path: Path): string[] =>
  name !== NOBODY && KEBAB_CASE.test(name)
    ? []
    : [
        problem(
          path,
          "a name in kebab-case such as slack-search-team",
          show(name),
          name === NOBODY ? "nobody hears of what no route matches" : "rename it, and the routes to it",
        ),
      ];

function problemsOfReceiver(receiver: ReceiverConfig, path: Path): string[] {
  switch (receiver.kind) {
    case "slack":
      return SLACK_CHANNEL.test(receiver.channel)
        ? []
        : [
            problem(
              [...path, "channel"],
              "a channel such as #platform-support",
              show(receiver.channel),
              "begin with # and write lower case",
            ),
          ];
    case "email":
      return EMAIL.test(receiver.to)
        ? []
        : [problem([...path, "to"], "an e-mail address", show(receiver.to), "write one, without a name")];
    case "zendesk":
      return /^[a-z0-9-]+$/.test(receiver.subdomain)
        ? []
        : [
            problem(
              [...path, "subdomain"],
              "the first part of a host name at zendesk.com",
              show(receiver.subdomain),
              'write "example" for example.zendesk.com',
            ),
          ];
    case "pagerduty":
    case "opsgenie":
    case "webhook":
    case "teams":
      return receiver.keyInSecret === undefined || SECRET_KEY.test(receiver.keyInSecret)
        ? []
        : [
            problem(
              [...path, "keyInSecret"],
              'a key of the secret such as "search_team_url"',
              show(receiver.keyInSecret),
              "write letters, digits, _, - and . alone: the secret itself stays in Secrets Manager",
            ),
          ];
    case "sns":
      return [];
  }
}

/** Key of a Kubernetes Secret, which is the name of a file in Alertmanager's pods. */
const SECRET_KEY = /^(?!\.\.)[A-Za-z0-9._-]{1,253}$/;
