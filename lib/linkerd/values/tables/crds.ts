/** Values of chart linkerd-crds. How to read a table: ../table.ts. */
export const CRDS = `
cliVersion         string
enableHttpRoutes   boolean
enableTcpRoutes    boolean
enableTlsRoutes    boolean
image.version      string
installGatewayAPI  boolean  2.18-
linkerdVersion     string
`;
