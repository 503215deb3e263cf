namespace Burnin.Silo.Configuration;

internal sealed class ConfiguredSsh
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 22;

    public string User { get; init; } = "root";

    public string? Password { get; init; }

    public string? PrivateKey { get; init; }

    public string? Passphrase { get; init; }

    public string? HostKey { get; init; }
}
