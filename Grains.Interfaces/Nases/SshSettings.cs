namespace Burnin.Grains.Interfaces.Nases;

/// <summary>How to reach a host by SSH, secrets in clear: only ever sent towards a grain, never back.</summary>
[GenerateSerializer, Immutable, Alias("burnin.ssh-settings")]
public sealed record SshSettings
{
    [Id(0)]
    public required string Host { get; init; }

    [Id(1)]
    public int Port { get; init; } = 22;

    [Id(2)]
    public string User { get; init; } = "root";

    [Id(3)]
    public string? Password { get; init; }

    /// <summary>PEM or OpenSSH text.</summary>
    [Id(4)]
    public string? PrivateKey { get; init; }

    [Id(5)]
    public string? Passphrase { get; init; }

    /// <summary>Pinned host key as <c>SHA256:...</c>; null pins what the first connection shows.</summary>
    [Id(6)]
    public string? HostKey { get; init; }

    /// <summary>A record prints all it holds; secrets must not reach a log that way.</summary>
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{User}@{Host}:{Port}");
        return true;
    }
}
