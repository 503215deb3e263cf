using System.Text.RegularExpressions;
using Burnin.Domain.Nases;
using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Grains.Nases;

/// <summary>Settings as a person gave them, checked field by field and made into a connection.</summary>
internal static partial class NasConnections
{
    private const string DefaultRunDirectory = "/var/lib/burnin";

    /// <summary>The connection, or the first field that is wrong and why.</summary>
    public static (NasConnection? Connection, ConfigureNasResult.Invalid? Invalid) Of(string name, NasSettings settings)
    {
        if (!NasName().IsMatch(name) || name == "fleet")
        {
            return Wrong("name", "A NAS is named by 1 to 40 of a-z, 0-9 and '-', beginning with a letter or digit; \"fleet\" is taken.");
        }

        if (KindOf(settings) is not { } kind)
        {
            return Wrong("kind", $"There is no kind \"{settings.Kind}\". Use auto, rest, jsonrpc, linux, local or original.");
        }

        if (TlsTrust.Parse(settings.Tls) is not { } trust)
        {
            return Wrong("tls", "\"tls\" is verify, ignore, or pin: and the SHA-256 fingerprint of the certificate.");
        }

        if (settings.MaxParallel is < 1 or > 1000)
        {
            return Wrong("max_parallel", "\"max_parallel\" is 1 to 1000.");
        }

        if (settings.SpeedUp is not (>= 1 and <= 10_000))
        {
            return Wrong("speed_up", "The speed-up is 1 to 10000.");
        }

        if (settings.RunDirectory is { } directory && !RunDirectory().IsMatch(directory))
        {
            return Wrong("run_directory", "\"run_directory\" is an absolute path of letters, digits, '.', '_', '-' and '/'.");
        }

        Uri? url = null;
        if (kind == NasKind.Original && !(Uri.TryCreate(settings.Url, UriKind.Absolute, out url) && url.Scheme is "http" or "https"))
        {
            return Wrong("url", "Kind \"original\" needs \"url\", as http://host:port or https://host.");
        }

        if (IsTrueNas(kind))
        {
            if (!(Uri.TryCreate(settings.Url, UriKind.Absolute, out url) && url.Scheme is "http" or "https"))
            {
                return Wrong("url", $"Kind \"{settings.Kind}\" needs \"url\", as https://host.");
            }

            if (!NasUrls.IsSafeForKey(url))
            {
                return Wrong("url", "A key is sent over https only: a TrueNAS revokes one that comes in the clear.");
            }

            if (string.IsNullOrWhiteSpace(settings.ApiKey))
            {
                return Wrong("api_key", $"Kind \"{settings.Kind}\" needs \"api_key\": make one on the NAS.");
            }

            if (kind == NasKind.JsonRpc && string.IsNullOrWhiteSpace(settings.ApiUser))
            {
                return Wrong("api_user", "Kind \"jsonrpc\" needs \"api_user\": the user whose key it is.");
            }
        }

        if ((kind == NasKind.Linux || (IsTrueNas(kind) && settings.Ssh is not null)) && SshProblem(settings.Ssh) is { } problem)
        {
            return (null, problem);
        }

        return (new NasConnection
        {
            Name = name,
            Kind = kind,
            Url = url,
            ApiKey = settings.ApiKey,
            ApiUser = settings.ApiUser,
            Tls = trust,
            Ssh = kind == NasKind.Linux || IsTrueNas(kind) ? EndpointOf(settings.Ssh) : null,
            IncludeLoopDevices = settings.IncludeLoopDevices,
            RunDirectory = settings.RunDirectory ?? DefaultRunDirectory,
            SpeedUp = settings.SpeedUp,
        }, null);
    }

    public static string AddressOf(SealedNas nas) =>
        nas.Url ?? (nas.Ssh is { } ssh ? $"{ssh.User}@{ssh.Host}:{ssh.Port}" : "this machine");

    /// <summary>Where only SSH is given, "auto" can mean nothing else than a plain host.</summary>
    private static NasKind? KindOf(NasSettings settings) => settings.Kind switch
    {
        "original" => NasKind.Original,
        "linux" => NasKind.Linux,
        "local" => NasKind.Local,
        "rest" => NasKind.Rest,
        "jsonrpc" => NasKind.JsonRpc,
        "auto" when settings is { Url: null, Ssh: not null } => NasKind.Linux,
        "auto" => NasKind.Auto,
        _ => null,
    };

    private static bool IsTrueNas(NasKind kind) => kind is NasKind.Auto or NasKind.Rest or NasKind.JsonRpc;

    private static SshEndpoint? EndpointOf(SshSettings? ssh) => ssh is null ? null : new SshEndpoint
    {
        Host = ssh.Host,
        Port = ssh.Port,
        User = ssh.User,
        Password = ssh.Password,
        PrivateKey = ssh.PrivateKey,
        Passphrase = ssh.Passphrase,
        HostKey = ssh.HostKey,
    };

    private static ConfigureNasResult.Invalid? SshProblem(SshSettings? ssh) => ssh switch
    {
        null => new("ssh", "Kind \"linux\" needs \"ssh\" with host, user and a password or a private_key."),
        { Host.Length: 0 } => new("ssh.host", "\"ssh.host\" is empty."),
        { Port: < 1 or > 65535 } => new("ssh.port", "\"ssh.port\" is 1 to 65535."),
        { User.Length: 0 } => new("ssh.user", "\"ssh.user\" is empty."),
        { Password: null or "", PrivateKey: null or "" } => new("ssh", "\"ssh\" needs a password or a private_key."),
        { HostKey: { } key } when !HostKey().IsMatch(key) =>
            new("ssh.host_key", "\"ssh.host_key\" is a fingerprint as ssh-keygen -lf prints it: SHA256: and 43 characters."),
        _ => null,
    };

    private static (NasConnection?, ConfigureNasResult.Invalid?) Wrong(string field, string reason) => (null, new(field, reason));

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex NasName();

    [GeneratedRegex("^(/[A-Za-z0-9._-]+)+$")]
    private static partial Regex RunDirectory();

    [GeneratedRegex("^SHA256:[A-Za-z0-9+/]{43}=?$")]
    private static partial Regex HostKey();
}
