import type { OfClusterNetwork } from "./of-network";
import { problem, show } from "../../checking/problem";

/** Services whose endpoints have a switch of their own, or need a gateway. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  s3: "endpoints.s3",
  "ecr.api": "endpoints.ecr",
  "ecr.dkr": "endpoints.ecr",
  secretsmanager: "endpoints.secretsManager",
  "bedrock-runtime": "endpoints.bedrockRuntime",
};

const GATEWAYS: readonly string[] = ["dynamodb"];

const SERVICE = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/;

/**
 * Further endpoints are of services that have interface endpoints, each once.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export const otherEndpointsAreInterfaces = ({ network: { endpoints } }: OfClusterNetwork): string[] =>
  endpoints.others.flatMap((service, index) => {
    const path = ["endpoints", "others", index];
    const got = show(service);
    if (Object.hasOwn(ELSEWHERE, service)) {
      return [
        problem(path, `${ELSEWHERE[service]}, which makes this endpoint`, got, "switch that on instead"),
      ];
    }
    if (GATEWAYS.includes(service)) {
      return [
        problem(
          path,
          "a service with an interface endpoint",
          got,
          "its gateway endpoint is not built yet: leave it out",
        ),
      ];
    }
    if (!SERVICE.test(service)) {
      return [
        problem(
          path,
          'the end of a service\'s name, such as "sts"',
          got,
          "leave out com.amazonaws and the region",
        ),
      ];
    }
    return endpoints.others.indexOf(service) < index
      ? [problem(path, "each service once", `${got} again`, "remove it: a VPC takes one with private DNS")]
      : [];
  });
