/**
 * Document of Session Manager that forwards a port of the caller's machine to one host, and takes no other.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
 */
export const forwarding = (clusterName: string, host: string): string =>
  JSON.stringify({
    schemaVersion: "1.0",
    description: `Forwards a port to the Kubernetes API of ${clusterName}`,
    sessionType: "Port",
    parameters: {
      localPortNumber: {
        type: "String",
        description: "Port on the caller's machine",
        allowedPattern: "^[0-9]{4,5}$",
        default: "8443",
      },
    },
    properties: {
      portNumber: "443",
      type: "LocalPortForwarding",
      localPortNumber: "{{ localPortNumber }}",
      host,
    },
  });
