"""The Python SDK's Streamable HTTP and HTTP+SSE applications, wired as its documentation shows."""

import os
import sys

from mcp.server.mcpserver import MCPServer

mcp = MCPServer("python-sdk")


@mcp.tool()
def echo(text: str) -> str:
    """Says back what it is told"""
    return text


@mcp.resource("note://welcome")
def welcome() -> str:
    """A short text"""
    return "welcome"


mcp.run(transport=sys.argv[1], host="127.0.0.1", port=int(os.environ["PORT"]))
