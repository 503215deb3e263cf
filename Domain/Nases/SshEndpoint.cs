namespace Burnin.Domain.Nases;

/// <summary>How to reach a host by SSH. Secrets are in memory only; storage seals them first.</summary>
public sealed record SshEndpoint
{
    public required string Host { get; init; }

    public int Port { get; init; } = 22;

    public string User { get; init; } = "root";

    public string? Password { get; init; }

    /// <summary>PEM or OpenSSH text.</summary>
    public string? PrivateKey { get; init; }

    public string? Passphrase { get; init; }

    /// <summary>Pinned host key as <c>SHA256:...</c> (what <c>ssh-keygen -lf</c> prints). Null: pin what the first connection shows.</summary>
    public string? HostKey { get; init; }

    /// <summary>A record prints all it holds; secrets must not reach a log that way.</summary>
    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{User}@{Host}:{Port}");
        return true;
    }
}
