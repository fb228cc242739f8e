import { describe, expect, it } from "vitest";
import { plausible } from "../../../checks/charts/plausible";

describe("plausible", () => {
  it.each([
    ["${data.terraform_remote_state.infrastructure.outputs.vpc_id}", "vpc-0123456789abcdef0"],
    [
      "${data.terraform_remote_state.infrastructure.outputs.private_subnet_ids[0]}",
      "subnet-0123456789abcdef0",
    ],
    ["${data.terraform_remote_state.infrastructure.outputs.security_group_id}", "sg-0123456789abcdef0"],
    ["${data.aws_caller_identity.account.account_id}", "123456789012"],
    ["${aws_db_instance.grafana.address}:${aws_db_instance.grafana.port}", "plausible.example:5432"],
    ["${aws_thing.one.colour}", "plausible"],
    ["${upper(aws_kms_key.one.arn)}", "arn:aws:service:eu-west-1:123456789012:thing/plausible"],
  ])("fills in %s with %s", (text, value) => {
    expect(plausible(text)).toBe(value);
  });

  it("takes what is known of a reference, but not for what a function makes of it", () => {
    const known = () => "known";

    expect(plausible("${aws_vpc.one.id} ${upper(aws_vpc.one.id)}", known)).toBe("known plausible");
  });
});
