using System.Net;
using System.Text.Json;
using Burnin.Domain.Nases;
using Burnin.Nas.Http;

namespace Burnin.Nas.TrueNas;

/// <summary>
/// What anybody is told who has no key: by it a product is recognised before a key is sent to it. Nothing that is asked
/// changes anything.
/// </summary>
/// <param name="Newest">The newest release whose words it speaks, where it tells: 25.04 and later.</param>
/// <param name="HasRest">Whether REST is there.</param>
internal sealed record TrueNasFingerprint(TrueNasRelease? Newest, bool HasRest)
{
    private const string Versions = "api/versions";
    private const string OpenApi = "api/v2.0/";

    /// <exception cref="NasException">Nothing answered, or something that is no TrueNAS.</exception>
    public static async Task<TrueNasFingerprint> TakeAsync(HttpLink http, CancellationToken cancellationToken)
    {
        // Older boxes send whoever asks for this to their pages.
        var versions = await AskAsync(http, Versions, cancellationToken);
        if (NewestOf(versions) is { } newest)
        {
            return new TrueNasFingerprint(newest, newest.HasRest);
        }

        var description = await AskAsync(http, OpenApi, cancellationToken);
        return description.IsSuccess && description.Json()?.Field("paths") is { ValueKind: JsonValueKind.Object } paths && paths.TryGetProperty("/disk", out _)
            ? new TrueNasFingerprint(null, HasRest: true)
            : throw new NasException(NasFault.UnexpectedAnswer, WhatElse(description.IsRedirect || description.IsPage ? description : versions, http.Place));
    }

    private static Task<HttpReply> AskAsync(HttpLink http, string path, CancellationToken cancellationToken) =>
        http.AskAsync(new HttpQuestion(HttpMethod.Get, path) { IsAnonymous = true }, cancellationToken);

    /// <summary>The highest entry is the product: it speaks the words of those before it too.</summary>
    private static TrueNasRelease? NewestOf(HttpReply reply) => reply is { Status: HttpStatusCode.OK, IsPage: false } && reply.Json() is { } list
        ? list.Items().Where(entry => entry.ValueKind == JsonValueKind.String)
            .Select(entry => TrueNasRelease.Parse(entry.GetString()!)).OfType<TrueNasRelease>()
            .MaxBy(release => (release.Major, release.Minor))
        : null;

    private static string WhatElse(HttpReply reply, string place) => reply switch
    {
        { IsRedirect: true } => $"{place} points elsewhere ({reply.StatusLine}: {reply.Location}). Enter the address it points to in the settings of this NAS.",
        { IsPage: true } => $"{place} answers with pages for people ({reply.StatusLine}), and not as a TrueNAS. Check the URL.",
        _ => $"{place} does not answer as a TrueNAS ({reply.StatusLine}). Check the URL.",
    };
}
