using System.Text.Json;
using Burnin.Domain.Nases;

namespace Burnin.Nas.TrueNas;

/// <summary>A NAS that was recognised: by which way it is asked, and which release answers.</summary>
internal sealed record TrueNasSession(ITrueNasTransport Transport, TrueNasRelease Release)
{
    public Task<TrueNasAnswer> TryAsync(TrueNasCall call, CancellationToken cancellationToken) => Transport.CallAsync(call, cancellationToken);

    /// <summary>For what nothing can be done without.</summary>
    /// <exception cref="NasException">No answer came, or no.</exception>
    public async Task<JsonElement> AskAsync(TrueNasCall call, CancellationToken cancellationToken) => await TryAsync(call, cancellationToken) switch
    {
        TrueNasAnswer.Result result => result.Value,
        var no => throw new NasException(no is TrueNasAnswer.Refused ? NasFault.UnexpectedAnswer : NasFault.NotSupported, no.WhyNot!),
    };
}
