import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** The Java SDK's three HTTP transports in an embedded Tomcat, wired as its documentation shows. */
public class Main {
    private static final McpSchema.Tool ECHO = McpSchema.Tool.builder()
            .name("echo")
            .description("Says back what it is told")
            .inputSchema(Map.of("type", "object", "properties", Map.of("text", Map.of("type", "string"))))
            .build();
    private static final McpSchema.ServerCapabilities CAPABILITIES =
            McpSchema.ServerCapabilities.builder().tools(true).build();

    public static void main(String[] args) throws Exception {
        HttpServlet servlet = servlet(args[0]);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(System.getProperty("java.io.tmpdir") + "/tomcat-" + args[1]);
        tomcat.setPort(Integer.parseInt(args[1]));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "mcp", servlet).setAsyncSupported(true);
        context.addServletMappingDecoded("/*", "mcp");
        tomcat.start();
        tomcat.getServer().await();
    }

    private static HttpServlet servlet(String mode) {
        if (mode.equals("sse")) {
            var transport = HttpServletSseServerTransportProvider.builder().messageEndpoint("/message").build();
            McpServer.sync(transport).serverInfo("java-sdk", "2.1.0").capabilities(CAPABILITIES)
                    .toolCall(ECHO, (exchange, request) -> echo(request)).build();
            return transport;
        } else if (mode.equals("stateless")) {
            var transport = HttpServletStatelessServerTransport.builder().messageEndpoint("/mcp").build();
            McpServer.sync(transport).serverInfo("java-sdk", "2.1.0").capabilities(CAPABILITIES)
                    .toolCall(ECHO, (context, request) -> echo(request)).build();
            return transport;
        }
        var builder = HttpServletStreamableServerTransportProvider.builder().mcpEndpoint("/mcp");
        if (mode.equals("secure")) {
            builder.securityValidator(DefaultServerTransportSecurityValidator.builder()
                    .allowedOrigin("http://127.0.0.1:*").allowedHost("127.0.0.1:*").build());
        }
        var transport = builder.build();
        McpServer.sync(transport).serverInfo("java-sdk", "2.1.0").capabilities(CAPABILITIES)
                .toolCall(ECHO, (exchange, request) -> echo(request)).build();
        return transport;
    }

    private static McpSchema.CallToolResult echo(McpSchema.CallToolRequest request) {
        String text = String.valueOf(request.arguments().get("text"));
        return McpSchema.CallToolResult.builder().addTextContent(text).build();
    }
}
