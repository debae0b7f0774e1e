"""The wiring of FastMCP's README: one server, served over the transport named on the command line.

A second word `bearer` puts it behind tokens: demo-token works, demo-noscope lacks the scope, demo-expired is expired,
demo-second is another user's. With `jwt` it trusts the authorization server that the suite starts for as=demo.
"""

import os
import sys
import time

from fastmcp import FastMCP
from fastmcp.server.auth import RemoteAuthProvider
from fastmcp.server.auth.providers.jwt import JWTVerifier, StaticTokenVerifier

port = int(os.environ["PORT"])
auth = None
if "bearer" in sys.argv:
    tokens = {
        "demo-token": {"client_id": "alice", "scopes": ["mcp"]},
        "demo-second": {"client_id": "bob", "scopes": ["mcp"]},
        "demo-noscope": {"client_id": "alice", "scopes": []},
        "demo-expired": {"client_id": "alice", "scopes": ["mcp"], "expires_at": int(time.time()) - 3600},
    }
    auth = RemoteAuthProvider(
        token_verifier=StaticTokenVerifier(tokens=tokens, required_scopes=["mcp"]),
        authorization_servers=["https://auth.example"],
        base_url=f"http://127.0.0.1:{port}",
    )

if "jwt" in sys.argv:
    issuer = "http://127.0.0.1:9400"
    auth = RemoteAuthProvider(
        token_verifier=JWTVerifier(
            jwks_uri=f"{issuer}/jwks",
            issuer=issuer,
            audience=f"http://127.0.0.1:{port}/mcp",
            required_scopes=["mcp"],
        ),
        authorization_servers=[issuer],
        base_url=f"http://127.0.0.1:{port}",
    )

mcp = FastMCP("fastmcp-py", version="1.0.0", auth=auth)


@mcp.tool(annotations={"readOnlyHint": True})
def echo(text: str) -> str:
    """Gives the text back."""
    return text


@mcp.tool(annotations={"readOnlyHint": True})
def fail() -> str:
    """Fails every time it is called."""
    raise ValueError("this tool always fails")


@mcp.resource("demo://greeting", mime_type="text/plain")
def greeting() -> str:
    """A short text."""
    return "Hello"


@mcp.prompt
def summarize(topic: str) -> str:
    """Asks for a summary of a topic."""
    return f"Summarize {topic} in one sentence."


mcp.run(transport=sys.argv[1], host="127.0.0.1", port=port, show_banner=False)
