import type { Manifest } from "../../../constructs/manifests";
import type { PolicyCases } from "./policy.cases";

const HOST = "whitehall.example";

type Annotations = Readonly<Record<string, string>>;

const ingress = (spec: object, annotations: Annotations = {}, namespace = "apps"): Manifest => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "whitehall", namespace, annotations },
  spec: { ...spec },
});

const withHosts = (...hosts: readonly string[]) => ({ rules: hosts.map((host) => ({ host })) });

const service = (annotations: Annotations): Manifest => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "whitehall", namespace: "apps", annotations },
  spec: { ports: [{ port: 80 }] },
});

const HOSTNAME = "external-dns.alpha.kubernetes.io/hostname";

const DECLARED = "example/hosts";

/** Namespace of a product that declares hosts. */
const product = (name: string, hosts: string, annotation = DECLARED): Manifest => ({
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name, annotations: { [annotation]: hosts } },
});

const condition = (...values: readonly string[]): Annotations => ({
  "alb.ingress.kubernetes.io/conditions.whitehall": JSON.stringify([
    { field: "host-header", hostHeaderConfig: { values } },
  ]),
});

/** Evidence for the policy declared-ingress-hosts. */
export const DECLARED_INGRESS_HOSTS_CASES: PolicyCases = {
  parameters: {
    annotation: DECLARED,
    hosts: [
      { namespace: "apps", hosts: [HOST, "publisher.example", "*assets*.example"] },
      { namespace: "permits", hosts: ["permits.example"] },
    ],
  },
  cases: [
    { name: "with hosts that its namespace declares", object: ingress(withHosts(HOST, "publisher.example")) },
    {
      name: "with a host that nobody declares",
      object: ingress(withHosts(HOST, "www.example")),
      refusal: "host www.example: expected one that apps declares, got another",
    },
    {
      name: "with a host that another namespace declares",
      object: ingress(withHosts("permits.example")),
      refusal: "host permits.example: expected one that apps declares",
    },
    {
      name: "with a host and a wildcard that the namespace of its product declares",
      object: ingress(withHosts("tides.example", "*.tides.example"), {}, "tides-live"),
      inventory: [product("tides-live", "tides.example,*.tides.example")],
    },
    {
      name: "with a host that the namespace of another product declares",
      object: ingress(withHosts("tides.example"), {}, "maps-live"),
      inventory: [product("tides-live", "tides.example"), product("maps-live", "maps.example")],
      refusal: "host tides.example: expected one that maps-live declares",
    },
    {
      name: "with a host right below a wildcard of its product, which it does not declare",
      object: ingress(withHosts("a.tides.example"), {}, "tides-live"),
      inventory: [product("tides-live", "*.tides.example")],
      refusal: "host a.tides.example: expected one that tides-live declares",
    },
    {
      name: "with a host in an annotation of its namespace that Terraform does not write",
      object: ingress(withHosts("tides.example"), {}, "tides-live"),
      inventory: [product("tides-live", "tides.example", "hosts")],
      refusal: "host tides.example: expected one that tides-live declares",
    },
    {
      name: "in a namespace that declares no hosts",
      object: ingress(withHosts(HOST), {}, "default"),
      refusal: "expected one that default declares",
    },
    {
      name: "with a rule without a host",
      object: ingress({ rules: [{ host: HOST }, { http: { paths: [] } }] }),
      refusal: "spec.rules[1].host: expected a host, got none",
    },
    {
      name: "with an empty host",
      object: ingress(withHosts("")),
      refusal: "spec.rules[0].host: expected a host, got none",
    },
    {
      name: "with a default backend",
      object: ingress({ ...withHosts(HOST), defaultBackend: { service: { name: "whitehall" } } }),
      refusal: "spec.defaultBackend: expected none",
    },
    {
      name: "with a wildcard",
      object: ingress(withHosts("*.example")),
      refusal: "host *.example: expected no wildcard, got one",
    },
    {
      name: "with a wildcard that its namespace declares for conditions",
      object: ingress(withHosts("*assets*.example")),
      refusal: "host *assets*.example: expected no wildcard, got one",
    },
    {
      name: "with a host of TLS that nobody declares",
      object: ingress({ ...withHosts(HOST), tls: [{ hosts: ["www.example"] }] }),
      refusal: "host www.example",
    },
    {
      name: "with a record for a host that nobody declares",
      object: ingress(withHosts(HOST), { [HOSTNAME]: `${HOST}, WWW.example.` }),
      refusal: "host www.example",
    },
    {
      name: "as a Service with a record for a host that nobody declares",
      object: service({ [HOSTNAME]: "www.example" }),
      refusal: "host www.example",
    },
    {
      name: "as a Service with an internal record for a host that nobody declares",
      object: service({ "external-dns.alpha.kubernetes.io/internal-hostname": "www.example" }),
      refusal: "host www.example",
    },
    { name: "as a Service with a record for a declared host", object: service({ [HOSTNAME]: HOST }) },
    { name: "as a Service without a record", object: service({}) },
    {
      name: "with a condition on a declared host and a declared pattern",
      object: ingress(withHosts(HOST), condition("publisher.example", "*assets*.example")),
    },
    {
      name: "with a condition on a host that nobody declares",
      object: ingress(withHosts(HOST), condition("www.example")),
      refusal: "host www.example",
    },
    {
      name: "with a condition on every host",
      object: ingress(withHosts(HOST), condition("*")),
      refusal: "host *: expected one that apps declares",
    },
    {
      name: "with a condition whose keys are in another case",
      object: ingress(withHosts(HOST), {
        "alb.ingress.kubernetes.io/conditions.whitehall": '[{"HostHeaderConfig":{"Values":["www.example"]}}]',
      }),
      refusal: "host www.example",
    },
    {
      name: "with a condition whose key has a capital that is an escape",
      object: ingress(withHosts(HOST), {
        "alb.ingress.kubernetes.io/conditions.whitehall":
          '[{"\\u0048ostHeaderConfig":{"values":["www.example"]}}]',
      }),
      refusal: "host www.example",
    },
    {
      name: "with a condition whose key has a letter that the controller takes for an s",
      object: ingress(withHosts(HOST), {
        "alb.ingress.kubernetes.io/conditions.whitehall":
          '[{"ho\\u017ftHeaderConfig":{"values":["www.example"]}}]',
      }),
      refusal: "expected a key of a condition such as hostHeaderConfig, got hoſtHeaderConfig",
    },
    {
      name: "with conditions on everything else that the controller knows",
      object: ingress(withHosts(HOST), {
        "alb.ingress.kubernetes.io/conditions.whitehall": JSON.stringify([
          { field: "path-pattern", pathPatternConfig: { values: ["/a"], regexValues: ["/b.*"] } },
          { field: "http-header", httpHeaderConfig: { httpHeaderName: "a", values: ["b"] } },
          { field: "http-request-method", httpRequestMethodConfig: { values: ["GET"] } },
          { field: "query-string", queryStringConfig: { values: [{ key: "a", value: "b" }] } },
          { field: "source-ip", sourceIPConfig: { values: ["10.0.0.0/8"] } },
        ]),
      }),
    },
    {
      name: "with a condition on hosts by a regular expression",
      object: ingress(withHosts(HOST), {
        "alb.ingress.kubernetes.io/conditions.whitehall": '[{"hostHeaderConfig":{"regexValues":[".+"]}}]',
      }),
      refusal: "host .+",
    },
    {
      name: "with a condition that is not JSON",
      object: ingress(withHosts(HOST), { "alb.ingress.kubernetes.io/conditions.whitehall": "www.example" }),
      refusal:
        "metadata.annotations[alb.ingress.kubernetes.io/conditions.whitehall]: expected JSON, got another text",
    },
  ],
};
