// The documented wirings of the TypeScript SDK's second line, one per word on the command line:
//   dual      createMcpHandler as it comes: 2026-07-28, and the older revisions without sessions
//   modern    the same, older revisions refused
//   bearer    dual behind requireBearerAuth: demo-token works, demo-noscope lacks the scope, demo-expired is expired
//   jwt       the same behind the authorization server that the suite starts for as=demo
//   sessions  2026-07-28, and the older revisions with sessions, told apart by isLegacyRequest
import { randomUUID } from 'node:crypto';
import {
  createMcpExpressApp,
  getOAuthProtectedResourceMetadataUrl,
  mcpAuthMetadataRouter,
  requireBearerAuth,
} from '@modelcontextprotocol/express';
import { NodeStreamableHTTPServerTransport, toNodeHandler, toWebRequest } from '@modelcontextprotocol/node';
import {
  createMcpHandler,
  isInitializeRequest,
  isLegacyRequest,
  McpServer,
  OAuthError,
  OAuthErrorCode,
} from '@modelcontextprotocol/server';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as z from 'zod';

const mode = process.argv[2];
const port = Number(process.env.PORT);
const app = createMcpExpressApp();

function createServer() {
  const server = new McpServer({ name: `sdk2-${mode}`, version: '1.0.0' });
  server.registerTool(
    'echo',
    {
      description: 'Gives the text back.',
      inputSchema: z.object({ text: z.string() }),
      annotations: { readOnlyHint: true },
    },
    async ({ text }) => ({ content: [{ type: 'text', text }] }),
  );
  server.registerTool('fail', { description: 'Fails every time.', annotations: { readOnlyHint: true } }, async () => {
    throw new Error('this tool always fails');
  });
  server.registerResource('greeting', 'demo://greeting', { mimeType: 'text/plain' }, async (uri) => ({
    contents: [{ uri: uri.href, mimeType: 'text/plain', text: 'Hello' }],
  }));
  server.registerPrompt(
    'summarize',
    { description: 'Asks for a summary.', argsSchema: z.object({ topic: z.string() }) },
    ({ topic }) => ({
      messages: [{ role: 'user', content: { type: 'text', text: `Summarize ${topic} in one sentence.` } }],
    }),
  );
  return server;
}

const entry = (options) => {
  const handler = toNodeHandler(createMcpHandler(createServer, options));
  return (req, res) => handler(req, res, req.body);
};

const transports = new Map();

async function serveSession(req, res) {
  const id = req.headers['mcp-session-id'];
  let transport = transports.get(id);
  if (!transport && !id && isInitializeRequest(req.body)) {
    transport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      onsessioninitialized: (opened) => void transports.set(opened, transport),
      onsessionclosed: (closed) => void transports.delete(closed),
    });
    await createServer().connect(transport);
  }
  if (transport) return transport.handleRequest(req, res, req.body);
  const [status, code, message] = id ? [404, -32001, 'Session not found'] : [400, -32000, 'Session ID required'];
  return res.status(status).json({ jsonrpc: '2.0', id: null, error: { code, message } });
}

function protect(issuer, verifyAccessToken) {
  const resourceServerUrl = new URL(`http://127.0.0.1:${port}/mcp`);
  const oauthMetadata = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
  };
  const resourceMetadataUrl = getOAuthProtectedResourceMetadataUrl(resourceServerUrl);
  app.use(mcpAuthMetadataRouter({ oauthMetadata, resourceServerUrl, scopesSupported: ['mcp'] }));
  const guard = requireBearerAuth({ verifier: { verifyAccessToken }, requiredScopes: ['mcp'], resourceMetadataUrl });
  app.all('/mcp', guard, entry({}));
}

if (mode === 'sessions') {
  const modern = entry({ legacy: 'reject' });
  app.all('/mcp', async (req, res) => {
    const legacy = await isLegacyRequest(await toWebRequest(req, req.body));
    await (legacy ? serveSession : modern)(req, res);
  });
} else if (mode === 'bearer') {
  const hour = 3600;
  const tokens = {
    'demo-token': { scopes: ['mcp'], lifetime: hour },
    'demo-noscope': { scopes: [], lifetime: hour },
    'demo-expired': { scopes: ['mcp'], lifetime: -hour },
  };
  protect('https://auth.example', async (token) => {
    if (!Object.hasOwn(tokens, token)) throw new OAuthError(OAuthErrorCode.InvalidToken, 'unknown token');
    const { scopes, lifetime } = tokens[token];
    return { token, clientId: 'demo', scopes, expiresAt: Math.floor(Date.now() / 1000) + lifetime };
  });
} else if (mode === 'jwt') {
  const issuer = 'http://127.0.0.1:9400';
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  protect(issuer, async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, audience: `http://127.0.0.1:${port}/mcp` });
      return { token, clientId: payload.client_id, scopes: payload.scope.split(' '), expiresAt: payload.exp };
    } catch (reason) {
      throw new OAuthError(OAuthErrorCode.InvalidToken, reason.message);
    }
  });
} else if (mode === 'dual' || mode === 'modern') {
  app.all('/mcp', entry(mode === 'modern' ? { legacy: 'reject' } : {}));
} else {
  throw new Error(`no such mode: ${mode}`);
}

app.listen(port, '127.0.0.1');
