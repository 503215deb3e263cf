using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Grains.Nases;

/// <summary>Turns settings with their secrets into what may be stored, and back.</summary>
internal sealed class NasVault(ISecretSeal seal)
{
    public SealedNas Lock(NasSettings settings) => new()
    {
        Kind = settings.Kind,
        Url = settings.Url,
        Tls = settings.Tls,
        ApiUser = settings.ApiUser,
        SealedApiKey = Seal(settings.ApiKey),
        MaxParallel = settings.MaxParallel,
        IncludeLoopDevices = settings.IncludeLoopDevices,
        SpeedUp = settings.SpeedUp,
        Paused = settings.Paused,
        RunDirectory = settings.RunDirectory,
        Ssh = settings.Ssh is not { } ssh ? null : new SealedSsh
        {
            Host = ssh.Host,
            Port = ssh.Port,
            User = ssh.User,
            SealedPassword = Seal(ssh.Password),
            SealedPrivateKey = Seal(ssh.PrivateKey),
            SealedPassphrase = Seal(ssh.Passphrase),
            HostKey = ssh.HostKey,
        },
    };

    public NasSettings Open(SealedNas nas) => new()
    {
        Kind = nas.Kind,
        Url = nas.Url,
        Tls = nas.Tls,
        ApiUser = nas.ApiUser,
        ApiKey = Unseal(nas.SealedApiKey),
        MaxParallel = nas.MaxParallel,
        IncludeLoopDevices = nas.IncludeLoopDevices,
        SpeedUp = nas.SpeedUp,
        Paused = nas.Paused,
        RunDirectory = nas.RunDirectory,
        Ssh = nas.Ssh is not { } ssh ? null : new SshSettings
        {
            Host = ssh.Host,
            Port = ssh.Port,
            User = ssh.User,
            Password = Unseal(ssh.SealedPassword),
            PrivateKey = Unseal(ssh.SealedPrivateKey),
            Passphrase = Unseal(ssh.SealedPassphrase),
            HostKey = ssh.HostKey,
        },
    };

    /// <summary>
    /// What the configuration says, which is nothing of a pause and perhaps nothing of the host's key: a pause lasts, and the
    /// key is the one that the same address has shown before.
    /// </summary>
    public static NasSettings WithWhatIsKnown(NasSettings settings, SealedNas? stored) => settings with
    {
        Paused = stored?.Paused == true,
        Ssh = settings.Ssh is { HostKey: null } ssh && stored?.Ssh is { HostKey: { } key } known && known.Host == ssh.Host && known.Port == ssh.Port
            ? ssh with { HostKey = key }
            : settings.Ssh,
    };

    private string? Seal(string? secret) => string.IsNullOrEmpty(secret) ? null : seal.Seal(secret);

    private string? Unseal(string? secret) => secret is null ? null : seal.Open(secret);
}
