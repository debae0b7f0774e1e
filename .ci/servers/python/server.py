"""The wiring of the SDK's README: one MCPServer, served over the transport named on the command line.

A second word `bearer` puts it behind tokens: demo-token works, demo-noscope lacks the scope, demo-expired is expired,
demo-foreign was issued for another server, demo-second is another user's. With `jwt` it trusts the authorization server
that the suite starts for as=demo.
"""

import os
import sys
import time

import jwt
from mcp.server.auth.provider import AccessToken
from mcp.server.auth.settings import AuthSettings
from mcp.server.mcpserver import MCPServer
from mcp_types import ToolAnnotations

port = int(os.environ["PORT"])
url = f"http://127.0.0.1:{port}/mcp"


class Tokens:
    """Knows its tokens by heart, as a verifier that asks an introspection endpoint would."""

    known = {
        "demo-token": ("alice", ["mcp"], 3600, url),
        "demo-second": ("bob", ["mcp"], 3600, url),
        "demo-noscope": ("alice", [], 3600, url),
        "demo-expired": ("alice", ["mcp"], -3600, url),
        "demo-foreign": ("alice", ["mcp"], 3600, "https://other.example/mcp"),
    }

    async def verify_token(self, token: str) -> AccessToken | None:
        if token not in self.known:
            return None
        user, scopes, lifetime, resource = self.known[token]
        return AccessToken(
            token=token, client_id=user, scopes=scopes, expires_at=int(time.time()) + lifetime, resource=resource
        )


class SignedTokens:
    """Checks signature, issuer, audience and time of tokens that carry all that in themselves."""

    keys = jwt.PyJWKClient("http://127.0.0.1:9400/jwks")

    async def verify_token(self, token: str) -> AccessToken | None:
        try:
            key = self.keys.get_signing_key_from_jwt(token).key
            claims = jwt.decode(token, key, ["RS256"], audience=url, issuer="http://127.0.0.1:9400")
        except jwt.PyJWTError:
            return None
        return AccessToken(
            token=token,
            client_id=claims["client_id"],
            subject=claims["sub"],
            scopes=claims["scope"].split(),
            expires_at=claims["exp"],
            resource=url,
        )


def behind(issuer, verifier):
    settings = AuthSettings(
        issuer_url=issuer, resource_server_url=url, required_scopes=["mcp"], validate_token_resource=True
    )
    return {"auth": settings, "token_verifier": verifier}


protected = {}
if "bearer" in sys.argv:
    protected = behind("https://auth.example", Tokens())
elif "jwt" in sys.argv:
    protected = behind("http://127.0.0.1:9400", SignedTokens())

mcp = MCPServer("python-sdk", version="1.0.0", **protected)
read_only = ToolAnnotations(read_only_hint=True)


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


mcp.run(transport=sys.argv[1], host="127.0.0.1", port=port)
