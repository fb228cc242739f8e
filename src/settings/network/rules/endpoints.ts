import type { OfClusterNetwork } from "./of-network";
import { ENDPOINT_SERVICES } from "../endpoints";
import { problem, show } from "../../checking/problem";

/** Switches of services that have one of their own, by the end of the service's name. */
const ELSEWHERE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ENDPOINT_SERVICES).flatMap(([name, services]) =>
    services.map((service) => [service, `endpoints.${name}`]),
  ),
);

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

/** Refuses endpoints of which Terraform makes one and another exists: a VPC takes one with private DNS. */
export const existingEndpointsAreNotMade = ({ network: { endpoints } }: OfClusterNetwork): string[] =>
  endpoints.existing.flatMap((service, index) => {
    const path = ["endpoints", "existing", index];
    if (!SERVICE.test(service)) {
      return [
        problem(
          path,
          'the end of a service\'s name, such as "sts"',
          show(service),
          "leave out com.amazonaws and the region",
        ),
      ];
    }
    const made = Object.entries(ENDPOINT_SERVICES).find(
      ([name, services]) =>
        endpoints[name as keyof typeof ENDPOINT_SERVICES] &&
        (services as readonly string[]).includes(service),
    );
    if (made !== undefined || endpoints.others.includes(service)) {
      return [
        problem(
          path,
          `a service that endpoints.${made?.[0] ?? "others"} makes no endpoint for`,
          show(service),
          made?.[0] === "ecr"
            ? "list ecr.api and ecr.dkr, or neither"
            : "leave it out in one of the two places",
        ),
      ];
    }
    return endpoints.existing.indexOf(service) < index
      ? [problem(path, "each service once", `${service} again`, "remove it")]
      : [];
  });
