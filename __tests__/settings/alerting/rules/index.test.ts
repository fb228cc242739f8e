import { describe, expect, it } from "vitest";
import type { AddonsSettings } from "../../../../src/settings/addons";
import type { AlertingConfig } from "../../../../src/settings/alerting/alerting";
import { PRODUCTION_ALERTING } from "../../../../src/platform/alerting/production";
import { problemsWith } from "../../../support/environments";

const alerting = (different: object) => ({
  addons: {
    kubePrometheusStack: { alerting: { ...SMALL, ...different } },
  } as AddonsSettings,
});

const SMALL: AlertingConfig = {
  receivers: { team: { kind: "slack", channel: "#team" } },
  routes: [{ match: { severity: "page" }, receiver: "team" }],
  timeIntervals: {},
};

const HOURS = { weekdays: ["monday"], from: "09:00", until: "17:30", timezone: "Europe/London" };

const WATCHDOG = { match: { alertname: "Watchdog" }, receiver: "team", interval: "1m", repeat: "1m" };

const problemsOf = (different: object) => problemsWith(alerting(different));
const wrong = (text: string) => `production clusters.govuk.addons.kubePrometheusStack.alerting.${text}`;

describe("alerting", () => {
  it("may be as little as one receiver and a route to it, or nothing", () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ receivers: {}, routes: [] })).toEqual([]);
  });

  it("is refused where what its receivers keep secret is not copied", () => {
    const addons = {
      ...alerting({}).addons,
      dex: { signIn: { password: true, reason: "Made for a test." } },
      fluentBit: false,
      externalSecrets: { secrets: [] },
    };

    expect(problemsWith({ addons, grafanaDatabase: false })).toEqual([
      "production clusters.govuk.addons.externalSecrets.secrets: expected a copy named alertmanager-receivers in monitoring, " +
        "which Alertmanager mounts, got none; copy govuk/alertmanager/receivers, or leave every receiver out of " +
        "addons.kubePrometheusStack.alerting",
    ]);
  });

  it("needs no secret for a topic", () => {
    const addons = {
      ...alerting({ receivers: { team: { kind: "sns" } }, routes: [WATCHDOG] }).addons,
      dex: { signIn: { password: true, reason: "Made for a test." } },
      fluentBit: false,
      externalSecrets: { secrets: [] },
    };

    expect(problemsWith({ addons, grafanaDatabase: false })).toEqual([]);
  });
});

describe("a route that wakes an engineer", () => {
  const problemsOfRoute = (match: object) =>
    problemsOf({ receivers: { pager: { kind: "pagerduty" } }, routes: [{ match, receiver: "pager" }] });

  it.each([
    ["no severity", { destination: "search" }, "none"],
    ["alerts without a severity too", { severity: ["page", ""] }, "alerts without one as well"],
  ])("may not match %s, which any team's alert could have", (_, match, got) => {
    expect(problemsOfRoute(match)).toEqual([
      wrong(
        `routes[0].match.severity: expected a severity, since "pager" wakes an engineer, got ${got}; ` +
          'write "page": the policy paging-rules keeps that from the alerts of applications',
      ),
    ]);
  });

  it("may match any severity, and a list", () => {
    expect(problemsOfRoute({ severity: "critical", destination: "search" })).toEqual([]);
    expect(problemsOfRoute({ severity: ["page", "critical"] })).toEqual([]);
  });
});

