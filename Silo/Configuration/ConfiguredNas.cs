using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Silo.Configuration;

/// <summary>A NAS that the configuration defines, under <c>Burnin:Nas:{name}</c>. What it says wins over what was stored.</summary>
internal sealed class ConfiguredNas
{
    public const string Section = "Burnin:Nas";

    public string Kind { get; init; } = "auto";

    public string? Url { get; init; }

    public string? ApiKey { get; init; }

    public string? ApiUser { get; init; }

    public string Tls { get; init; } = "verify";

    public int MaxParallel { get; init; } = 2;

    public bool IncludeLoopDevices { get; init; }

    public double SpeedUp { get; init; } = 1;

    public string? RunDirectory { get; init; }

    public ConfiguredSsh? Ssh { get; init; }

    public NasSettings ToSettings() => new()
    {
        Kind = Kind,
        Url = Url,
        ApiKey = ApiKey,
        ApiUser = ApiUser,
        Tls = Tls,
        MaxParallel = MaxParallel,
        IncludeLoopDevices = IncludeLoopDevices,
        SpeedUp = SpeedUp,
        RunDirectory = RunDirectory,
        Ssh = Ssh is not { Host.Length: > 0 } ssh ? null : new SshSettings
        {
            Host = ssh.Host,
            Port = ssh.Port,
            User = ssh.User,
            Password = ssh.Password,
            PrivateKey = ssh.PrivateKey,
            Passphrase = ssh.Passphrase,
            HostKey = ssh.HostKey,
        },
    };
}
