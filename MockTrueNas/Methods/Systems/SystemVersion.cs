using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Methods.Systems;

/// <summary><c>system.version</c>: the long form in every release.</summary>
internal static class SystemVersion
{
    public static ApiMethod Method { get; } = new("system.version", call => (ApiAnswer)call.Product.Version) { NeedsNoRole = true };
}
