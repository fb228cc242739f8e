import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { describe, expect, it } from "vitest";
import { StoredSecret } from "../../src/constructs/stored-secret";
import { tenants } from "../support/organisation";
import { platform } from "../support/platform";
import { stacksWith } from "../support/stacks";
import { type Block, Terraform } from "../support/terraform";

const production = platform["external-services-production"]!.json.resource;
const integration = platform["external-services-integration"]!.json.resource;

const blocks = (of: Block): Block[] => Object.values(of) as Block[];

describe("Sentry", () => {
  const names = Object.keys(production.sentry_key);

  it("has a key of each environment's own for every application, and projects once", () => {
    expect(names).toContain("sentry-keys_whitehall");
    expect(Object.keys(integration.sentry_key)).toEqual(names);
    expect(blocks(production.sentry_key).map(({ name }) => name)).toEqual(names.map(() => "production"));
    expect(Object.keys(integration.sentry_project)).toHaveLength(names.length);
    expect(production.sentry_project).toBeUndefined();
  });

  it("is asked for a key of the very project that another environment makes", () => {
    expect(production.sentry_key["sentry-keys_whitehall"].project).toBe(
      integration.sentry_project["sentry-projects_whitehall"].slug,
    );
  });

  it("has every application looked after by its team, which is told in its channel of production's exceptions", () => {
    const made = tenants.applications
      .filter(({ sentry }) => sentry)
      .map(({ name, team }) => {
        const { environment: about, action_filters: filters } =
          integration.sentry_alert[`sentry-alerts_${name}_alert`];
        const { teams } = integration.sentry_project[`sentry-projects_${name}`];
        return { name, team, teams, about, channel: filters[0].actions[0].slack.channel_name as string };
      });

    expect(made).toHaveLength(names.length);
    for (const { team, teams, about, channel } of made) {
      expect(teams).toEqual([`\${sentry_team.sentry-teams_${team}.slug}`]);
      expect(about).toBe("production");
      expect(channel).toBe(tenants.teams.find(({ name }) => name === team)!.slackChannel);
    }
  });

  const versions = production.aws_secretsmanager_secret_version;

  it("hands an address over through Secrets Manager alone, and anew when its key is replaced", () => {
    const version = versions["sentry-keys_licensify-dsn_version"];

    expect(version.secret_string).toBeUndefined();
    expect(version.secret_string_wo).toBe('{"dsn":"${sentry_key.sentry-keys_licensify.dsn["public"]}"}');
    expect(version.lifecycle.replace_triggered_by).toEqual(["sentry_key.sentry-keys_licensify"]);
    expect(platform["external-services-production"]!.json.output).toBeUndefined();
  });

  it("has one secret for all applications whose charts copy their own address", () => {
    const { secret_string_wo: value, lifecycle } = versions["sentry-keys_common_version"];
    const addresses = JSON.parse((value as string).replaceAll(/\["public"\]/g, ".public")) as Readonly<
      Record<string, string>
    >;

    expect(production.aws_secretsmanager_secret["sentry-keys_common_secret"].name).toBe(
      "govuk/common/sentry",
    );
    expect(addresses["whitehall-dsn"]).toBe("${sentry_key.sentry-keys_whitehall.dsn.public}");
    expect(Object.keys(addresses).sort()).toEqual(
      names
        .map((name) => `${name.replace("sentry-keys_", "")}-dsn`)
        .filter((name) => name !== "licensify-dsn")
        .sort(),
    );
    expect(lifecycle.replace_triggered_by).toHaveLength(names.length - 1);
  });

  it("has that secret written anew when an application comes or goes", () => {
    const versionOf = (...own: readonly string[]) =>
      Terraform.of((scope) => {
        new StoredSecret(scope, "secret", {
          name: "secret",
          value: Object.fromEntries(own.map((name) => [name, "value"])),
          sources: own.map((name) => new KmsKey(scope, name)),
          recoveryDays: 7,
        });
      }).only(SecretsmanagerSecretVersion).secret_string_wo_version as number;

    expect(versionOf("bin-days", "floods")).not.toBe(versionOf("bin-days", "tides"));
    expect(versionOf("bin-days")).toBe(versionOf("bin-days"));
  });

  it("reaches an application whose chart copies nothing as a Secret in its own namespace", () => {
    const release =
      platform["cluster-services-production"]!.json.resource.helm_release["sentry-dsns_secrets"];
    const { objects } = JSON.parse(release.values[0]) as { objects: Block[] };
    const copies = objects.map(({ metadata, spec }) => [
      metadata.namespace,
      metadata.name,
      spec.data[0].remoteRef.key,
    ]);

    expect(copies).toEqual([["licensify", "licensify-sentry", "govuk/sentry/licensify"]]);
  });

  it("copies from the common secret itself where charts may not read that", () => {
    const stacks = stacksWith({ addons: { externalSecrets: { shared: false } } });
    const release = stacks["cluster-services-production"]!.json.resource.helm_release["sentry-dsns_secrets"];
    const { objects } = JSON.parse(release.values[0]) as { objects: Block[] };
    const { spec } = objects.find(({ metadata }) => metadata.name === "whitehall-sentry")!;

    expect(spec.data[0].remoteRef).toEqual({ key: "govuk/common/sentry", property: "whitehall-dsn" });
    expect(spec.target.template.data).toEqual({ dsn: '{{ index . "whitehall-dsn" }}' });
  });
});

