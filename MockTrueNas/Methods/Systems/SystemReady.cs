using Burnin.MockTrueNas.Api;

namespace Burnin.MockTrueNas.Methods.Systems;

/// <summary><c>system.ready</c>.</summary>
internal static class SystemReady
{
    public static ApiMethod Method { get; } = new("system.ready", _ => (ApiAnswer)true) { Role = "SYSTEM_GENERAL_READ" };
}
