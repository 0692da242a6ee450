# Sources → a small image that serves, and runs every other command of `bellwether`, as nobody in particular.

# The whole Debian: where no finished better-sqlite3 can be downloaded, npm compiles it.
FROM node:24-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
# The launcher alone: without sources there is nothing that it could find out of date.
COPY --from=build /app/src/cli/bellwether.js ./src/cli/
COPY --from=build /app/content ./content
RUN install -d -o 1000 -g 1000 -m 700 /data
# By number, so that a cluster can see that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
	CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/src/cli/bellwether.js"]
CMD ["serve"]
