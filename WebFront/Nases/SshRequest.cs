using Burnin.Grains.Interfaces.Nases;

namespace Burnin.WebFront.Nases;

/// <summary>How to reach a host by SSH, as it is sent to us.</summary>
internal sealed class SshRequest
{
    public string? Host { get; init; }

    public int? Port { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public string? PrivateKey { get; init; }

    public string? Passphrase { get; init; }

    public string? HostKey { get; init; }

    public bool HasSecret => Password is { Length: > 0 } || PrivateKey is { Length: > 0 };

    public SshSettings ToSettings()
    {
        var settings = new SshSettings
        {
            Host = Host ?? "",
            Password = Password,
            PrivateKey = PrivateKey,
            Passphrase = Passphrase,
            HostKey = HostKey,
        };
        return settings with { Port = Port ?? settings.Port, User = User ?? settings.User };
    }
}
