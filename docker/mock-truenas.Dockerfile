# A pretend NAS to try Burnin on. Build from the root: docker build -f docker/mock-truenas.Dockerfile .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet restore MockTrueNas/MockTrueNas.csproj --locked-mode
RUN dotnet publish MockTrueNas/MockTrueNas.csproj -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY --chmod=755 docker/healthcheck.sh /usr/local/bin/healthcheck
USER $APP_UID

ENV ASPNETCORE_URLS=http://+:8000
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 CMD ["healthcheck", "8000", "/debug/state"]
ENTRYPOINT ["dotnet", "Burnin.MockTrueNas.dll"]
