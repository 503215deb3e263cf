namespace Burnin.WebFront.Pages.Shell;

/// <summary>What every page has around its content.</summary>
public sealed record ShellModel
{
    public required string Version { get; init; }

    public required Look Look { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Path and query of this very page.</summary>
    public required string Address { get; init; }

    /// <summary>Names of the NAS boxes; empty where the fleet did not answer.</summary>
    public required IReadOnlyList<string> Nases { get; init; }

    /// <summary>The NAS that the address asks for; empty for all.</summary>
    public required string Nas { get; init; }

    /// <summary>Who is signed in; null where nobody has to, or has yet.</summary>
    public string? Caller { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c>, <c>admin</c>; empty for somebody who is not signed in.</summary>
    public required string Role { get; init; }

    /// <summary>Whether he can sign out again.</summary>
    public bool HasSession { get; init; }

    public required int WarnCelsius { get; init; }

    public required int CriticalCelsius { get; init; }

    /// <summary>This page for another NAS, or for all; the fleet's own page where this one knows of none.</summary>
    public string AddressFor(string? nas)
    {
        var query = new PageQuery(Address);
        return (query.Path is "/" or "/history" or "/stats" or "/audit" ? query.Without("before").Without("after") : new PageQuery("/"))
            .With("nas", nas).ToString();
    }
}