describe("a receiver", () => {
  it.each(["team", "Team", "team general", "#", "#Team", "@team"])(
    "may not write to channel %o",
    (channel) => {
      expect(problemsOf({ receivers: { team: { kind: "slack", channel } } })).toEqual([
        wrong(
          `receivers.team.channel: expected a channel such as #platform-support, got "${channel}"; begin with # ` +
            "and write lower case",
        ),
      ]);
    },
  );

  it.each(["team", "Team <team@example.org>", "team@example"])("may not write to %o", (to) => {
    const smtp = PRODUCTION_ALERTING.smtp;

    expect(problemsOf({ smtp, receivers: { team: { kind: "email", to } } })).toEqual([
      wrong(`receivers.team.to: expected an e-mail address, got "${to}"; write one, without a name`),
    ]);
  });

  it.each(["pagerduty", "opsgenie", "webhook", "teams"])(
    "of kind %s may not have its secret in the file, where a key belongs",
    (kind) => {
      const keyInSecret = "https://example.org/hooks/1";

      expect(problemsOf({ receivers: { team: { kind, keyInSecret } } })).toEqual([
        wrong(
          `receivers.team.keyInSecret: expected a key of the secret such as "search_team_url", got "${keyInSecret}"; ` +
            "write letters, digits, _, - and . alone: the secret itself stays in Secrets Manager",
        ),
      ]);
      expect(problemsOf({ receivers: { team: { kind, keyInSecret: "floods_url" } } })).toEqual([]);
    },
  );

  it("may not be at an address of Zendesk's where its first part is wanted", () => {
    const smtp = PRODUCTION_ALERTING.smtp;

    expect(
      problemsOf({ smtp, receivers: { team: { kind: "zendesk", subdomain: "govuk.zendesk.com" } } }),
    ).toEqual([
      wrong(
        "receivers.team.subdomain: expected the first part of a host name at zendesk.com, got " +
          '"govuk.zendesk.com"; write "example" for example.zendesk.com',
      ),
    ]);
  });

  it.each([
    { kind: "email", to: "team@example.org" },
    { kind: "zendesk", subdomain: "govuk" },
  ])("may not be e-mailed without a server: %o", (receiver) => {
    expect(problemsOf({ receivers: { team: receiver } })).toEqual([
      wrong(
        "smtp: expected the server that e-mails go through, since a receiver is e-mailed, got nothing; add it, or " +
          "take the receivers of kind email and zendesk away",
      ),
    ]);
  });

  it("may not be e-mailed through a server without a port", () => {
    const smtp = { ...PRODUCTION_ALERTING.smtp, smarthost: "smtps://smtp.example" };

    expect(problemsOf({ smtp })).toEqual([
      wrong(
        'smtp.smarthost: expected host and port such as smtp.example:587, got "smtps://smtp.example"; write no scheme',
      ),
    ]);
  });

  it("may not be e-mailed through a port that does not exist, or from nobody", () => {
    const smtp = { ...PRODUCTION_ALERTING.smtp, smarthost: "smtp.example:70000", from: "GOV.UK" };

    expect(problemsOf({ smtp })).toEqual([
      wrong(
        'smtp.smarthost: expected host and port such as smtp.example:587, got "smtp.example:70000"; write no scheme',
      ),
      wrong('smtp.from: expected an e-mail address, got "GOV.UK"; write one, without a name'),
    ]);
  });

  it.each([
    ["hears of something else", { match: { severity: "page" } }],
    [
      "hears of it only where another label matches too",
      { match: { alertname: "Watchdog", severity: "page" } },
    ],
    ["hears of it every four hours", { repeat: undefined }],
    ["hears of it when people are at work", { during: "in-hours" }],
    ["hears of it every ten minutes", { interval: "10m", repeat: "10m" }],
  ])("may not be a topic that %s, since its silence sets off an alarm", (_, different) => {
    const timeIntervals = "during" in different ? { "in-hours": HOURS } : {};

    expect(
      problemsOf({
        receivers: { team: { kind: "sns" } },
        routes: [{ ...WATCHDOG, ...different }],
        timeIntervals,
      }),
    ).toEqual([
      wrong(
        "receivers.team: expected a route to it of Watchdog alone, at any hour, that repeats every five minutes at " +
          "least, got none; its topic sets off an alarm in CloudWatch when it falls silent",
      ),
    ]);
  });

  it("may not be one that no route leads to", () => {
    const receivers = { ...SMALL.receivers, other: { kind: "pagerduty" } };

    expect(problemsOf({ receivers })).toEqual([
      wrong("receivers.other: expected a route to it, got none; add one to routes, or leave it out"),
    ]);
  });

  it("may not be nobody, who hears of everything else", () => {
    expect(
      problemsOf({
        receivers: { nobody: { kind: "pagerduty" } },
        routes: [{ match: { severity: "page" }, receiver: "nobody" }],
      }),
    ).toEqual([
      wrong(
        'receivers.nobody: expected a name in kebab-case such as slack-search-team, got "nobody"; nobody hears of ' +
          "what no route matches",
      ),
    ]);
  });

  it("may not be of an unknown kind", () => {
    expect(problemsOf({ receivers: { team: { kind: "fax" } } })).toEqual([
      expect.stringMatching(
        /^production clusters\.govuk\.addons\.kubePrometheusStack\.alerting\.receivers\.team\.kind: expected /,
      ),
    ]);
  });
});

