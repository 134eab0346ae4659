# The tags are pinned to a patch release: the same commit gives the same image. Raise both together.
FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS build
# The version comes from git, which is not in here: docker build --build-arg VERSION=1.2.3
ARG VERSION=0.1.0-local
ENV MINVERVERSIONOVERRIDE=$VERSION
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props BannedSymbols.txt global.json .editorconfig ./
COPY src/ src/
COPY specs/ specs/
COPY fixtures/ fixtures/
RUN dotnet publish src/MockCustomers.Cli --configuration Release -p:RunAnalyzers=false --output /app

# Chiseled: no shell, no package manager, no curl; hence the healthcheck command.
FROM mcr.microsoft.com/dotnet/aspnet:10.0.12-noble-chiseled
COPY --from=build /app/ /app/
# 1654 is the user "app" of these images.
USER 1654
# Published ports reach the container's own address, not its loopback.
ENV MOCKCUSTOMERS_HOST=0.0.0.0
EXPOSE 4010-4015
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=3 CMD ["/app/mockcustomers", "healthcheck"]
ENTRYPOINT ["/app/mockcustomers"]