describe("uptime", () => {
  it("of every host is watched by Pingdom and by Route 53", () => {
    const hosts = (type: string, key: string) =>
      blocks(production[type])
        .map((block) => block[key])
        .sort();

    expect(hosts("pingdom_check", "host")).toContain("www.gov.uk");
    expect(hosts("aws_route53_health_check", "fqdn")).toEqual(hosts("pingdom_check", "host"));
  });

  it("is told to whom the check's severity says, wherever it was noticed", () => {
    const { "uptime_pingdom-site": page, "uptime_pingdom-grafana": warning } = production.pingdom_check;

    expect([page.resolution, warning.resolution]).toEqual([1, 5]);
    expect(page.teamids).toEqual(["${data.pingdom_team.uptime_pingdom-team-page.id}"]);
    expect(warning.teamids).toEqual(["${data.pingdom_team.uptime_pingdom-team-warning.id}"]);
    expect(production.aws_cloudwatch_metric_alarm["uptime_health-site_alarm"].alarm_actions).toEqual([
      "${aws_sns_topic.uptime_page_topic.arn}",
    ]);
  });

  it("of what answers with the right text only is looked for by both", () => {
    expect(production.pingdom_check["uptime_pingdom-site"].shouldcontain).toBe("GOV.UK");
    expect(production.aws_route53_health_check["uptime_health-site_check"]).toMatchObject({
      type: "HTTPS_STR_MATCH",
      search_string: "GOV.UK",
    });
  });

  it("is reported, encrypted, where Route 53 reports it", () => {
    const { aws_sns_topic: topics, aws_kms_key: keys, aws_cloudwatch_metric_alarm: alarms } = production;
    const made = [topics, keys, alarms].flatMap(blocks);

    expect(made.length).toBeGreaterThan(5);
    expect(new Set(made.map(({ region }) => region))).toEqual(new Set(["us-east-1"]));
    expect(blocks(topics).filter(({ kms_master_key_id: key }) => !key)).toEqual([]);
  });

  it("of nothing leaves nobody to be told", () => {
    const { "external-services-production": stack } = stacksWith({
      externalServices: { uptime: { checks: {} } },
    });

    expect(stack!.json.resource.aws_sns_topic).toBeUndefined();
    expect(stack!.json.data?.pingdom_team).toBeUndefined();
  });
});

describe("external services", () => {
  it("that are all switched off have no stack, and no copies in the cluster", () => {
    const stacks = stacksWith({ externalServices: { sentry: false, uptime: false } });

    expect(Object.keys(stacks)).not.toContain("external-services-production");
    expect(
      stacks["cluster-services-production"]!.json.resource.helm_release["sentry-dsns_secrets"],
    ).toBeUndefined();
  });
});
