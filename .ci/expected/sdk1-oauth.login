#!/usr/bin/env python3
"""Prints an access token of the example's authorization server, got as a client gets one.

Registers (RFC 7591), authorizes with PKCE (the example logs everybody in) and redeems the code (RFC 6749, 7636, 8707).
"""

import base64
import hashlib
import json
import secrets
import sys
import urllib.error
import urllib.parse
import urllib.request

issuer = "http://localhost:7115"
resource = "http://localhost:7114/mcp"
redirect = "http://127.0.0.1:9/callback"


class Unfollowed(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def post(path, body, media_type):
    request = urllib.request.Request(issuer + path, body.encode(), {"Content-Type": media_type})
    return json.load(urllib.request.urlopen(request))


client = post(
    "/register",
    json.dumps({"client_name": "login", "redirect_uris": [redirect], "token_endpoint_auth_method": "none"}),
    "application/json",
)
verifier = secrets.token_urlsafe(48)
challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
same = {"client_id": client["client_id"], "redirect_uri": redirect, "resource": resource}
query = {**same, "response_type": "code", "code_challenge": challenge, "code_challenge_method": "S256"}
try:
    urllib.request.build_opener(Unfollowed).open(issuer + "/authorize?" + urllib.parse.urlencode(query))
    sys.exit("the authorization endpoint did not redirect")
except urllib.error.HTTPError as answer:
    location = answer.headers.get("Location", "")
code = urllib.parse.parse_qs(urllib.parse.urlsplit(location).query)["code"][0]
form = {**same, "grant_type": "authorization_code", "code": code, "code_verifier": verifier}
print(post("/token", urllib.parse.urlencode(form), "application/x-www-form-urlencoded")["access_token"])