describe("a route", () => {
  const route = { match: { severity: "page" }, receiver: "team" };

  it("may not lead to a receiver that does not exist", () => {
    expect(problemsOf({ routes: [route, { match: { severity: "warning" }, receiver: "tean" }] })).toEqual([
      wrong('routes[1].receiver: expected the name of a receiver, got "tean"; did you mean team?'),
    ]);
  });

  it("may not be open in a time interval that does not exist", () => {
    expect(problemsOf({ routes: [{ ...route, during: "in-hours" }] })).toEqual([
      wrong('routes[0].during: expected the name of a time interval, got "in-hours"; add it'),
    ]);
  });

  it.each([
    ["the same", { severity: "page" }],
    ["less", { severity: "page", team: "search" }],
    ["several, each of them one of its own", { severity: ["page"] }],
  ])("is unreachable behind one that takes %s", (_, match) => {
    expect(problemsOf({ routes: [route, { match, receiver: "team" }] })).toEqual([
      wrong(
        "routes[1].match: expected alerts that an earlier route leaves over, got none: " +
          "addons.kubePrometheusStack.alerting.routes[0] takes them all; move it before " +
          "addons.kubePrometheusStack.alerting.routes[0], match on more labels there, or let that one continue",
      ),
    ]);
  });

  it("is unreachable behind several that take all of it between them", () => {
    const warning = { ...route, match: { severity: "warning" } };
    const both = { ...route, match: { severity: ["page", "warning"], team: "search" } };

    expect(problemsOf({ routes: [route, warning, both] })).toEqual([
      wrong(
        "routes[2].match: expected alerts that an earlier route leaves over, got none: " +
          "addons.kubePrometheusStack.alerting.routes[0] and addons.kubePrometheusStack.alerting.routes[1] take " +
          "them all; move it before addons.kubePrometheusStack.alerting.routes[0], match on more labels there, or " +
          "let that one continue",
      ),
    ]);
  });

  it.each([
    ["that continues", { ...route, continue: true }, { severity: "page" }],
    ["that takes others", route, { severity: ["page", "warning"] }],
    [
      "that takes some of each label's values",
      { ...route, match: { severity: "page", team: "search" } },
      { severity: ["page", "warning"], team: ["search", "other"] },
    ],
    [
      "that takes only some of them",
      { ...route, match: { severity: "page", team: "search" } },
      { severity: "page" },
    ],
  ])("is reached behind one %s", (_, first, match) => {
    expect(problemsOf({ routes: [first, { match, receiver: "team" }] })).toEqual([]);
  });

  it.each([
    [
      {},
      "match: expected one label at least, got an empty object; a route that takes every alert would leave none to the others",
    ],
    [
      { severity: [] },
      "match.severity: expected one value at least, got an empty list; no alert would ever match",
    ],
    [
      { destination: "" },
      'match.destination: expected one value at least, got ""; write [""] to mean alerts without it',
    ],
    [
      { "app-name": "a" },
      'match.app-name: expected the name of a label, got "app-name"; use letters, digits and _',
    ],
  ])("may not match %o", (match, text) => {
    expect(problemsOf({ routes: [{ match, receiver: "team" }] })).toEqual([wrong(`routes[0].${text}`)]);
  });

  it("without labels is not blamed for those behind it too", () => {
    expect(problemsOf({ routes: [{ ...route, match: {} }, route] })).toEqual([
      expect.stringContaining("routes[0].match: expected one label at least"),
    ]);
  });

  it.each(["5", "5 m", "1.5h", "5m30s", ""])("may not wait for %o", (wait) => {
    expect(problemsOf({ routes: [{ ...route, wait }] })).toEqual([
      wrong(
        `routes[0].wait: expected a time such as 30s, 5m, 4h or 1d, got "${wait}"; write one number and one unit`,
      ),
    ]);
  });

  it("may not look again without an interval", () => {
    expect(problemsOf({ routes: [{ ...route, interval: "0s", repeat: "0s" }] })).toEqual([
      wrong(
        'routes[0].interval: expected a time that passes, got "0s"; Alertmanager looks once in each interval; write 1m ' +
          "or more",
      ),
    ]);
  });

  it("may not look again more seldom than it is open, and so never find itself open", () => {
    const looks = (interval: string) =>
      problemsOf({
        routes: [{ ...route, during: "in-hours", interval, repeat: "1d" }],
        timeIntervals: { "in-hours": HOURS },
      });

    expect(looks("510m")).toEqual([]);
    expect(looks("511m")).toEqual([
      wrong(
        'routes[0].interval: expected a time no longer than "in-hours" is open, 510 minutes, got "511m"; Alertmanager ' +
          "looks once in each interval, and would find it closed for ever",
      ),
    ]);
  });

  it.each([
    [
      ["alertname", "app", "alertname"],
      '[2]: expected each label once, got "alertname" again; take it away: Alertmanager refuses it',
    ],
    [["..."], '[0]: expected the name of a label, got "..."; use letters, digits and _'],
    [[""], '[0]: expected the name of a label, got ""; use letters, digits and _'],
  ])("may not group by %o", (groupBy, text) => {
    expect(problemsOf({ routes: [{ ...route, groupBy }] })).toEqual([wrong(`routes[0].groupBy${text}`)]);
  });

  it("may not wait for longer than anybody would", () => {
    expect(problemsOf({ routes: [{ ...route, wait: "6d" }] })).toEqual([
      wrong('routes[0].wait: expected a time of up to 120h, got "6d"; the alert would arrive too late'),
    ]);
  });

  it.each([
    [{ repeat: "1m" }, "1m"],
    [{ interval: "12h" }, "4h"],
    [{ repeat: "6d" }, "6d"],
  ])("may not repeat before its interval is over or after it is forgotten: %o", (times, got) => {
    expect(problemsOf({ routes: [{ ...route, ...times }] })).toEqual([
      wrong(
        `routes[0].repeat: expected a time from its interval up to 120h, got "${got}"; Alertmanager looks once in each ` +
          "interval whether to repeat, and forgets what it sent longer ago",
      ),
    ]);
  });
});

