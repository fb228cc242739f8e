import { expect, it } from "vitest";
import { prerequisitesOf } from "../../../checks/emulate/prerequisites";

it("are the secrets, the zones and the issuers of tokens that stacks look for by name, each once", () => {
  const email = { aws_secretsmanager_secret_version: { email: { secret_id: "govuk/alarm-email" } } };
  const zone = { aws_route53_zone: { parent: { name: "test.govuk.digital" } } };

  const issuer = { aws_iam_openid_connect_provider: { runs: { url: "https://app.terraform.io" } } };

  expect(prerequisitesOf([{ data: email }, { data: { ...email, ...zone, ...issuer } }])).toEqual({
    aws_secretsmanager_secret: { "govuk-alarm-email": { name: "govuk/alarm-email" } },
    aws_secretsmanager_secret_version: {
      "govuk-alarm-email": {
        secret_id: "govuk/alarm-email",
        secret_string: "someone@example.org",
        depends_on: ["aws_secretsmanager_secret.govuk-alarm-email"],
      },
    },
    aws_iam_openid_connect_provider: {
      "https---app-terraform-io": {
        url: "https://app.terraform.io",
        client_id_list: ["aws.workload.identity"],
      },
    },
    aws_route53_zone: { "test-govuk-digital": { name: "test.govuk.digital" } },
  });
});

it("are not what stacks make themselves, nor anything else that they read", () => {
  const data = {
    aws_secretsmanager_secret_version: { own: { secret_id: "${aws_secretsmanager_secret.own.id}" } },
    aws_regions: { all: { name: "eu-west-1" } },
  };

  expect(prerequisitesOf([{ data }, {}])).toEqual({});
});

it("are the buckets that receive access logs, which S3 may write to", () => {
  const module = {
    logs: { access_log_bucket: "example-access" },
    traces: { access_log_bucket: "example-access" },
  };
  const { aws_s3_bucket: buckets, aws_s3_bucket_policy: policies } = prerequisitesOf([{ module }]);

  expect(buckets).toEqual({ "example-access": { bucket: "example-access" } });
  expect(JSON.stringify(policies)).toContain("logging.s3.amazonaws.com");
});
