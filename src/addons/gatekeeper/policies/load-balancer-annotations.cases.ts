import type { Manifest } from "../../../constructs/manifests";
import type { PolicyCase, PolicyCases } from "./policy.cases";

type Annotations = Readonly<Record<string, string>>;

const ingress = (annotations: Annotations, namespace = "apps"): Manifest => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "whitehall", namespace, annotations },
  spec: { rules: [{ host: "whitehall.example" }] },
});

const service = (annotations: Annotations): Manifest => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "whitehall", namespace: "apps", annotations },
  spec: { ports: [{ port: 80 }] },
});

const alb = (key: string): string => `alb.ingress.kubernetes.io/${key}`;

const REFUSED: Annotations = {
  [alb("auth-idp-oidc")]: '{"issuer":"https://evil.example"}',
  [alb("auth-type")]: "oidc",
  [alb("certificate-arn")]: "arn:aws:acm:eu-west-2:111122223333:certificate/other",
  [alb("conditions.whitehall")]: "[]",
  [alb("customer-owned-ipv4-pool")]: "pool",
  [alb("group.order")]: "-1000",
  [alb("manage-backend-security-group-rules")]: "true",
  [alb("mutual-authentication")]: "[]",
  [alb("security-groups")]: "sg-0123456789abcdef0",
  [alb("subnets")]: "subnet-0123456789abcdef0",
  [alb("tags")]: "owner=other",
  [alb("transforms.whitehall")]: "[]",
  [alb("waf-acl-id")]: "other",
  [alb("wafv2-acl-arn")]: "none",
  "external-dns.alpha.kubernetes.io/target": "evil.example",
  "external-dns.kubernetes.io/target": "evil.example",
  "kubernetes.io/ingress.class": "aws-alb",
};

const REFUSED_OF_SERVICES: Annotations = {
  [alb("target-node-labels")]: "a=b",
  "external-dns.alpha.kubernetes.io/set-identifier": "other",
  "service.beta.kubernetes.io/aws-load-balancer-type": "external",
};

const refused = (
  annotations: Annotations,
  make: (one: Annotations) => Manifest,
  what: string,
): PolicyCase[] =>
  Object.entries(annotations).map(([name, value]) => ({
    name: `${what} with ${name}, which no list allows`,
    object: make({ [name]: value }),
    refusal: `metadata.annotations[${name}]: expected no such annotation here, got ${value}`,
  }));

/** Evidence for the policy load-balancer-annotations. */
export const LOAD_BALANCER_ANNOTATIONS_CASES: PolicyCases = {
  parameters: {
    allowed: [
      { name: alb("healthcheck-path") },
      { name: alb("target-type"), values: ["ip"] },
      { name: alb("group.name"), values: ["backend"], namespaces: ["apps"] },
      { name: alb("actions.*"), namespaces: ["apps"] },
      { name: alb("ssl-policy"), values: ["ELBSecurityPolicy-TLS13-1-2-2021-06"] },
      { name: alb("inbound-cidrs"), values: ["10.*"] },
    ],
  },
  cases: [
    {
      name: "with annotations that are allowed, and others that no controller here reads",
      object: ingress({ [alb("healthcheck-path")]: "/readyz", [alb("target-type")]: "ip", "example/a": "b" }),
    },
    {
      name: "with a value that is not among those allowed",
      object: ingress({ [alb("target-type")]: "instance" }),
      refusal: "metadata.annotations[alb.ingress.kubernetes.io/target-type]: expected ip, got instance",
    },
    {
      name: "with a value that begins as one allowed",
      object: ingress({ [alb("inbound-cidrs")]: "10.1.0.0/16" }),
    },
    {
      name: "with a value that does not begin as one allowed",
      object: ingress({ [alb("inbound-cidrs")]: "0.0.0.0/0" }),
      refusal: "expected 10.*, got 0.0.0.0/0",
    },
    {
      name: "with a policy of TLS that allows old versions",
      object: ingress({ [alb("ssl-policy")]: "ELBSecurityPolicy-2016-08" }),
      refusal: "got ELBSecurityPolicy-2016-08",
    },
    { name: "in a group of its namespace", object: ingress({ [alb("group.name")]: "backend" }) },
    {
      name: "in another group",
      object: ingress({ [alb("group.name")]: "platform" }),
      refusal: "expected backend, got platform",
    },
    {
      name: "in a group of another namespace",
      object: ingress({ [alb("group.name")]: "backend" }, "permits"),
      refusal: "expected no such annotation here, got backend",
    },
    {
      name: "with an action that redirects, whatever the case of its keys",
      object: ingress({ [alb("actions.moved")]: '{"Type":"redirect","RedirectConfig":{"Path":"/"}}' }),
    },
    {
      name: "with an action that forwards to a target group",
      object: ingress({ [alb("actions.steal")]: '{"type":"forward","targetGroupARN":"arn:other"}' }),
      refusal: "expected a redirect or a fixed response, got another action",
    },
    {
      name: "with an action that is not JSON",
      object: ingress({ [alb("actions.steal")]: "forward" }),
      refusal: "expected a redirect or a fixed response, got another action",
    },
    {
      name: "with an action that forwards, behind a key whose capital is an escape",
      object: ingress({
        [alb("actions.steal")]: '{"type":"redirect","\\u0054ype":"forward","targetGroupARN":"arn:other"}',
      }),
      refusal: "expected a redirect or a fixed response, got another action",
    },
    ...refused(REFUSED, ingress, "Ingress"),
    ...refused(REFUSED_OF_SERVICES, service, "Service"),
    {
      name: "Service with an annotation that is allowed",
      object: service({ [alb("healthcheck-path")]: "/" }),
    },
  ],
};