describe("a time interval", () => {
  const during = { match: { severity: "page" }, receiver: "team", during: "in-hours" };
  const problemsOfHours = (different: object) =>
    problemsOf({ routes: [during], timeIntervals: { "in-hours": { ...HOURS, ...different } } });

  it("may not be one in which no route is open", () => {
    const timeIntervals = { "in-hours": HOURS, weekend: { ...HOURS, weekdays: ["saturday"] } };

    expect(problemsOf({ routes: [during], timeIntervals })).toEqual([
      wrong(
        "timeIntervals.weekend: expected a route that is open then, got none; name it as during of one, or leave it out",
      ),
    ]);
  });

  it("may be a whole day", () => {
    expect(problemsOfHours({ from: "00:00", until: "24:00" })).toEqual([]);
  });

  it.each([
    [{ weekdays: [] }, "weekdays: expected one day at least, got an empty list; no alert would ever be sent"],
    [
      { from: "17:30" },
      'until: expected a time after 17:30, got "17:30"; it would never match; for hours past midnight add another interval, and a route for it',
    ],
    [
      { until: "08:00" },
      'until: expected a time after 09:00, got "08:00"; it would never match; for hours past midnight add another interval, and a route for it',
    ],
    [{ from: "9:00" }, 'from: expected a time such as 09:30, got "9:00"; write hours and minutes, to 24:00'],
    [
      { until: "24:30" },
      'until: expected a time such as 09:30, got "24:30"; write hours and minutes, to 24:00',
    ],
  ])("that never matches is refused: %o", (different, text) => {
    expect(problemsOfHours(different)).toEqual([wrong(`timeIntervals.in-hours.${text}`)]);
  });

  it.each(["Europe/Lundun", "BST", "europe/london", ""])("is not in time zone %o", (timezone) => {
    expect(problemsOfHours({ timezone })).toEqual([
      wrong(
        `timeIntervals.in-hours.timezone: expected a time zone such as Europe/London, got "${timezone}"; take its name ` +
          "from the tz database",
      ),
    ]);
  });

  it.each(["Europe/London", "UTC"])("may be in time zone %o", (timezone) => {
    expect(problemsOfHours({ timezone })).toEqual([]);
  });

  it("needs a name", () => {
    expect(problemsOf({ routes: [{ ...during, during: "" }], timeIntervals: { "": HOURS } })).toEqual([
      wrong(
        'timeIntervals[""]: expected a name in kebab-case such as in-hours, got ""; rename it, and during of its routes',
      ),
    ]);
  });
});
