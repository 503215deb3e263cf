namespace Burnin.Nas.Http;

/// <summary>One request.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Below the URL of the NAS, with no slash before it.</param>
/// <param name="Json">The body; null for none.</param>
internal sealed record HttpQuestion(HttpMethod Method, string Path, string? Json = null)
{
    /// <summary>Changes nothing: it may be asked again where no answer came.</summary>
    public bool IsSafe { get; init; } = true;

    /// <summary>Has the NAS look at every disk.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Without the key, for what anybody may ask.</summary>
    public bool IsAnonymous { get; init; }
}
