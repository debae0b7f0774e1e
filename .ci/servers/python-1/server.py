"""The wiring of the SDK's README: one FastMCP server, served over the transport named on the command line."""

import os
import sys

from mcp.server.fastmcp import FastMCP
from mcp.types import ToolAnnotations

mcp = FastMCP("python-sdk-1", host="127.0.0.1", port=int(os.environ["PORT"]))
read_only = ToolAnnotations(readOnlyHint=True)


@mcp.tool(annotations=read_only)
def echo(text: str) -> str:
    """Gives the text back."""
    return text


@mcp.tool(annotations=read_only)
def fail() -> str:
    """Fails every time it is called."""
    raise ValueError("this tool always fails")


@mcp.resource("demo://greeting", mime_type="text/plain")
def greeting() -> str:
    """A short text."""
    return "Hello"


@mcp.prompt()
def summarize(topic: str) -> str:
    """Asks for a summary of a topic."""
    return f"Summarize {topic} in one sentence."


mcp.run(transport=sys.argv[1])
