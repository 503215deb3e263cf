using Burnin.Grains.Interfaces.Nases;

namespace Burnin.Grains.Nases;

/// <summary>Settings with a change applied to them, pure.</summary>
internal static class NasChanges
{
    extension(NasChange change)
    {
        public NasSettings AppliedTo(NasSettings known)
        {
            var url = Text(change.Url, known.Url);
            return known with
            {
                Kind = change.Kind ?? known.Kind,
                Url = url,
                ApiKey = change.ApiKey is { Length: > 0 } key ? key : IsSameServer(url, known.Url) ? known.ApiKey : null,
                ApiUser = Text(change.ApiUser, known.ApiUser),
                Tls = change.Tls ?? known.Tls,
                Ssh = SshOf(change.Ssh, known.Ssh),
                MaxParallel = change.MaxParallel ?? known.MaxParallel,
                IncludeLoopDevices = change.IncludeLoopDevices ?? known.IncludeLoopDevices,
                RunDirectory = Text(change.RunDirectory, known.RunDirectory),
                Paused = change.Paused ?? known.Paused,
            };
        }
    }

    extension(NasSettings settings)
    {
        /// <summary>Whether nothing that is needed to reach it differs.</summary>
        public bool IsReachedAs(NasSettings other) => settings == other with { MaxParallel = settings.MaxParallel, Paused = settings.Paused };

        /// <summary>Whether runs that are under way would be found there.</summary>
        public bool IsSamePlaceAs(NasSettings other) => PlaceOf(settings) == PlaceOf(other);
    }

    private static (string?, string?, int?, string?) PlaceOf(NasSettings settings) =>
        (settings.Url, settings.Ssh?.Host, settings.Ssh?.Port, settings.RunDirectory);

    private static string? Text(string? said, string? known) => said switch
    {
        null => known,
        "" => null,
        _ => said,
    };

    private static bool IsSameServer(string? one, string? other) => one == other
        || (Uri.TryCreate(one, UriKind.Absolute, out var first) && Uri.TryCreate(other, UriKind.Absolute, out var second)
            && Uri.Compare(first, second, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0);

    private static SshSettings? SshOf(SshSettings? said, SshSettings? known)
    {
        if (said is null or { Host.Length: 0 })
        {
            return said is null ? known : null;
        }

        var isSameHost = known is not null && (said.Host, said.Port) == (known.Host, known.Port);
        var pinned = isSameHost ? said with { HostKey = said.HostKey ?? known!.HostKey } : said;
        return isSameHost && said.User == known!.User && said is { Password: null or "", PrivateKey: null or "" }
            ? pinned with { Password = known.Password, PrivateKey = known.PrivateKey, Passphrase = known.Passphrase }
            : pinned;
    }
}
