import type { Proxy } from "../constructs/proxy";
import type { ClusterEnvironment } from "../settings/environment/environment";
import { proxyExceptions } from "../settings/across/proxy-exceptions";

/** Proxy of a cluster, with what is reached without it; `undefined` for none. */
export const proxyOf = (environment: ClusterEnvironment): Proxy | undefined =>
  environment.cluster.proxy && {
    url: environment.cluster.proxy.url,
    except: proxyExceptions(environment),
  };
