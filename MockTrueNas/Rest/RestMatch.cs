using System.Collections.Immutable;

namespace Burnin.MockTrueNas.Rest;

/// <summary>What a request found among the routes.</summary>
internal abstract record RestMatch
{
    private RestMatch() { }

    public sealed record Route(RestRoute To, string? Id) : RestMatch;

    public sealed record NoPath : RestMatch;

    /// <summary>The path is there, with other verbs.</summary>
    public sealed record NoVerb : RestMatch;

    public static RestMatch Of(ImmutableArray<RestRoute> routes, string verb, string path)
    {
        var wanted = path.TrimEnd('/');
        var found = routes.Select(route => (Route: route, Id: IdIn(route.Path, wanted))).Where(pair => pair.Id is not null).ToList();

        return found.Count == 0 ? new NoPath()
            : found.Find(pair => pair.Route.Verb == verb) is { Route: { } match } one ? new Route(match, one.Id!.Length == 0 ? null : one.Id)
            : new NoVerb();
    }

    /// <summary>Null where the path is not this route's, empty where it has no id.</summary>
    private static string? IdIn(string route, string path)
    {
        var at = route.IndexOf(RestRoutes.Id, StringComparison.Ordinal);

        if (at < 0)
        {
            return route == path ? "" : null;
        }

        var (before, after) = (route[..at], route[(at + RestRoutes.Id.Length)..]);

        return path.Length > before.Length + after.Length && path.StartsWith(before, StringComparison.Ordinal) && path.EndsWith(after, StringComparison.Ordinal)
            && path[before.Length..^after.Length] is var id && !id.Contains('/', StringComparison.Ordinal)
            ? id
            : null;
    }
}
