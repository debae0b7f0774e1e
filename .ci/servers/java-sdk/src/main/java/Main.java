import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Map;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/**
 * The documented wirings of the Java SDK's servlets on an embedded Tomcat: streamable, stateless, sse, and secure,
 * which is streamable with the SDK's own validator of Host and Origin.
 */
public final class Main {

  private static final String NAME = "java-sdk";
  private static final String VERSION = "1.0.0";
  private static final ServerCapabilities CAPABILITIES =
      ServerCapabilities.builder().tools(true).resources(false, true).prompts(true).build();

  private static final Tool ECHO = tool("echo", "Gives the text back.",
      Map.of("type", "object", "properties", Map.of("text", Map.of("type", "string")), "required", List.of("text")));
  private static final Tool FAIL = tool("fail", "Fails every time.", Map.of("type", "object"));
  private static final Resource GREETING =
      Resource.builder("demo://greeting", "greeting").mimeType("text/plain").build();
  private static final Prompt SUMMARIZE =
      new Prompt("summarize", "Asks for a summary.", List.of(new PromptArgument("topic", "What to summarize", true)));

  public static void main(String[] args) throws LifecycleException {
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServlet servlet = switch (args[0]) {
      case "streamable" -> streamable(HttpServletStreamableServerTransportProvider.builder());
      case "secure" -> streamable(HttpServletStreamableServerTransportProvider.builder()
          .securityValidator(onlyLocal(port)));
      case "stateless" -> stateless();
      case "sse" -> sse();
      default -> throw new IllegalArgumentException("no such mode: " + args[0]);
    };
    serve(servlet, port);
  }

  private static HttpServlet streamable(HttpServletStreamableServerTransportProvider.Builder builder) {
    var transport = builder.mcpEndpoint("/mcp").build();
    offer(McpServer.sync(transport));
    return transport;
  }

  private static HttpServlet sse() {
    var transport = HttpServletSseServerTransportProvider.builder()
        .sseEndpoint("/sse")
        .messageEndpoint("/message")
        .build();
    offer(McpServer.sync(transport));
    return transport;
  }

  private static void offer(McpServer.SyncSpecification<?> server) {
    server.serverInfo(NAME, VERSION)
        .capabilities(CAPABILITIES)
        .toolCall(ECHO, (exchange, request) -> echo(request))
        .toolCall(FAIL, (exchange, request) -> fail())
        .resources(new McpServerFeatures.SyncResourceSpecification(GREETING, (exchange, request) -> greet(request)))
        .prompts(new McpServerFeatures.SyncPromptSpecification(SUMMARIZE, (exchange, request) -> summarize(request)))
        .build();
  }

  private static HttpServlet stateless() {
    var transport = HttpServletStatelessServerTransport.builder().messageEndpoint("/mcp").build();
    McpServer.sync(transport)
        .serverInfo(NAME, VERSION)
        .capabilities(CAPABILITIES)
        .toolCall(ECHO, (context, request) -> echo(request))
        .toolCall(FAIL, (context, request) -> fail())
        .resources(
            new McpStatelessServerFeatures.SyncResourceSpecification(GREETING, (context, request) -> greet(request)))
        .prompts(
            new McpStatelessServerFeatures.SyncPromptSpecification(SUMMARIZE, (context, request) -> summarize(request)))
        .build();
    return transport;
  }

  private static DefaultServerTransportSecurityValidator onlyLocal(int port) {
    return DefaultServerTransportSecurityValidator.builder()
        .allowedHosts(List.of("127.0.0.1:" + port, "localhost:" + port))
        .allowedOrigins(List.of("http://127.0.0.1:" + port, "http://localhost:" + port))
        .build();
  }

  private static Tool tool(String name, String description, Map<String, Object> inputSchema) {
    return Tool.builder(name, inputSchema)
        .description(description)
        .annotations(ToolAnnotations.builder().readOnlyHint(true).build())
        .build();
  }

  private static CallToolResult echo(CallToolRequest request) {
    return CallToolResult.builder().addTextContent((String) request.arguments().get("text")).build();
  }

  private static CallToolResult fail() {
    throw new IllegalStateException("this tool always fails");
  }

  private static ReadResourceResult greet(ReadResourceRequest request) {
    return new ReadResourceResult(List.of(new TextResourceContents(request.uri(), "text/plain", "Hello")));
  }

  private static GetPromptResult summarize(GetPromptRequest request) {
    String text = "Summarize " + request.arguments().get("topic") + " in one sentence.";
    return new GetPromptResult(null,
        List.of(new PromptMessage(Role.USER, TextContent.builder(text).build())));
  }

  private static void serve(HttpServlet servlet, int port) throws LifecycleException {
    var tomcat = new Tomcat();
    tomcat.setBaseDir("target/tomcat-" + port);
    tomcat.setPort(port);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    var context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "mcp", servlet).setAsyncSupported(true);
    context.addServletMappingDecoded("/*", "mcp");
    tomcat.start();
    tomcat.getServer().await();
  }
}
