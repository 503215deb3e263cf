using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Methods.Systems;

/// <summary><c>system.version_short</c>: not on CORE.</summary>
internal static class VersionShort
{
    public static ApiMethod Method { get; } = new("system.version_short", call => (ApiAnswer)call.Product.ShortVersion) { NeedsNoRole = true };
}
