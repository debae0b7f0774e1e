#!/usr/bin/env bash
# transport.get.405-when-no-stream: A GET without a stream is answered 405
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: violated
# Expected: HTTP status 405
# Seen: GET answered 404 text/html

# Exchange 543, seen in the run: GET answered 404 text/html
printf '\n== exchange 543 ==\n'
curl -sS -N -i --max-time 15 \
  -H 'Accept: text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  "$URL"
