// The TypeScript SDK's second line, wired as its READMEs show: one session per client, or both eras on one endpoint.
import { randomUUID } from 'node:crypto';
import { createMcpExpressApp } from '@modelcontextprotocol/express';
import { NodeStreamableHTTPServerTransport, toNodeHandler } from '@modelcontextprotocol/node';
import { McpServer, createMcpHandler } from '@modelcontextprotocol/server';

const newServer = () => {
  const server = new McpServer({ name: 'sdk2', version: '2.4.0' });
  server.registerTool('hello', { description: 'Says hello', annotations: { readOnlyHint: true } }, async () => ({
    content: [{ type: 'text', text: 'hello' }],
  }));
  return server;
};

const app = createMcpExpressApp();
const sessions = new Map();

async function handle(req, res) {
  const id = req.headers['mcp-session-id'];
  let transport = id ? sessions.get(id) : undefined;
  if (id && !transport) {
    res.status(404).json({ jsonrpc: '2.0', error: { code: -32001, message: 'Session not found' }, id: null });
    return;
  }
  if (!transport) {
    transport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (created) => sessions.set(created, transport),
      onsessionclosed: (closed) => sessions.delete(closed),
    });
    await newServer().connect(transport);
  }
  await transport.handleRequest(req, res, req.body);
}

const dual = toNodeHandler(createMcpHandler(newServer));
app.all('/mcp', process.argv[2] === 'dual' ? (req, res) => dual(req, res, req.body) : handle);
app.listen(Number(process.env.PORT), '127.0.0.1');
