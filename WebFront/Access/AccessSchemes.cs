namespace Burnin.WebFront.Access;

/// <summary>The ways in which somebody proves who he is.</summary>
internal static class AccessSchemes
{
    /// <summary>Chooses one of the others, by what the request brings.</summary>
    public const string Any = "any";

    /// <summary>A cookie, after a password.</summary>
    public const string Session = "session";

    /// <summary><c>Authorization: Bearer</c>, for programs.</summary>
    public const string Token = "token";

    /// <summary>A header from a trusted reverse proxy.</summary>
    public const string Proxy = "proxy";

    /// <summary>Nobody has to: the demo.</summary>
    public const string Open = "open";
}
