# Burnin: silo and web front in one process. Build from the root: docker build -f docker/burnin.Dockerfile .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet restore Silo/Silo.csproj --locked-mode
RUN dotnet publish Silo/Silo.csproj -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY --chmod=755 docker/healthcheck.sh /usr/local/bin/healthcheck
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID

# Inside a container the address of the container is the private one; who may reach it is decided by what is published.
ENV APP_HOST=0.0.0.0 \
    APP_PORT=8080 \
    Burnin__DataDirectory=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["bash", "-c", "healthcheck \"$APP_PORT\" /health/live"]
ENTRYPOINT ["dotnet", "Burnin.Silo.dll"]
