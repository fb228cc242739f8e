import { expect, it } from "vitest";
import { callsIn, callsOf } from "../../../../checks/emulate/tenants/calls";

const line = (method: string, type: string): string =>
  `[DEBUG] provider: HTTP Request Sent: tf_resource_type=${type} tf_rpc=ApplyResourceChange rpc.method=${method} rpc.system.name=aws-api`;

it("reads from the provider's log which operations a type of resource takes", () => {
  const log = [
    line("SQS/CreateQueue", "aws_sqs_queue"),
    line('"Route 53/GetHostedZone"', "aws_route53_zone"),
    "[DEBUG] provider: HTTP Request Sent: rpc.method=STS/GetCallerIdentity",
    "[DEBUG] provider: HTTP Response Received: tf_resource_type=aws_sqs_queue rpc.method=SQS/CreateQueue",
  ].join("\n");

  expect(callsIn(log)).toEqual([
    { type: "aws_sqs_queue", call: "SQS:CreateQueue" },
    { type: "aws_route53_zone", call: "Route53:GetHostedZone" },
  ]);
});

it("names each operation of a type once in a phase", () => {
  const read = { type: "aws_sqs_queue", call: "SQS:GetQueueAttributes" };

  expect(
    callsOf([
      { ...read, phase: "plan" },
      { ...read, phase: "plan" },
      { ...read, call: "SQS:CreateQueue", phase: "apply" },
    ]),
  ).toEqual({ aws_sqs_queue: { plan: ["SQS:GetQueueAttributes"], apply: ["SQS:CreateQueue"] } });
});
