/** A proxy, and what is reached without it. */
export interface Proxy {
  readonly url: string;

  /** Hosts, domains with a dot before them, and ranges. */
  readonly except: readonly string[];
}

/** Environment variables by which programs go through a proxy. Some know them by capitals alone. */
export const proxyVariables = ({ url, except }: Proxy): Readonly<Record<string, string>> => ({
  HTTP_PROXY: url,
  HTTPS_PROXY: url,
  NO_PROXY: except.join(","),
});
