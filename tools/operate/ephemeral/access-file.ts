/** Path of the file with the access levels of an environment's cluster. */
export const accessPath = (id: string): string => `src/platform/access/${id}.yaml`;

/** Content of a new environment's access file: everyone with access administers the cluster. */
export const accessFile = (id: string): string =>
  `# Who may do what in the cluster of ${id}. What each level allows: src/platform/access-levels.ts.
# It is there to be tried out, so whoever is let in administers it.

fulladmin:
  patterns: ['\\..*-fulladmin$']

platformengineer:
  patterns: ['\\..*platformengineer$']

tempadmin:
  patterns: ['\\..*-tempadmin$']
`;
