import { asMap, textOf } from "../../terraform-json/json-map";
import { type Stage, watched } from "./watched";

/** Plays the controller of load balancers: a service that asks for one has its name. */
export const playLoadBalancers = (stage: Stage): Promise<void> =>
  watched("/api/v1/services", stage, async ({ metadata, spec, status }) => {
    const { namespace, name } = asMap(metadata);
    const isWaiting =
      asMap(spec).type === "LoadBalancer" && asMap(asMap(status).loadBalancer).ingress === undefined;
    if (isWaiting) {
      const path = `/api/v1/namespaces/${textOf(namespace)}/services/${textOf(name)}`;
      const ingress = [{ hostname: `${textOf(name)}.elb.example` }];
      await stage.client.merge(`${path}/status`, { status: { loadBalancer: { ingress } } });
    }
  });
